import type { MovedDate } from '../../calendar/index.js';
import type { Act, NewEvent } from '../../kernel/index.js';
import type { CaseRecord } from './case-record.js';
import { partOf } from '../duty/side-steps.js';
import { WithdrawalSteps } from '../withdrawal/withdrawal-steps.js';

/** What every event of the act tells besides. */
export interface RecountFacts {
  readonly reason: string;
  readonly actId: string;
}

/** 期限重算: the calendar has changed, and what was counted by it comes to another day. */
export abstract class RecountSteps extends WithdrawalSteps {
  recount({ holderId, field, on, to }: MovedDate, { reason, actId }: RecountFacts, act: Act): NewEvent {
    const duty = this.assignments.find(({ id }) => id === holderId);
    if (duty && field === 'report') this.setPromise(duty, { reportDueOn: to });
    else duty?.setDates(field === 'sign' ? { signBy: to } : { dueOn: to });
    const change = duty && duty.part !== 'lead' ? {} : this.onTheCase(field, to);
    const data = { date: field, before: on, after: to, actId, ...(duty && partOf(duty)) };
    return this.advance('recount', act, { change, note: reason, data });
  }

  /** A single lead's clock is the clock of the case; of separate ones the case shows the next. */
  private onTheCase(field: string, to: string): Partial<CaseRecord> {
    if (field === 'sign') return { signBy: to };
    if (field === 'reply') return { dueOn: to };
    return field === 'rating' ? { rateBy: to } : { reportDueOn: to };
  }
}
