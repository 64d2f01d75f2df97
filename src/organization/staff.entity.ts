import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Unit } from './unit.entity.js';

export interface StaffDetails {
  readonly number: string;
  readonly name: string;
  readonly unitId: string;
  readonly title: string;
  readonly mail: string | null;
  readonly phone: string | null;
}

/** A person on the staff. Identity is the staff number, never the name. */
@Entity('staff')
export class Staff {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly number!: string;
  @Column('text') readonly name!: string;
  @Column('uuid') readonly unitId!: string;
  @ManyToOne(() => Unit) @JoinColumn({ name: 'unit_id' }) readonly unit!: Relation<Unit>;
  @Column('text') readonly title!: string;
  @Column('text', { nullable: true }) readonly mail!: string | null;
  @Column('text', { nullable: true }) readonly phone!: string | null;
  @Column('boolean') readonly active!: boolean;
  @Column('date', { nullable: true }) readonly leftOn!: string | null;

  /** The names of the details that differ. */
  changesTo(details: StaffDetails): (keyof StaffDetails)[] {
    return (Object.keys(details) as (keyof StaffDetails)[]).filter((key) => this[key] !== details[key]);
  }
}
