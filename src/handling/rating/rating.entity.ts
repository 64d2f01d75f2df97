import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Act, newId } from '../../kernel/index.js';
import type { Satisfaction } from './rating-arithmetic.js';

export interface NewRating {
  /** 办理态度 */
  readonly attitude: Satisfaction;
  /** 办理结果 */
  readonly result: Satisfaction;
  readonly reason: string | null;
}

/** 评价: what one party says of one round. Given once, never changed. */
@Entity('rating')
export class Rating implements NewRating {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('int') readonly round!: number;
  @Column('uuid') readonly staffId!: string;
  @Column('text') readonly attitude!: Satisfaction;
  @Column('text') readonly result!: Satisfaction;
  @Column('text', { nullable: true }) readonly reason!: string | null;
  @Column('boolean') readonly onPaper!: boolean;
  /** Who typed it in, when it came on paper. */
  @Column('uuid', { nullable: true }) readonly enteredBy!: string | null;
  @Column('timestamptz') readonly ratedAt!: Date;

  static of(record: { id: string; round: number }, rating: NewRating, act: Act): Rating {
    const place = { id: newId(), caseId: record.id, round: record.round, staffId: act.by.staffId };
    return Object.assign(new Rating(), place, rating, { onPaper: false, enteredBy: null, ratedAt: act.at });
  }

  /** What `staffId` wrote on the opinion form, typed in by somebody else. */
  static fromPaper(record: { id: string; round: number }, staffId: string, rating: NewRating, act: Act): Rating {
    const { staffId: enteredBy } = act.by;
    return Object.assign(Rating.of(record, rating, act), { staffId, onPaper: true, enteredBy });
  }
}
