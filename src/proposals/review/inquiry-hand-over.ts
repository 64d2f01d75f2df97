import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { EventBus, type LedgerEvent, msg, type Transaction } from '../../kernel/index.js';
import { type MergerPart, type Unit, UnitMerger } from '../../organization/index.js';
import { ReviewInquiry } from './review-inquiry.entity.js';

const OPEN = `
  select proposal.serial, inquiry.due_on::text as "dueOn" from review_inquiry inquiry join proposal on proposal.id = proposal_id
  where unit_id = $1 and answer is null and proposal.status in ('under_review', 'referred') order by proposal.serial`;

/** 机构调整: what a unit was asked before a decision, its successor answers; unless it was asked the same itself. */
@Injectable()
export class InquiryHandOver implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly bus: EventBus,
    private readonly merger: UnitMerger,
  ) {}

  onModuleInit(): void {
    this.merger.add((unit) => this.preview(unit));
    this.bus.on('unit.merge', (event, tx) => this.move(event, tx));
  }

  /** By number and date only, like its cases. */
  private async preview({ id }: Unit): Promise<MergerPart> {
    const open = (await this.db.query(OPEN, [id])) as { serial: string; dueOn: string }[];
    const items = open.map(({ serial, dueOn }) => ({ text: serial, note: msg('mergers.answerBy', { date: dueOn }) }));
    return { title: msg('mergers.inquiries', { n: items.length }), items };
  }

  private async move({ subjectId, data }: LedgerEvent, tx: Transaction): Promise<void> {
    const successorId = String(data.successorId);
    const openOf = (unitId: string) => tx.findBy(ReviewInquiry, { unitId, answer: IsNull() });
    const asked = new Set((await openOf(successorId)).map(({ proposalId }) => proposalId));
    for (const inquiry of await openOf(subjectId)) {
      if (asked.has(inquiry.proposalId)) continue;
      inquiry.handTo(successorId);
      await tx.save(inquiry);
    }
  }
}
