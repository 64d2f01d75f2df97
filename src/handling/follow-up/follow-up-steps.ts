import { beijingDate, type WorkingCalendar } from '../../calendar/index.js';
import { type Act, msg, type NewEvent } from '../../kernel/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import type { OutcomeClass } from '../case/case-values.js';
import { caseWorkflow } from '../case/case-workflow.js';
import type { DossierPaper } from '../case/dossier-paper.entity.js';
import { promiseOf, promisesTogether } from './promise-clock.js';
import { firstReportDue, nextReportDue } from './report-dates.js';
import { RulingSteps } from '../rating/ruling-steps.js';

/** 跟踪落实: what was promised is reported on every quarter, put off with a reason, confirmed or classed anew. */
export abstract class FollowUpSteps extends RulingSteps {
  /** The follow-up has begun: of each unit that promised something, the first report is due a quarter after its reply. */
  expectReport(calendar: WorkingCalendar, at: Date): void {
    for (const duty of this.promising) {
      const { repliedAt } = promiseOf(duty, this);
      this.setPromise(duty, { reportDueOn: firstReportDue(beijingDate(repliedAt), beijingDate(at), calendar) });
    }
  }

  reportProgress(duty: Assignment, paper: DossierPaper, calendar: WorkingCalendar, act: Act): NewEvent {
    caseWorkflow.statusAfter('report_progress', this.status);
    const { id: paperId, text, percent } = paper;
    const { repliedAt, dueOn: promiseDueOn, reportDueOn: reportedFor } = promiseOf(duty, this);
    const today = beijingDate(act.at);
    const reportDueOn = nextReportDue(beijingDate(repliedAt), reportedFor ?? today, today, calendar);
    this.setPromise(duty, { reportDueOn });
    const data = { paperId, percent, promiseDueOn, reportedFor, reportDueOn, ...this.partData(duty) };
    return this.advance('report_progress', act, { note: text, data });
  }

  /** The promised date slips: a new one, later than the old one and than today, and the reason. */
  slipPromise(duty: Assignment, until: string, reason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('slip_promise', this.status);
    const before = promiseOf(duty, this).dueOn!;
    const isLater = until > before && until > beijingDate(act.at);
    this.require('slip_promise', isLater ? [] : [msg('replies.missing.laterDate', { date: before })]);
    this.setPromise(duty, { promiseDueOn: until });
    const data = { promisedBefore: before, promiseDueOn: until, ...this.partData(duty) };
    return this.advance('slip_promise', act, { note: reason, data });
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

  /** Of several separate leads each keeps its own dates; the case tells what they come to. */
  protected setPromise(duty: Assignment, dates: { promiseDueOn?: string; reportDueOn?: string }): void {
    if (duty.part !== 'separate') return this.set(dates);
    duty.setDates(dates);
    this.set(promisesTogether(this.promising));
  }

  private followedUp({ at }: Act) {
    for (const duty of this.promising) if (duty.part === 'separate') duty.setDates({ reportDueOn: null });
    return { concludedAt: at, reportDueOn: null };
  }
}
