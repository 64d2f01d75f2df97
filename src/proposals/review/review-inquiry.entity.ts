import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Audience, newId } from '../../kernel/index.js';
import { InquiryAnswered } from './review.errors.js';

/** 征求意见: one question of the committee to one unit about a proposal under review. The unit reads the text needed, nothing else. */
@Entity('review_inquiry')
export class ReviewInquiry {
  @PrimaryColumn('uuid') readonly id: string = newId();
  @Column('uuid') readonly proposalId!: string;
  @Column('uuid') readonly unitId!: string;
  @Column('text') readonly question!: string;
  @Column('uuid') readonly askedBy!: string;
  @Column('timestamptz') readonly askedAt!: Date;
  @Column('date') readonly dueOn!: string;
  @Column('text', { nullable: true }) readonly answer: string | null = null;
  @Column('uuid', { nullable: true }) readonly answeredBy: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly answeredAt: Date | null = null;
  @Column('text', { array: true }) readonly audience: Audience = [];

  static ask(facts: Pick<ReviewInquiry, 'proposalId' | 'unitId' | 'question' | 'askedBy' | 'askedAt' | 'dueOn'>) {
    return Object.assign(new ReviewInquiry(), facts, { audience: readersOf(facts.unitId) });
  }

  get isAnswered(): boolean {
    return this.answer !== null;
  }

  isLate(today: string): boolean {
    return !this.isAnswered && this.dueOn < today;
  }

  handTo(unitId: string): void {
    Object.assign(this, { unitId, audience: readersOf(unitId) });
  }

  /** Once. */
  giveAnswer(answer: string, answeredBy: string, answeredAt: Date): void {
    if (this.isAnswered) throw new InquiryAnswered();
    Object.assign(this, { answer, answeredBy, answeredAt });
  }
}

function readersOf(unitId: string): Audience {
  return [`unit_officer:${unitId}`, `unit_head:${unitId}`];
}
