import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewOutcome } from './tally.js';

export interface Recommendation {
  readonly outcome: ReviewOutcome;
  /** Only with `decline`. */
  readonly declineCode: string | null;
  readonly note: string;
}

/** 预审: one member reads one proposal for the others and recommends what to do; asked to, or of the own accord. */
@Entity('review_reading')
export class ReviewReading {
  @PrimaryColumn('uuid') readonly proposalId!: string;
  @PrimaryColumn('uuid') readonly staffId!: string;
  @Column('uuid', { nullable: true }) readonly assignedBy: string | null = null;
  @Column('timestamptz') readonly assignedAt!: Date;
  @Column('text', { nullable: true }) readonly outcome: ReviewOutcome | null = null;
  @Column('text', { nullable: true }) readonly declineCode: string | null = null;
  @Column('text') readonly note: string = '';
  @Column('text', { nullable: true }) readonly fingerprint: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly givenAt: Date | null = null;

  static by(staffId: string, proposalId: string, assignedBy: string | null, assignedAt: Date): ReviewReading {
    return Object.assign(new ReviewReading(), { staffId, proposalId, assignedBy, assignedAt });
  }

  /** False when exactly this was recommended before. */
  recommend({ outcome, declineCode, note }: Recommendation, fingerprint: string, givenAt: Date): boolean {
    const isSame = this.outcome === outcome && this.declineCode === declineCode && this.note === note;
    if (isSame && this.fingerprint === fingerprint) return false;
    Object.assign(this, { outcome, declineCode, note, fingerprint, givenAt });
    return true;
  }
}
