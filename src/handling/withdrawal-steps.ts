import type { Act, NewEvent } from '../kernel/index.js';
import { type CaseStatus, caseWorkflow } from './case-workflow.js';
import { WithdrawalTooLate } from './case.errors.js';
import { HandOverSteps } from './hand-over-steps.js';

/** One original with what is told of its leaving. */
export interface Leaving {
  readonly originId: string;
  readonly ref: string;
  readonly reason: string;
}

/** 撤案: at once before the assignment, afterwards on request; never once the reply is issued. */
export abstract class WithdrawalSteps extends HandOverSteps {
  /** The whole case ends. The number stays. */
  withdraw(reason: string, act: Act, data: Readonly<Record<string, unknown>> = {}): NewEvent {
    return this.advance('withdraw', act, { note: reason, data });
  }

  /** The units go on working meanwhile. */
  askWithdrawal({ originId, ref, reason }: Leaving, act: Act): NewEvent {
    if (!isWithdrawable(this.status)) throw new WithdrawalTooLate();
    return this.advance('ask_withdrawal', act, { note: reason, data: { originId, originRef: ref } });
  }

  refuseWithdrawal(staffId: string, note: string, act: Act): NewEvent {
    return this.advance('refuse_withdrawal', act, { note, data: { staffId } });
  }
}

/** Whether what was written may still be taken back, at once or on request. */
export function isWithdrawable(status: CaseStatus): boolean {
  return status === 'open' || caseWorkflow.isAvailable('ask_withdrawal', status);
}
