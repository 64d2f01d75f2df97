import { Column, Entity, PrimaryColumn } from 'typeorm';

export type LinkPurpose = 'first' | 'forgotten';

const HOUR_MS = 3_600_000;
const LIFETIME_HOURS: Record<LinkPurpose, number> = { first: 24, forgotten: 1 };

/** A mailed link with which a person sets a password once. Only the hash of its token is kept. */
@Entity('sign_in_link')
export class SignInLink {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly tokenHash!: string;
  @Column('uuid') readonly staffId!: string;
  @Column('text') readonly purpose!: LinkPurpose;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz') readonly expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly usedAt!: Date | null;

  static expiryOf(purpose: LinkPurpose, now: Date): Date {
    return new Date(now.getTime() + LIFETIME_HOURS[purpose] * HOUR_MS);
  }

  isUsable(now: Date): boolean {
    return this.usedAt === null && this.expiresAt > now;
  }
}
