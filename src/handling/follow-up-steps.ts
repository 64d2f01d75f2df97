import { beijingDate } from '../calendar/index.js';
import { type Act, msg, type NewEvent } from '../kernel/index.js';
import { caseWorkflow } from './case-workflow.js';
import { RatingSteps } from './rating-steps.js';

export interface Progress {
  readonly text: string;
  readonly percent: number;
}

/** 跟踪落实: what was promised is reported on, put off with a reason, and confirmed. Reports live in the ledger. */
export abstract class FollowUpSteps extends RatingSteps {
  reportProgress({ text, percent }: Progress, act: Act): NewEvent {
    const { promiseDueOn } = this;
    return this.advance('report_progress', act, { note: text, data: { percent, promiseDueOn } });
  }

  /** The promised date slips: a new one, later than the old one and than today, and the reason. */
  slipPromise(until: string, reason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('slip_promise', this.status);
    const before = this.promiseDueOn!;
    const isLater = until > before && until > beijingDate(act.at);
    this.require('slip_promise', isLater ? [] : [msg('replies.missing.laterDate', { date: before })]);
    const data = { promisedBefore: before, promiseDueOn: until };
    return this.advance('slip_promise', act, { change: { promiseDueOn: until }, note: reason, data });
  }

  confirmImplemented(note: string, act: Act): NewEvent {
    const { outcomeClass, promiseDueOn } = this;
    const onTime = promiseDueOn === null || beijingDate(act.at) <= promiseDueOn;
    const data = { outcomeClass, promiseDueOn, onTime };
    return this.advance('confirm_implemented', act, { change: { concludedAt: act.at }, note, data });
  }
}
