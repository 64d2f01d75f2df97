import { beijingDate, type WorkingCalendar } from '../calendar/index.js';
import { type Act, msg, type NewEvent } from '../kernel/index.js';
import type { OutcomeClass } from './case-values.js';
import { caseWorkflow } from './case-workflow.js';
import type { DossierPaper } from './dossier-paper.entity.js';
import { firstReportDue, nextReportDue } from './report-dates.js';
import { RulingSteps } from './ruling-steps.js';

/** 跟踪落实: what was promised is reported on every quarter, put off with a reason, confirmed or classed anew. */
export abstract class FollowUpSteps extends RulingSteps {
  /** The follow-up has begun: the first report is due a quarter after the reply. */
  expectReport(calendar: WorkingCalendar, at: Date): void {
    this.set({ reportDueOn: firstReportDue(beijingDate(this.repliedAt!), beijingDate(at), calendar) });
  }

  reportProgress({ id: paperId, text, percent }: DossierPaper, calendar: WorkingCalendar, act: Act): NewEvent {
    caseWorkflow.statusAfter('report_progress', this.status);
    const [repliedOn, today] = [beijingDate(this.repliedAt!), beijingDate(act.at)];
    const { promiseDueOn, reportDueOn: due } = this;
    const reportDueOn = nextReportDue(repliedOn, due ?? today, today, calendar);
    const data = { paperId, percent, promiseDueOn, reportedFor: due, reportDueOn };
    return this.advance('report_progress', act, { change: { reportDueOn }, note: text, data });
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
    caseWorkflow.statusAfter('confirm_implemented', this.status);
    this.require('confirm_implemented', this.missing('confirm_implemented'));
    const { outcomeClass, promiseDueOn } = this;
    const onTime = promiseDueOn === null || beijingDate(act.at) <= promiseDueOn;
    const data = { outcomeClass, promiseDueOn, onTime };
    return this.advance('confirm_implemented', act, { change: this.followedUp(act), note, data });
  }

  /** The promise ends as another class; that it was one stays on record. */
  reclassify(outcomeClass: OutcomeClass, reason: string, act: Act): NewEvent {
    const data = { before: this.outcomeClass, outcomeClass, promiseDueOn: this.promiseDueOn };
    return this.advance('reclassify', act, { change: { ...this.followedUp(act), outcomeClass }, note: reason, data });
  }

  private followedUp({ at }: Act) {
    return { concludedAt: at, reportDueOn: null };
  }
}
