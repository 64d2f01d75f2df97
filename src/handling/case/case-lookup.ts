import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, type Audience, Clock, mayRead, type Message, type Transaction } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import type { CaseKind } from './case-kind.js';
import type { CaseStatus } from './case-workflow.js';
import { type Way, wayOf } from './case-way.js';
import { CasesRepository } from './cases.repository.js';
import type { FinalRating, OutcomeClass } from './case-values.js';
import type { HandlingCase } from './handling-case.entity.js';
import { presentPublicTimeline, type TimelineEvent } from './web/case-timeline.presenter.js';

/** A reply that everybody may read. */
export interface PublicReply {
  readonly round: number;
  readonly number: string;
  readonly text: string;
  readonly outcomeClass: OutcomeClass;
  readonly promise: string | null;
  readonly promisedOn: string | null;
  readonly unit: string;
  readonly signedAt: Date;
}

/** What the page of a proposal, a letter or a request says about its case. */
export interface CaseSummary {
  readonly caseId: string;
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly audience: Audience;
  readonly leadUnitName: string | null;
  readonly assistingUnitNames: readonly string[];
  readonly dueOn: string | null;
  readonly repliedAt: Date | null;
  /** A reply was issued, be it of one of several separate leads. */
  readonly isAnswered: boolean;
  readonly outcomeClass: OutcomeClass | null;
  readonly finalRating: FinalRating | null;
  readonly publishedAt: Date | null;
  /** How many originals are handled together. */
  readonly originCount: number;
  /** For `components/way`; `next` is its sentence. */
  readonly way: Way;
  readonly next: Message;
  readonly replies: readonly PublicReply[];
}

const PUBLIC_REPLIES = `
  select reply.case_id as "caseId", reply.round, reply.number, reply.text, reply.outcome_class as "outcomeClass", reply.promise,
         to_char(reply.promised_on, 'YYYY-MM-DD') as "promisedOn", coalesce(reply.unit_name, unit.name) as unit, reply.signed_at as "signedAt"
  from reply join assignment on assignment.id = reply.assignment_id join unit on unit.id = assignment.unit_id
  where reply.case_id = any($1) and reply.status = 'signed' and 'public' = any(reply.audience)
  order by reply.round, reply.signed_at`;

/** Lets the other rooms show the way of the cases that came from their records. */
@Injectable()
export class CaseLookup {
  constructor(
    private readonly db: DataSource,
    private readonly cases: CasesRepository,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** By the id of what was written; where one was split, the first of its cases. What the reader may see of it, the asking room decides. */
  async byOrigins(originIds: readonly string[], tx: Transaction = this.db.manager): Promise<Map<string, CaseSummary>> {
    const all = await this.allByOrigins(originIds, tx);
    return new Map([...all].map(([originId, [first]]) => [originId, first!]));
  }

  /** All cases of each, in the order of their numbers; one that was absorbed by another case or passed upward no longer counts. */
  async allByOrigins(originIds: readonly string[], tx: Transaction = this.db.manager) {
    const records = (await this.cases.byOrigins(originIds, tx)).filter(({ hasMoved }) => !hasMoved);
    const replies = await this.publicReplies(records, tx);
    const today = beijingDate(this.clock.now());
    const all = new Map<string, CaseSummary[]>();
    for (const record of records.toSorted((a, b) => a.ref.localeCompare(b.ref)))
      for (const { originId } of record.origins.filter((one) => originIds.includes(one.originId)))
        all.set(originId, [...(all.get(originId) ?? []), summaryOf(record, replies.get(record.id) ?? [], today)]);
    return all;
  }

  /** Whether the case that came from this record is open to the actor: its offices read what they have to answer. */
  async isReadable(originId: string, actor: Actor): Promise<boolean> {
    const records = await this.cases.byOrigins([originId]);
    return records.some(({ audience }) => mayRead(audience, actor));
  }

  /** What everybody may know of the way of the case that came from this record, from the assignment on. */
  async publicTimeline(originId: string): Promise<TimelineEvent[]> {
    const records = (await this.cases.byOrigins([originId])).filter(({ absorbedInto }) => absorbedInto === null);
    const events = await this.ledger.timeline(records.map(({ id }) => id));
    return records.flatMap((record) =>
      presentPublicTimeline(
        record,
        events.filter(({ subjectId }) => subjectId === record.id),
      ),
    );
  }

  private async publicReplies(records: readonly HandlingCase[], tx: Transaction): Promise<Map<string, PublicReply[]>> {
    if (records.length === 0) return new Map();
    const rows = (await tx.query(PUBLIC_REPLIES, [records.map(({ id }) => id)])) as (PublicReply & {
      caseId: string;
    })[];
    const byCase = new Map<string, PublicReply[]>();
    for (const { caseId, ...reply } of rows) byCase.set(caseId, [...(byCase.get(caseId) ?? []), reply]);
    return byCase;
  }
}

function summaryOf(record: HandlingCase, replies: readonly PublicReply[], today: string): CaseSummary {
  const leadUnitName = record.leadNames || null;
  const way = wayOf(record, leadUnitName, today);
  return {
    caseId: record.id,
    ref: record.ref,
    number: record.number,
    title: record.title,
    kind: record.kind,
    audience: record.audience,
    status: record.status,
    leadUnitName,
    assistingUnitNames: record.assisting.map(({ unit }) => unit.name),
    dueOn: record.extendedUntil ?? record.dueOn,
    repliedAt: record.repliedAt,
    isAnswered: record.isAnswered,
    outcomeClass: record.outcomeClass,
    finalRating: record.finalRating,
    publishedAt: record.publishedAt,
    originCount: record.origins.length,
    way,
    next: way.next,
    replies,
  };
}
