import { Column, Entity, PrimaryColumn } from 'typeorm';
import { addDays } from '../calendar/index.js';

export const UNIT_ROLES = [
  'unit_officer',
  'unit_head',
  'leader',
  'publisher',
  'disclosure_office',
  'secrecy_reviewer',
  'supervisor',
  'administrator',
] as const;
export type UnitRole = (typeof UNIT_ROLES)[number];

/** A role for a unit and everything below it, from one day to another (inclusive). */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly staffId!: string;
  @Column('text') readonly role!: UnitRole;
  @Column('uuid') readonly unitId!: string;
  @Column('date') readonly validFrom!: string;
  @Column('date', { nullable: true }) readonly validUntil!: string | null;
  @Column('uuid', { nullable: true }) readonly grantedBy!: string | null;

  /** Whether the grant still holds, or will. */
  isRunning(today: string): boolean {
    return this.validUntil === null || (this.validUntil >= today && this.validUntil >= this.validFrom);
  }

  overlaps(from: string, until: string | null): boolean {
    const beginsInTime = until === null || this.validFrom <= until;
    return beginsInTime && (this.validUntil === null || (this.validUntil >= from && this.validUntil >= this.validFrom));
  }

  /** Ends at once: yesterday was its last day; one that had not begun never held. */
  end(today: string): void {
    const yesterday = addDays(today, -1);
    const before = addDays(this.validFrom, -1);
    Object.assign(this, { validUntil: yesterday > before ? yesterday : before });
  }
}
