import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Message, msg } from '../kernel/index.js';

export const UNIT_KINDS = ['union', 'university', 'school', 'office', 'faculty', 'department'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface UnitDetails {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly kind: UnitKind;
  readonly position: number;
}

/** What still hangs on a unit that is to be retired. */
export interface UnitUse {
  readonly units: number;
  readonly people: number;
}

/** A node of the tree of units: the school itself, its offices and faculties, their departments. */
@Entity('unit')
export class Unit {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly code!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly short!: string;
  @Column('text') readonly kind!: UnitKind;
  @Column('uuid', { nullable: true }) readonly parentId!: string | null;
  @Column('int') readonly position!: number;
  @Column('boolean') readonly active!: boolean;
  /** Who took over when the unit was merged. */
  @Column('uuid', { nullable: true }) readonly successorId!: string | null;

  static found(id: string, parentId: string | null, details: UnitDetails): Unit {
    return Object.assign(new Unit(), { id, parentId, active: true, successorId: null, ...details });
  }

  /** The names of the details that differ. */
  changesTo(details: UnitDetails): (keyof UnitDetails)[] {
    return (Object.keys(details) as (keyof UnitDetails)[]).filter((key) => this[key] !== details[key]);
  }

  describe(details: UnitDetails): void {
    this.set({ ...details });
  }

  moveUnder(parentId: string): void {
    this.set({ parentId });
  }

  /** A unit with people or units in it cannot be retired: they would belong nowhere. */
  static missingToRetire({ units, people }: UnitUse): Message[] {
    const missing: Message[] = [];
    if (units > 0) missing.push(msg('organization.unit.missing.units', { count: units }));
    if (people > 0) missing.push(msg('organization.unit.missing.people', { count: people }));
    return missing;
  }

  retire(): void {
    this.set({ active: false });
  }

  /** Closed for good reasons: it stays in history, and everything that was to do is the successor's. */
  mergeInto(successorId: string): void {
    this.set({ active: false, successorId });
  }

  restore(): void {
    this.set({ active: true, successorId: null });
  }

  private set(
    change: Partial<UnitDetails> & { parentId?: string; active?: boolean; successorId?: string | null },
  ): void {
    Object.assign(this, change);
  }
}
