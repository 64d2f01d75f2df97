import { Column, Entity, PrimaryColumn } from 'typeorm';
import { afterAttempt } from './lock-out.js';

/** A staff number that nobody has, locked out like a real one: the answer must not tell which numbers exist. */
@Entity('unknown_number')
export class UnknownNumber {
  @PrimaryColumn('text') readonly numberHash!: string;
  @Column('int') readonly failedAttempts: number = 0;
  @Column('timestamptz', { nullable: true }) readonly lockedUntil: Date | null = null;

  countAttempt(now: Date): void {
    Object.assign(this, afterAttempt(this, now));
  }
}
