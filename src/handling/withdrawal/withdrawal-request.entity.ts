import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Act, newId } from '../../kernel/index.js';

/** 申请撤案: after the assignment a proposer asks, the committee's chair decides. The database keeps one open request per original. */
@Entity('withdrawal_request')
export class WithdrawalRequest {
  @PrimaryColumn('uuid') readonly id: string = newId();
  @Column('uuid') readonly caseId!: string;
  @Column('uuid') readonly originId!: string;
  @Column('uuid') readonly askedBy!: string;
  @Column('timestamptz') readonly askedAt!: Date;
  @Column('text') readonly reason!: string;
  @Column('boolean', { nullable: true }) readonly granted: boolean | null = null;
  @Column('uuid', { nullable: true }) readonly decidedBy: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly decidedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly decisionNote: string | null = null;
  /** A reply was issued before the chair had decided. */
  @Column('timestamptz', { nullable: true }) readonly lapsedAt: Date | null = null;

  static ask(caseId: string, originId: string, reason: string, { by, at }: Act): WithdrawalRequest {
    return Object.assign(new WithdrawalRequest(), { caseId, originId, reason, askedBy: by.staffId, askedAt: at });
  }

  lapse(lapsedAt: Date): void {
    Object.assign(this, { lapsedAt });
  }

  decide(granted: boolean, note: string, { by, at }: Act): void {
    Object.assign(this, { granted, decidedBy: by.staffId, decidedAt: at, decisionNote: note });
  }
}
