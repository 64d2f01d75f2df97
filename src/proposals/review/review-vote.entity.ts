import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VoteChoice } from './tally.js';

/** 表决: how one member of the committee votes on one proposal; the last vote before the decision counts. */
@Entity('review_vote')
export class ReviewVote {
  @PrimaryColumn('uuid') readonly proposalId!: string;
  @PrimaryColumn('uuid') readonly staffId!: string;
  @Column('text') readonly choice!: VoteChoice;
  @Column('text') readonly fingerprint!: string;
  @Column('timestamptz') readonly castAt!: Date;

  static cast(vote: Pick<ReviewVote, 'proposalId' | 'staffId' | 'choice' | 'fingerprint' | 'castAt'>): ReviewVote {
    return Object.assign(new ReviewVote(), vote);
  }

  /** Given for the text as it stands. */
  countsFor(fingerprint: string): boolean {
    return this.fingerprint === fingerprint;
  }
}
