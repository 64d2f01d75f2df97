import { type Act, Actor, type NewEvent } from '../../kernel/index.js';
import { type CaseStatus, caseWorkflow } from '../case/case-workflow.js';
import { CannotBePassedUp, WithdrawalTooLate } from '../case/case.errors.js';
import { HandOverSteps } from '../duty/hand-over-steps.js';

/** One original with what is told of its leaving. */
export interface Leaving {
  readonly originId: string;
  readonly ref: string;
  readonly reason: string;
}

/** 撤案: at once before the assignment, afterwards on request; never once a reply is issued. */
export abstract class WithdrawalSteps extends HandOverSteps {
  /** What was written is no longer handled here: in another case, or above. */
  get hasMoved(): boolean {
    return this.absorbedInto !== null || this.passedUpTo !== null;
  }

  /** A reply was issued, be it of one of several separate leads or of an earlier round. */
  get isAnswered(): boolean {
    return (
      this.repliedAt !== null || this.assignments.some(({ part, doneAt }) => part === 'separate' && doneAt !== null)
    );
  }

  /** The whole case ends. The number stays. */
  withdraw(reason: string, act: Act, data: Readonly<Record<string, unknown>> = {}): NewEvent {
    if (this.isAnswered) throw new WithdrawalTooLate();
    return this.advance('withdraw', act, { note: reason, data });
  }

  /** 上报: the congress above has it now; a unit that asked to give it back is rid of it. The number stays. */
  passUp(serial: string, reason: string, act: Act): NewEvent {
    if (this.isAnswered || this.origins.length !== 1) throw new CannotBePassedUp();
    return this.advance('pass_up', act, { change: { passedUpTo: serial }, note: reason, data: { into: serial } });
  }

  /** The units go on working meanwhile. */
  askWithdrawal({ originId, ref, reason }: Leaving, act: Act): NewEvent {
    if (!isWithdrawable(this)) throw new WithdrawalTooLate();
    return this.advance('ask_withdrawal', act, { note: reason, data: { originId, originRef: ref } });
  }

  refuseWithdrawal(staffId: string, note: string, act: Act): NewEvent {
    return this.advance('refuse_withdrawal', act, { note, data: { staffId } });
  }

  /** The wish still waited when a reply was issued; whoever asked is told. */
  lapseWithdrawal(staffId: string, at: Date): NewEvent {
    return this.advance('lapse_withdrawal', { by: Actor.system(), role: 'system', at }, { data: { staffId } });
  }
}

/** Whether what was written may still be taken back, at once or on request. */
export function isWithdrawable({
  status,
  isAnswered,
}: {
  readonly status: CaseStatus;
  readonly isAnswered: boolean;
}): boolean {
  return !isAnswered && (status === 'open' || caseWorkflow.isAvailable('ask_withdrawal', status));
}

/** Before the assignment, or when a unit asks to give it back: then nobody's work is taken away. */
export function mayPassUp({ status }: { readonly status: CaseStatus }): boolean {
  return caseWorkflow.isAvailable('pass_up', status);
}
