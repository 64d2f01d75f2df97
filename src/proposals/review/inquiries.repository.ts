import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Actor, isId, mayRead, type Transaction } from '../../kernel/index.js';
import { ReviewInquiry } from './review-inquiry.entity.js';
import { InquiryNotFound } from './review.errors.js';

/** What units were asked, and who may read it. */
@Injectable()
export class InquiriesRepository {
  constructor(private readonly db: DataSource) {}

  ofProposal(proposalId: string, tx: Transaction = this.db.manager): Promise<ReviewInquiry[]> {
    return tx.find(ReviewInquiry, { where: { proposalId }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  /** One query for a whole list: how many are still to be answered. */
  async openOf(proposalIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = (await this.db.query(
      'select proposal_id as id, count(*)::int as n from review_inquiry where proposal_id = any($1) and answer is null group by 1',
      [proposalIds],
    )) as { id: string; n: number }[];
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** For the unit that was asked; absent for everybody else. */
  async find(id: string, actor: Actor): Promise<ReviewInquiry> {
    return visible(isId(id) ? await this.db.manager.findOneBy(ReviewInquiry, { id }) : null, actor);
  }

  async lock(id: string, actor: Actor, tx: Transaction): Promise<ReviewInquiry> {
    const lock = { mode: 'pessimistic_write' } as const;
    return visible(isId(id) ? await tx.findOne(ReviewInquiry, { where: { id }, lock }) : null, actor);
  }

  /** Those asked of the units of this reader, the open ones first. */
  asked(actor: Actor, tx: Transaction = this.db.manager): Promise<ReviewInquiry[]> {
    const unitIds = ['unit_officer', 'unit_head'].flatMap((role) => actor.scopesOf(role));
    const order = { answeredAt: { direction: 'DESC', nulls: 'FIRST' }, dueOn: 'ASC' } as const;
    return tx.find(ReviewInquiry, { where: { unitId: In(unitIds) }, order, take: 100 });
  }

  /** Whether a unit of the reader was asked about the proposal: its attachments are part of the text needed. */
  async opens(proposalId: string, actor: Actor): Promise<boolean> {
    return (await this.ofProposal(proposalId)).some(({ audience }) => mayRead(audience, actor));
  }
}

function visible(inquiry: ReviewInquiry | null, actor: Actor): ReviewInquiry {
  if (!inquiry || !mayRead(inquiry.audience, actor)) throw new InquiryNotFound();
  return inquiry;
}
