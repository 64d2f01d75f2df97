import { Column, Entity, PrimaryColumn } from 'typeorm';
import { afterAttempt, type LockOut, NOT_LOCKED } from './lock-out.js';

/** How one member of staff gets in. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid') readonly staffId!: string;
  @Column('text', { nullable: true }) readonly passwordHash!: string | null;
  @Column('int') readonly failedAttempts: number = 0;
  @Column('timestamptz', { nullable: true }) readonly lockedUntil: Date | null = null;
  @Column('text') readonly language: string = 'zh';
  @Column('timestamptz', { nullable: true }) readonly mailFailedAt: Date | null = null;
  @Column('timestamptz', { nullable: true }) readonly passwordChangedAt: Date | null = null;
  @Column('timestamptz') readonly createdAt!: Date;

  get hasPassword(): boolean {
    return this.passwordHash !== null;
  }

  countAttempt(now: Date): void {
    this.set(afterAttempt(this, now));
  }

  forgetAttempts(): void {
    this.set(NOT_LOCKED);
  }

  /** A new password also ends a lock-out. */
  changePassword(passwordHash: string, at: Date): void {
    this.set({ passwordHash, passwordChangedAt: at, ...NOT_LOCKED });
  }

  private set(change: Partial<LockOut> & { passwordHash?: string; passwordChangedAt?: Date }): void {
    Object.assign(this, change);
  }
}
