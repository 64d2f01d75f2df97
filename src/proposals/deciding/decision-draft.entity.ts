import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Act } from '../../kernel/index.js';
import { type Decision, decisionOn, type Outcome, type Part } from './decision.js';
import type { Proposal } from '../proposal.entity.js';

/** 审定意见: a decision that is prepared for the meeting. It changes nothing, and only the committee knows of it. */
@Entity('decision_draft')
export class DecisionDraft {
  @PrimaryColumn('uuid') readonly proposalId!: string;
  @Column('uuid') readonly sessionId!: string;
  @Column('int') readonly position!: number;
  @Column('text') readonly outcome!: Outcome;
  @Column('text') readonly note!: string;
  @Column('text', { nullable: true }) readonly declineCode!: string | null;
  @Column('text') readonly caseTitle!: string;
  @Column('text') readonly mergeInto!: string;
  @Column('jsonb') readonly parts!: readonly Part[];
  @VersionColumn() readonly version!: number;
  @Column('uuid') readonly preparedBy!: string;
  @Column('timestamptz') readonly preparedAt!: Date;

  static of({ id: proposalId, sessionId }: Proposal, position: number): DecisionDraft {
    return Object.assign(new DecisionDraft(), { proposalId, sessionId, position });
  }

  write({ outcome, note, declineCode, caseTitle, into, parts }: Decision, { by, at }: Act): void {
    const text = { outcome, note, caseTitle, parts, declineCode: declineCode || null, mergeInto: into };
    Object.assign(this, text, { preparedBy: by.staffId, preparedAt: at });
  }

  moveTo(position: number): void {
    Object.assign(this, { position });
  }

  /** What it would decide. */
  decision(ref: string): Decision {
    const { outcome, note, caseTitle, parts, mergeInto: into } = this;
    return decisionOn(ref, outcome, { note, caseTitle, parts, into, declineCode: this.declineCode ?? '' });
  }
}
