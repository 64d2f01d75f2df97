import { Column, Entity, PrimaryColumn } from 'typeorm';
import { newId } from '../../kernel/index.js';

export type JointStatus = 'invited' | 'joined' | 'left';

/** Somebody who proposes together with the author: named by the author, bound only by the own login. */
@Entity('proposal_joint')
export class JointProposer {
  @PrimaryColumn('uuid') readonly id: string = newId();
  @Column('uuid') readonly proposalId!: string;
  @Column('uuid') readonly staffId!: string;
  @Column('text') readonly status: JointStatus = 'invited';
  @Column('timestamptz') readonly invitedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly answeredAt: Date | null = null;

  static invite(proposalId: string, staffId: string, at: Date): JointProposer {
    return Object.assign(new JointProposer(), { proposalId, staffId, invitedAt: at });
  }

  get isNamed(): boolean {
    return this.status !== 'left';
  }

  get hasJoined(): boolean {
    return this.status === 'joined';
  }

  inviteAgain(at: Date): void {
    Object.assign(this, { status: 'invited', invitedAt: at, answeredAt: null });
  }

  join(at: Date): void {
    Object.assign(this, { status: 'joined', answeredAt: at });
  }

  leave(at: Date): void {
    Object.assign(this, { status: 'left', answeredAt: at });
  }
}
