import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LedgerEvent } from '../kernel/index.js';

/** One row of the append-only ledger; a trigger refuses every update and delete. */
@Entity('ledger_event')
export class LedgerEntry implements LedgerEvent {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly subjectType!: string;
  @Column('uuid') readonly subjectId!: string;
  @Column('int') readonly position!: number;
  @Column('text') readonly action!: string;
  @Column('uuid', { nullable: true }) readonly actorId!: string | null;
  @Column('text') readonly actorName!: string;
  @Column('text', { nullable: true }) readonly role!: string | null;
  @Column('timestamptz') readonly at!: Date;
  @Column('text', { name: 'from_status', nullable: true }) readonly from!: string | null;
  @Column('text', { name: 'to_status', nullable: true }) readonly to!: string | null;
  @Column('text', { nullable: true }) readonly note!: string | null;
  @Column('jsonb') readonly data!: Record<string, unknown>;
  @Column('text', { nullable: true }) readonly previousHash!: string | null;
  @Column('text') readonly hash!: string;
}
