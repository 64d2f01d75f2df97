import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionNumbers } from './session-numbers.js';

/** The figures of a session on the day on which it was closed. Nothing changes them afterwards. */
@Entity('session_snapshot')
export class SessionSnapshot {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly sessionId!: string;
  @Column('timestamptz') readonly takenAt!: Date;
  @Column('date') readonly asOf!: string;
  @Column('jsonb') readonly figures!: SessionNumbers;
}
