import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Staff } from '../organization/index.js';

/** 代表团: the delegates of one or more electing units. */
@Entity('delegation')
export class Delegation {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly termId!: string;
  @Column('int') readonly number!: number;
  @Column('text') readonly name!: string;
}

/** A seat in the congress. Only `delegate` may propose and second. */
@Entity('delegate')
export class Delegate {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly termId!: string;
  @Column('uuid') readonly staffId!: string;
  @ManyToOne(() => Staff) @JoinColumn({ name: 'staff_id' }) readonly staff!: Relation<Staff>;
  @Column('uuid', { nullable: true }) readonly delegationId!: string | null;
  @ManyToOne(() => Delegation) @JoinColumn({ name: 'delegation_id' }) readonly delegation!: Relation<Delegation> | null;
  @Column('text') readonly kind!: 'delegate' | 'observer' | 'invited';
  @Column('text', { nullable: true }) readonly post!: 'head' | 'deputy' | 'secretary' | null;
  @Column('date') readonly validFrom!: string;
  @Column('date', { nullable: true }) readonly validUntil!: string | null;
}

export const COMMITTEE_ROLES = ['committee_chair', 'committee_member', 'committee_secretary', 'presidium'] as const;
export type CommitteeRole = (typeof COMMITTEE_ROLES)[number];

/** A seat in the proposal committee (or the presidium), for one term. */
@Entity('committee_seat')
export class CommitteeSeat {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly termId!: string;
  @Column('uuid') readonly staffId!: string;
  @ManyToOne(() => Staff) @JoinColumn({ name: 'staff_id' }) readonly staff!: Relation<Staff>;
  @Column('text') readonly role!: CommitteeRole;
  @Column('date') readonly validFrom!: string;
  @Column('date', { nullable: true }) readonly validUntil!: string | null;
}
