import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import type { Actor, Transaction } from '../../kernel/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { DUTY_DUE_SQL } from '../case/case-due.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { Rating } from '../rating/rating.entity.js';
import { ReplySignature, type SignaturePart } from './reply-signature.entity.js';
import type { ReplyStatus } from './reply-workflow.js';
import { Reply } from './reply.entity.js';
import { IS_AT_SIGNATURES, WAITS_FOR_MINE, waitingParameters } from './sign-waiting.js';
import { ReplyNotFound } from './reply.errors.js';

/** A reply that waits for a signature, as the list of signatures shows it. */
export interface WaitingReply {
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly unitName: string;
  readonly part: SignaturePart;
  readonly version: number;
  readonly dueOn: string;
  readonly keyCase: boolean;
  /** Which of several separate replies of the case; null where there is one. */
  readonly dutyId: string | null;
  /** The id of an amendment; null for a reply of its own. */
  readonly amendmentId: string | null;
}

const WAITING = `
  select record.ref, record.number, record.title, unit.name as "unitName", reply.version, record.key_case as "keyCase",
         case duty.part when 'separate' then duty.id end as "dutyId", case when reply.amends_id is not null then reply.id end as "amendmentId",
         case reply.status when 'at_head' then 'head' else 'leader' end as part, ${DUTY_DUE_SQL}::text as "dueOn"
  from reply
  join assignment duty on duty.id = reply.assignment_id
  join handling_case record on record.id = reply.case_id and record.round = reply.round
  join unit on unit.id = duty.unit_id
  where ${IS_AT_SIGNATURES} and ${WAITS_FOR_MINE}
  order by "dueOn", record.number`;

/** How far a reply is that nobody outside the unit reads yet. */
export interface UnsignedReply {
  readonly status: ReplyStatus;
  readonly isReturned: boolean;
  readonly updatedAt: Date;
}

const UNSIGNED = `
  select record.id, reply.status, reply.return_comment is not null as "isReturned", reply.updated_at as "updatedAt"
  from reply
  join assignment on assignment.id = reply.assignment_id and assignment.status <> 'void'
  join handling_case record on record.id = reply.case_id and record.round = reply.round
  where record.id = any($1) and reply.status <> 'signed' and reply.amends_id is null and reply.audience && $2::text[]`;

/** Questions about replies, signatures and ratings, by name. */
@Injectable()
export class RepliesRepository {
  constructor(private readonly db: DataSource) {}

  find(id: string, tx: Transaction = this.db.manager): Promise<Reply | null> {
    return tx.findOneBy(Reply, { id });
  }

  /** The reply of a leading unit in the present round, if somebody has begun it. */
  current({ round }: HandlingCase, duty: Assignment, tx: Transaction = this.db.manager): Promise<Reply | null> {
    return tx.findOneBy(Reply, { assignmentId: duty.id, round, amendsId: IsNull() });
  }

  async currentOrFail(record: HandlingCase, duty: Assignment, tx: Transaction = this.db.manager): Promise<Reply> {
    const reply = await this.current(record, duty, tx);
    if (reply === null) throw new ReplyNotFound();
    return reply;
  }

  /** The replies that count: of each leading unit the newest that was signed. */
  async standing(record: HandlingCase, tx: Transaction = this.db.manager): Promise<Reply[]> {
    const signed = (await this.ofCase(record.id, tx)).filter(({ isSigned }) => isSigned);
    const newest = record.leads.flatMap(({ id }) => signed.findLast(({ assignmentId }) => assignmentId === id) ?? []);
    const replies = newest.length > 0 ? newest : signed.slice(-1);
    if (replies.length === 0) throw new ReplyNotFound();
    return replies;
  }

  /** Every reply of a case, the first round first; what amends them is asked for apart. */
  ofCase(caseId: string, tx: Transaction = this.db.manager): Promise<Reply[]> {
    return tx.find(Reply, { where: { caseId, amendsId: IsNull() }, order: { round: 'ASC', signedAt: 'ASC' } });
  }

  /** What amends these replies, the oldest first; one that is not signed yet comes last. */
  amendmentsOf(replyIds: readonly string[], tx: Transaction = this.db.manager): Promise<Reply[]> {
    if (replyIds.length === 0) return Promise.resolve([]);
    const order = { signedAt: { direction: 'ASC', nulls: 'LAST' } } as const;
    return tx.find(Reply, { where: { amendsId: In([...replyIds]) }, order });
  }

  /** The newest reply of a unit that was issued. */
  newestSignedOf(duty: Assignment, tx: Transaction = this.db.manager): Promise<Reply | null> {
    const where = { assignmentId: duty.id, status: 'signed' as const, amendsId: IsNull() };
    return tx.findOne(Reply, { where, order: { round: 'DESC' } });
  }

  /** What stands of an issued reply: the last amendment that was issued, or itself. */
  async standingOf(amended: Reply, tx: Transaction = this.db.manager): Promise<Reply> {
    const amendments = await this.amendmentsOf([amended.id], tx);
    return amendments.findLast(({ isSigned }) => isSigned) ?? amended;
  }

  /** The one amendment that is under way. */
  openAmendment(amended: Reply, tx: Transaction = this.db.manager): Promise<Reply | null> {
    return tx.findOneBy(Reply, { amendsId: amended.id, status: Not('signed') });
  }

  /** The units of the case have changed: who reads its signed replies changes with them. A draft stays with the unit that wrote it, or goes along with a duty that was handed over. */
  async followUnits(record: HandlingCase, tx: Transaction, handedDutyId: string | null = null): Promise<void> {
    const all = await tx.findBy(Reply, { caseId: record.id }); // what amends a reply follows like the reply
    const following = all.filter(({ isSigned, assignmentId }) => isSigned || assignmentId === handedDutyId);
    for (const reply of following) reply.followUnits(record);
    await tx.save(following);
  }

  signatures(replyIds: readonly string[], tx: Transaction = this.db.manager): Promise<ReplySignature[]> {
    if (replyIds.length === 0) return Promise.resolve([]);
    return tx.find(ReplySignature, { where: { replyId: In([...replyIds]) }, order: { signedAt: 'ASC', id: 'ASC' } });
  }

  ratings(caseId: string, tx: Transaction = this.db.manager): Promise<Rating[]> {
    return tx.find(Rating, { where: { caseId }, order: { round: 'ASC', ratedAt: 'ASC' } });
  }

  /** Which of these cases have an unsigned reply that this person may read, and how far it is. */
  async unsignedOf(caseIds: readonly string[], actor: Actor): Promise<Map<string, UnsignedReply>> {
    const rows = (await this.db.query(UNSIGNED, [caseIds, [...actor.keys]])) as ({
      id: string;
    } & UnsignedReply)[];
    return new Map(rows.map(({ id, ...reply }) => [id, reply]));
  }

  /** What waits for this person's signature, the most urgent first. */
  waitingFor(actor: Actor): Promise<WaitingReply[]> {
    return this.db.query(WAITING, waitingParameters(actor)) as Promise<WaitingReply[]>;
  }

  /** Addresses of the cases whose rating period ended before today. */
  async withRatingOver(today: string): Promise<string[]> {
    const sql = `select ref from handling_case where status = 'replied' and rate_by < $1
      and not session_is_archived(coalesce(carried_to, session_id)) order by rate_by, ref`;
    const rows = (await this.db.query(sql, [today])) as { ref: string }[];
    return rows.map(({ ref }) => ref);
  }
}
