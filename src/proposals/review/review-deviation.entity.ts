import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Decided } from './tally.js';

/** Why it is decided otherwise than most members voted. Only the committee reads it. */
@Entity('review_deviation')
export class ReviewDeviation {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly proposalId!: string;
  @Column('uuid') readonly staffId!: string;
  @Column('text') readonly outcome!: Decided;
  @Column('text') readonly reason!: string;
  @Column('timestamptz') readonly explainedAt!: Date;
}
