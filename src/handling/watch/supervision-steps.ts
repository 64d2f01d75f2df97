import { beijingDate } from '../../calendar/index.js';
import type { Act, NewEvent } from '../../kernel/index.js';
import { CaseNotFound } from '../case/case.errors.js';
import { type CaseAction, caseWorkflow } from '../case/case-workflow.js';
import { FollowUpSteps } from '../follow-up/follow-up-steps.js';
import { missingForNotice, type NewNotice, SupervisionNotice } from './supervision-notice.entity.js';

/** 督办: the committee urges a unit, level by level; the unit answers in writing. */
export abstract class SupervisionSteps extends FollowUpSteps {
  /** `before` are the notices that this unit was given in this case; an unanswered one is raised. */
  supervise(
    wish: NewNotice,
    before: readonly SupervisionNotice[],
    number: string,
    act: Act,
  ): { notice: SupervisionNotice; event: NewEvent } {
    caseWorkflow.statusAfter('supervise', this.status);
    this.requireDutyOf(wish.unitId);
    this.require('supervise', missingForNotice(before, wish, beijingDate(act.at)));
    for (const one of before) if (one.isOpen) one.raise();
    const notice = SupervisionNotice.issue({ caseId: this.id, congressId: this.congressId, number }, wish, act);
    const { level, reason } = wish;
    const change = { supervisedLevel: Math.max(this.supervisedLevel, level) };
    return { notice, event: this.noticed('supervise', notice, act, reason, change) };
  }

  answerSupervision(notice: SupervisionNotice, text: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('answer_supervision', this.status);
    notice.answer(act);
    return this.noticed('answer_supervision', notice, act, text);
  }

  decideOnAnswer(notice: SupervisionNotice, decision: 'accept' | 'refuse', note: string, act: Act): NewEvent {
    const action = deciding(decision);
    caseWorkflow.statusAfter(action, this.status);
    notice.decide(decision, note, act);
    return this.noticed(action, notice, act, note);
  }

  /** Only a unit that has a duty in the case can be urged. */
  private requireDutyOf(unitId: string): void {
    if (!this.assignments.some((one) => !one.isVoid && one.unitId === unitId)) throw new CaseNotFound();
  }

  private noticed(action: CaseAction, notice: SupervisionNotice, act: Act, note: string, change = {}): NewEvent {
    const { id: noticeId, level, number: noticeNumber, unitId, answerBy } = notice;
    return this.advance(action, act, { change, note, data: { noticeId, level, noticeNumber, unitId, answerBy } });
  }
}

export function deciding(decision: 'accept' | 'refuse'): CaseAction {
  return decision === 'accept' ? 'accept_answer' : 'refuse_answer';
}
