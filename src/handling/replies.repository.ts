import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Actor, Transaction } from '../kernel/index.js';
import type { HandlingCase } from './handling-case.entity.js';
import { Rating } from './rating.entity.js';
import { ReplySignature, type SignaturePart } from './reply-signature.entity.js';
import type { ReplyStatus } from './reply-workflow.js';
import { Reply } from './reply.entity.js';
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
}

const WAITING = `
  select record.ref, record.number, record.title, unit.name as "unitName", reply.version, record.key_case as "keyCase",
         case reply.status when 'at_head' then 'head' else 'leader' end as part, coalesce(record.extended_until, record.due_on)::text as "dueOn"
  from reply
  join assignment on assignment.id = reply.assignment_id and assignment.status <> 'void'
  join handling_case record on record.id = reply.case_id and record.status = 'in_sign_off' and record.round = reply.round
  join unit on unit.id = record.lead_unit_id
  where (reply.status = 'at_head' and record.lead_unit_id = any($1)
         or reply.status = 'at_leader' and (record.lead_unit_id = any($2) or record.leader_id = $3))
    and not exists (select from reply_signature signed
                    where signed.reply_id = reply.id and signed.version = reply.version and signed.staff_id = $3)
  order by "dueOn", record.number`;

const UNSIGNED = `
  select record.id, reply.status
  from reply
  join assignment on assignment.id = reply.assignment_id and assignment.status <> 'void'
  join handling_case record on record.id = reply.case_id and record.round = reply.round
  where record.id = any($1) and reply.status <> 'signed' and reply.audience && $2::text[]`;

/** Questions about replies, signatures and ratings, by name. */
@Injectable()
export class RepliesRepository {
  constructor(private readonly db: DataSource) {}

  find(id: string): Promise<Reply | null> {
    return this.db.manager.findOneBy(Reply, { id });
  }

  /** The reply of the lead unit in the present round, if somebody has begun it. */
  async current(record: HandlingCase, tx: Transaction = this.db.manager): Promise<Reply | null> {
    const { lead, round } = record;
    return lead === null ? null : tx.findOneBy(Reply, { assignmentId: lead.id, round });
  }

  async currentOrFail(record: HandlingCase, tx: Transaction = this.db.manager): Promise<Reply> {
    const reply = await this.current(record, tx);
    if (reply === null) throw new ReplyNotFound();
    return reply;
  }

  /** The reply that counts: of the newest round in which one was signed. */
  async newestSigned(record: HandlingCase, tx: Transaction = this.db.manager): Promise<Reply> {
    const reply = await tx.findOne(Reply, {
      where: { caseId: record.id, status: 'signed' },
      order: { round: 'DESC', signedAt: 'DESC' },
    });
    if (reply === null) throw new ReplyNotFound();
    return reply;
  }

  /** Every reply of a case, the first round first. */
  ofCase(caseId: string, tx: Transaction = this.db.manager): Promise<Reply[]> {
    return tx.find(Reply, { where: { caseId }, order: { round: 'ASC', signedAt: 'ASC' } });
  }

  signatures(replyIds: readonly string[], tx: Transaction = this.db.manager): Promise<ReplySignature[]> {
    if (replyIds.length === 0) return Promise.resolve([]);
    return tx.find(ReplySignature, { where: { replyId: In([...replyIds]) }, order: { signedAt: 'ASC', id: 'ASC' } });
  }

  ratings(caseId: string, tx: Transaction = this.db.manager): Promise<Rating[]> {
    return tx.find(Rating, { where: { caseId }, order: { round: 'ASC', ratedAt: 'ASC' } });
  }

  /** Which of these cases have an unsigned reply that this person may read, and how far it is. */
  async unsignedOf(caseIds: readonly string[], actor: Actor): Promise<Map<string, ReplyStatus>> {
    const rows = (await this.db.query(UNSIGNED, [caseIds, [...actor.keys]])) as { id: string; status: ReplyStatus }[];
    return new Map(rows.map(({ id, status }) => [id, status]));
  }

  /** What waits for this person's signature, the most urgent first. */
  waitingFor(actor: Actor): Promise<WaitingReply[]> {
    const parameters = [actor.scopesOf('unit_head'), actor.scopesOf('leader'), actor.staffId];
    return this.db.query(WAITING, parameters) as Promise<WaitingReply[]>;
  }

  /** Addresses of the cases whose rating period ended before today. */
  async withRatingOver(today: string): Promise<string[]> {
    const sql = `select ref from handling_case where status = 'replied' and rate_by < $1
      and not session_is_archived(coalesce(carried_to, session_id)) order by rate_by, ref`;
    const rows = (await this.db.query(sql, [today])) as { ref: string }[];
    return rows.map(({ ref }) => ref);
  }
}
