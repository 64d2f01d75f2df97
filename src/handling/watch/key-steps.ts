import { beijingDate } from '../../calendar/index.js';
import { type Act, type Message, msg, type NewEvent } from '../../kernel/index.js';
import { CaseNotFound } from '../case/case.errors.js';
import { type CaseAction, caseWorkflow } from '../case/case-workflow.js';
import type { DossierPaper } from '../case/dossier-paper.entity.js';
import type { KeyMilestone } from './key-milestone.entity.js';
import { SupervisionSteps } from './supervision-steps.js';

/** 重点提案: led by a named leader, by a plan with milestones, to a special report; and the leader's instructions (批示). */
export abstract class KeySteps extends SupervisionSteps {
  markKey(keyLeaderId: string, reason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('mark_key', this.status);
    this.require('mark_key', this.keyCase ? [msg('keycases.missing.already')] : []);
    const data = { keyLeaderId, staffId: keyLeaderId };
    return this.advance('mark_key', act, { change: { keyCase: true, keyLeaderId }, note: reason, data });
  }

  /** Plan, minutes and report stay in the file. */
  unmarkKey(reason: string, act: Act): NewEvent {
    this.requireKey('unmark_key');
    const data = { keyLeaderId: this.keyLeaderId, staffId: this.keyLeaderId };
    return this.advance('unmark_key', act, { change: { keyCase: false, keyLeaderId: null }, note: reason, data });
  }

  /** The text of the plan; with a milestone that is new, or one that is dropped. */
  planKey(plan: { text: string; added?: KeyMilestone; dropped?: KeyMilestone }, act: Act): NewEvent {
    this.requireKey('plan_key');
    const { text: keyPlan, added, dropped } = plan;
    if (added) this.require('plan_key', this.missingForMilestone(added, act));
    const data = { added: added?.title ?? null, milestoneDueOn: added?.dueOn ?? null, dropped: dropped?.title ?? null };
    return this.advance('plan_key', act, { change: { keyPlan }, note: dropped?.droppedBecause ?? null, data });
  }

  reachMilestone(milestone: KeyMilestone, paper: DossierPaper, act: Act): NewEvent {
    this.requireKey('reach_milestone');
    milestone.reach(act);
    const { id: milestoneId, title: milestoneTitle, unitId } = milestone;
    const data = { milestoneId, milestone: milestoneTitle, unitId, paperId: paper.id };
    return this.advance('reach_milestone', act, { note: milestoneTitle, data });
  }

  keepMinutes({ id: paperId, heldOn }: DossierPaper, act: Act): NewEvent {
    this.requireKey('keep_minutes');
    this.require('keep_minutes', heldOn! > beijingDate(act.at) ? [msg('keycases.missing.heldOn')] : []);
    return this.advance('keep_minutes', act, { data: { paperId, heldOn } });
  }

  reportSpecially({ id: paperId }: DossierPaper, act: Act): NewEvent {
    this.requireKey('report_specially');
    return this.advance('report_specially', act, { change: { specialReportAt: act.at }, data: { paperId } });
  }

  /** 批示: for the unit and the committee. */
  instruct({ id: paperId, text }: DossierPaper, act: Act): NewEvent {
    return this.advance('instruct', act, { note: text, data: { paperId } });
  }

  /** A key proposal is not answered, nor its promise confirmed, before its special report is there. */
  missingSpecialReport(): Message[] {
    return this.keyCase && this.specialReportAt === null ? [msg('keycases.missing.specialReport')] : [];
  }

  private missingForMilestone({ dueOn, unitId }: KeyMilestone, { at }: Act): Message[] {
    if (!this.assignments.some((one) => !one.isVoid && one.unitId === unitId)) throw new CaseNotFound();
    return dueOn < beijingDate(at) ? [msg('keycases.missing.future')] : [];
  }

  private requireKey(action: CaseAction): void {
    caseWorkflow.statusAfter(action, this.status);
    this.require(action, this.keyCase ? [] : [msg('keycases.missing.notKey')]);
  }
}
