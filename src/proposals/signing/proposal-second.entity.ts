import { Column, Entity, PrimaryColumn } from 'typeorm';
import { newId } from '../../kernel/index.js';

export type SecondStatus = 'invited' | 'seconded' | 'declined' | 'cancelled';

/** An invitation to second and its answer. The database keeps one per person. */
@Entity('proposal_second')
export class ProposalSecond {
  @PrimaryColumn('uuid') readonly id: string = newId();
  @Column('uuid') readonly proposalId!: string;
  @Column('uuid') readonly staffId!: string;
  @Column('text') readonly status: SecondStatus = 'invited';
  @Column('int') readonly textVersion: number = 0;
  /** Signed on the paper form that the secretary typed in. */
  @Column('boolean') readonly onPaper: boolean = false;
  @Column('text') readonly remark: string = '';
  @Column('timestamptz') readonly invitedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly answeredAt: Date | null = null;

  static invite(proposalId: string, staffId: string, at: Date): ProposalSecond {
    return Object.assign(new ProposalSecond(), { proposalId, staffId, invitedAt: at });
  }

  /** Signed the text as it stands now. */
  countsFor(textVersion: number): boolean {
    return this.status === 'seconded' && this.textVersion === textVersion;
  }

  /** Asked, and not yet answered for the text as it stands now. */
  isWanted(textVersion: number): boolean {
    return this.status === 'invited' || (this.status === 'seconded' && this.textVersion !== textVersion);
  }

  inviteAgain(at: Date): void {
    Object.assign(this, { status: 'invited', textVersion: 0, remark: '', invitedAt: at, answeredAt: null });
  }

  sign(textVersion: number, remark: string, at: Date): void {
    Object.assign(this, { status: 'seconded', textVersion, remark, answeredAt: at });
  }

  decline(remark: string, at: Date): void {
    Object.assign(this, { status: 'declined', textVersion: 0, remark, answeredAt: at });
  }

  cancel(at: Date): void {
    Object.assign(this, { status: 'cancelled', textVersion: 0, answeredAt: at });
  }
}
