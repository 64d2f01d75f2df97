import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SentFiles } from '../../files/index.js';
import { type Actor, authorize, ConditionsMissing, msg, NotFound, type Transaction } from '../../kernel/index.js';
import { AssignmentDesk } from '../duty/assignment-desk.js';
import { CaseSteps } from '../case/case-steps.js';
import type { CaseAction } from '../case/case-workflow.js';
import { CasePolicy } from '../case/case.policy.js';
import { Dossier } from '../case/dossier.service.js';
import type { DossierPaper, NewPaper } from '../case/dossier-paper.entity.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { KeyMilestone, type NewMilestone } from './key-milestone.entity.js';

export interface Plan {
  readonly text: string;
  readonly milestone: NewMilestone | null;
}

type Filed = (
  record: HandlingCase,
  paper: DossierPaper,
  act: Parameters<HandlingCase['instruct']>[1],
) => ReturnType<HandlingCase['instruct']>;

/** 重点提案 and 批示: marked by the chair, planned, carried out milestone by milestone, reported on. */
@Injectable()
export class KeyCases {
  constructor(
    private readonly db: DataSource,
    private readonly steps: CaseSteps,
    private readonly dossier: Dossier,
    private readonly desk: AssignmentDesk,
  ) {}

  async mark(ref: string, leaderId: string, reason: string, actor: Actor): Promise<HandlingCase> {
    const isLeader = (await this.desk.leaders()).some(({ id }) => id === leaderId);
    return this.steps.perform('mark_key', ref, actor, (record, act) => {
      if (!isLeader) throw new NotFound('leader');
      return record.markKey(leaderId, reason, act);
    });
  }

  unmark(ref: string, reason: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('unmark_key', ref, actor, (record, act) => record.unmarkKey(reason, act));
  }

  /** A form that was sent twice adds its milestone once. */
  plan(ref: string, { text, milestone }: Plan, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('plan_key', ref, actor, async (record, act, tx) => {
      const isKnown = milestone !== null && (await tx.existsBy(KeyMilestone, { id: milestone.id }));
      const isSame = text === record.keyPlan && (milestone === null || isKnown);
      if (isSame) return [];
      const added = milestone === null || isKnown ? undefined : KeyMilestone.add(record.id, milestone, act);
      const event = record.planKey({ text, added }, act);
      if (added) await tx.insert(KeyMilestone, { ...added });
      return event;
    });
  }

  dropMilestone(ref: string, milestoneId: string, reason: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('plan_key', ref, actor, async (record, act, tx) => {
      const dropped = await this.milestone(record, milestoneId, tx);
      dropped.drop(reason);
      const event = record.planKey({ text: record.keyPlan ?? '', dropped }, act);
      await tx.save(dropped);
      return event;
    });
  }

  /** Ticked off by its own unit or by the leading one, with evidence or the reason why there is none. */
  reach(
    ref: string,
    milestoneId: string,
    evidence: { readonly id: string; readonly text: string; readonly withoutFiles: string },
    actor: Actor,
    files: SentFiles | null = null,
  ): Promise<HandlingCase> {
    return this.steps.perform('reach_milestone', ref, actor, async (record, act, tx) => {
      const milestone = await this.milestone(record, milestoneId, tx);
      authorize(new CasePolicy(actor).reaches(milestone.unitId, record), 'reach_milestone');
      const isProved = evidence.withoutFiles !== '' || (files?.uploads.length ?? 0) > 0;
      if (!isProved) throw new ConditionsMissing('reach_milestone', [msg('promises.missing.evidence')]);
      const paper = { kind: 'milestone', aboutId: milestoneId, ...evidence } as const;
      const filed = await this.dossier.file(record, paper, files, act, tx);
      if (filed === null) return [];
      const event = record.reachMilestone(milestone, filed, act);
      await tx.save(milestone);
      return event;
    });
  }

  keepMinutes(ref: string, minutes: Omit<NewPaper, 'kind'>, actor: Actor, files: SentFiles | null = null) {
    const step: Filed = (record, paper, act) => record.keepMinutes(paper, act);
    return this.file('keep_minutes', ref, { kind: 'meeting', ...minutes }, files, actor, step);
  }

  /** 专题报告: one for each key proposal. */
  reportSpecially(ref: string, report: Omit<NewPaper, 'kind'>, actor: Actor, files: SentFiles | null = null) {
    const step: Filed = (record, paper, act) => record.reportSpecially(paper, act);
    return this.file('report_specially', ref, { kind: 'special_report', ...report }, files, actor, step);
  }

  instruct(ref: string, instruction: Pick<NewPaper, 'id' | 'text'>, actor: Actor) {
    const step: Filed = (record, paper, act) => record.instruct(paper, act);
    return this.file('instruct', ref, { kind: 'instruction', ...instruction }, null, actor, step);
  }

  milestones(caseId: string, tx: Transaction = this.db.manager): Promise<KeyMilestone[]> {
    return tx.find(KeyMilestone, {
      where: { caseId },
      relations: { unit: true },
      order: { dueOn: 'ASC', addedAt: 'ASC' },
    });
  }

  private file(action: CaseAction, ref: string, paper: NewPaper, files: SentFiles | null, actor: Actor, step: Filed) {
    return this.steps.perform(action, ref, actor, async (record, act, tx) => {
      const isReport = paper.kind === 'special_report';
      if (isReport && (await this.dossier.hasSpecialReport(record.id, paper.id, tx)))
        throw new ConditionsMissing(action, [msg('keycases.missing.reportedAlready')]);
      const filed = await this.dossier.file(record, paper, files, act, tx);
      return filed === null ? [] : step(record, filed, act);
    });
  }

  private async milestone(record: HandlingCase, id: string, tx: Transaction): Promise<KeyMilestone> {
    const milestone = await tx.findOneBy(KeyMilestone, { id, caseId: record.id });
    if (!milestone) throw new NotFound('milestone');
    return milestone;
  }
}
