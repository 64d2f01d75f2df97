import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate, WorkingDays, yearOf } from '../../calendar/index.js';
import { Congresses, NumberSeries } from '../../congress/index.js';
import type { SentFiles } from '../../files/index.js';
import { type Act, type Actor, authorize, Clock, NotFound, type Transaction } from '../../kernel/index.js';
import { CaseSteps } from '../case/case-steps.js';
import { CasePolicy } from '../case/case.policy.js';
import { CasesRepository } from '../case/cases.repository.js';
import { Dossier, type FiledPaper } from '../case/dossier.service.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { type NewNotice, SupervisionNotice } from './supervision-notice.entity.js';
import { deciding } from './supervision-steps.js';

export interface SupervisionDesk {
  readonly record: HandlingCase;
  readonly notices: readonly SupervisionNotice[];
  /** The day that the settings of the session propose for the answer. */
  readonly answerBy: string;
  readonly days: number;
}

export interface OneNotice {
  readonly record: HandlingCase;
  readonly notice: SupervisionNotice;
  readonly answer: FiledPaper | null;
}

/** 督办单: issued by a human, answered by the unit, decided on by the committee. */
@Injectable()
export class Supervision {
  constructor(
    private readonly db: DataSource,
    private readonly cases: CasesRepository,
    private readonly steps: CaseSteps,
    private readonly dossier: Dossier,
    private readonly congresses: Congresses,
    private readonly series: NumberSeries,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  async desk(record: HandlingCase): Promise<SupervisionDesk> {
    const { settings } = await this.congresses.session(record.governedBy);
    const answerBy = (await this.workingDays.load()).dueDateOf(this.clock.now(), settings.supervisionDays);
    return { record, notices: await this.ofCase(record.id), answerBy, days: settings.supervisionDays };
  }

  /** Talk between offices: nobody else learns that there is such a notice. */
  async find(ref: string, noticeId: string, actor: Actor): Promise<OneNotice> {
    const record = await this.cases.findVisible(ref, actor);
    const notice = (await this.ofCase(record.id)).find(({ id }) => id === noticeId);
    if (!notice || !new CasePolicy(actor).sees('whole_timeline', record)) throw new NotFound('supervision notice');
    const answers = await this.dossier.of(record, ['notice_answer'], actor);
    return { record, notice, answer: answers.find(({ paper }) => paper.aboutId === noticeId) ?? null };
  }

  ofCase(caseId: string, tx: Transaction = this.db.manager): Promise<SupervisionNotice[]> {
    return tx.find(SupervisionNotice, {
      where: { caseId },
      relations: { unit: true },
      order: { issuedAt: 'ASC', id: 'ASC' },
    });
  }

  /** A form that was sent twice issues one notice. */
  issue(ref: string, wish: NewNotice, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('supervise', ref, actor, async (record, act, tx) => {
      const all = await this.ofCase(record.id, tx);
      if (all.some(({ id }) => id === wish.id)) return [];
      const before = all.filter(({ unitId }) => unitId === wish.unitId);
      const { notice, event } = record.supervise(wish, before, await this.nextNumber(record, act, tx), act);
      await tx.save(before); // the raised one gives its place up first
      await tx.insert(SupervisionNotice, { ...notice });
      return event;
    });
  }

  /** The unit's own answer; sent twice it is one. */
  answer(
    ref: string,
    noticeId: string,
    answer: { readonly id: string; readonly text: string },
    actor: Actor,
    files: SentFiles | null = null,
  ): Promise<HandlingCase> {
    return this.steps.perform('answer_supervision', ref, actor, async (record, act, tx) => {
      const notice = await this.lock(record, noticeId, tx);
      authorize(new CasePolicy(actor).answersFor(notice.unitId), 'answer_supervision');
      const paper = { kind: 'notice_answer', aboutId: noticeId, ...answer } as const;
      if ((await this.dossier.file(record, paper, files, act, tx)) === null) return [];
      const event = record.answerSupervision(notice, answer.text, act);
      await tx.save(notice);
      return event;
    });
  }

  decide(ref: string, noticeId: string, decision: 'accept' | 'refuse', note: string, actor: Actor) {
    return this.steps.perform(deciding(decision), ref, actor, async (record, act, tx) => {
      const notice = await this.lock(record, noticeId, tx);
      const event = record.decideOnAnswer(notice, decision, note, act);
      await tx.save(notice);
      return event;
    });
  }

  private async lock(record: HandlingCase, noticeId: string, tx: Transaction): Promise<SupervisionNotice> {
    const notice = await tx.findOneBy(SupervisionNotice, { id: noticeId, caseId: record.id });
    if (!notice) throw new NotFound('supervision notice');
    return notice;
  }

  private async nextNumber({ congressId }: HandlingCase, { at }: Act, tx: Transaction): Promise<string> {
    const year = yearOf(beijingDate(at));
    return `督〔${year}〕${await this.series.next(`supervision:${congressId}:${year}`, tx)}号`;
  }
}
