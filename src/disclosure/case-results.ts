import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses } from '../congress/index.js';
import { CaseLookup, HandlingCase, type PublicReply } from '../handling/index.js';
import {
  type Actor,
  authorize,
  ConditionsMissing,
  mayRead,
  type Message,
  msg,
  newId,
  NotFound,
} from '../kernel/index.js';
import type { Transaction } from '../kernel/index.js';
import { Notice } from './notice.entity.js';
import { ResultAlreadyPosted } from './notice.errors.js';
import { NoticePolicy } from './notice.policy.js';
import { NoticeSteps } from './notice-steps.js';
import type { NoticeText } from './notice-text.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';

/** A published case with what everybody may read of it. */
export interface CaseResult {
  readonly record: HandlingCase;
  readonly reply: PublicReply;
}

/** The result of a published case, posted on the board in one step by the committee: once per case. */
@Injectable()
export class CaseResults {
  constructor(
    private readonly db: DataSource,
    private readonly cases: CaseLookup,
    private readonly notices: NoticesRepository,
    private readonly service: NoticesService,
    private readonly steps: NoticeSteps,
    private readonly congresses: Congresses,
  ) {}

  /** What can be posted; refuses everybody else, and everything that is not published yet. */
  async read(ref: string, actor: Actor, tx: Transaction = this.db.manager): Promise<CaseResult> {
    const record = await tx.findOne(HandlingCase, { where: { ref }, relations: { origins: true } });
    if (!record || !mayRead(record.audience, actor)) throw new NotFound('case');
    authorize(new NoticePolicy(actor).roleFor('post_result', subjectOf(record)), 'post_result');
    const missing = this.missing(record);
    if (missing.length > 0) throw new ConditionsMissing('post_result', missing);
    const summaries = await this.cases.allByOrigins(
      record.origins.map(({ originId }) => originId),
      tx,
    );
    const reply = [...summaries.values()]
      .flat()
      .find(({ caseId }) => caseId === record.id)
      ?.replies.at(-1);
    if (!reply) throw new ConditionsMissing('post_result', [msg('disclosure.missing.published')]);
    return { record, reply };
  }

  /** Writes the notice and publishes it, in one transaction. */
  post(ref: string, { title, body }: Pick<NoticeText, 'title' | 'body'>, actor: Actor): Promise<Notice> {
    return this.db.transaction(async (tx) => {
      await tx.findOne(HandlingCase, { where: { ref }, lock: { mode: 'pessimistic_write' } });
      const { record } = await this.read(ref, actor, tx);
      await this.congresses.requireWritable(record.governedBy, tx);
      if (await this.notices.ofCase(record.id, tx)) throw new ResultAlreadyPosted();
      const subject = subjectOf(record);
      const act = this.steps.authorized('post_result', subject, actor);
      const origin = { caseId: record.id, congressId: record.congressId };
      const draft = Notice.draft(newId(), { ...resultOf(subject.unitId), title, body }, act, origin);
      await this.steps.keep(draft.notice, draft.event, tx);
      const event = await this.service.publication('post_result', draft.notice, act, tx);
      await this.steps.keep(draft.notice, { ...event, data: { ...event.data, caseRef: ref } }, tx);
      return draft.notice;
    });
  }

  /** The case whose result the notice tells, for those who may read it. */
  async caseOf({ caseId }: Notice, actor: Actor): Promise<HandlingCase | null> {
    const record = caseId ? await this.db.manager.findOneBy(HandlingCase, { id: caseId }) : null;
    return record && mayRead(record.audience, actor) ? record : null;
  }

  mayPost(record: HandlingCase, actor: Actor): boolean {
    return (
      !record.isReadOnly &&
      this.missing(record).length === 0 &&
      new NoticePolicy(actor).permits('post_result', subjectOf(record))
    );
  }

  private missing(record: HandlingCase): Message[] {
    const isPublic = record.publishedAt !== null && record.publishable && !record.confidential;
    return isPublic && record.leadUnitId !== null ? [] : [msg('disclosure.missing.published')];
  }
}

function subjectOf({ leadUnitId, congressId }: HandlingCase) {
  return { unitId: leadUnitId!, congressId, status: 'draft' as const, draftedBy: '' };
}

function resultOf(unitId: string): Omit<NoticeText, 'title' | 'body'> {
  const nothing = {
    catalogueItem: null,
    audienceUnitIds: [],
    audienceReason: '',
    documentNumber: '',
    documentDate: null,
  };
  const open = { attribute: 'own', audienceKind: 'public', category: 'results' } as const;
  return { unitId, ...nothing, ...open, keywords: [], validFrom: null, validUntil: null };
}
