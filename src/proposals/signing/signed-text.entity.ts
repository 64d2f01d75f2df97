import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody signed, word for word: a text that was signed is kept, whatever the proposal says later. */
@Entity('proposal_signed_text')
export class SignedText {
  @PrimaryColumn('uuid') readonly proposalId!: string;
  @PrimaryColumn('int') readonly version!: number;
  @Column('text') readonly reason!: string;
  @Column('text') readonly measures!: string;
  @Column('timestamptz') readonly signedAt!: Date;

  static of(proposal: { id: string; textVersion: number; reason: string; measures: string }, at: Date): SignedText {
    const { id: proposalId, textVersion: version, reason, measures } = proposal;
    return Object.assign(new SignedText(), { proposalId, version, reason, measures, signedAt: at });
  }
}
