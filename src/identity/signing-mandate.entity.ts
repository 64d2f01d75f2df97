import { Column, Entity, PrimaryColumn } from 'typeorm';

export const MANDATE_PARTS = ['head', 'leader'] as const;
export type MandatePart = (typeof MANDATE_PARTS)[number];

/** The role of the principal without which a mandate gives nothing. */
export const ROLE_BEHIND = { head: 'unit_head', leader: 'leader' } as const;

/** 授权代签: from one day to another (inclusive) a deputy signs replies for a head or a leader. */
@Entity('signing_mandate')
export class SigningMandate {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly principalId!: string;
  @Column('uuid') readonly deputyId!: string;
  @Column('text') readonly part!: MandatePart;
  @Column('uuid', { nullable: true }) readonly unitId!: string | null;
  @Column('date') readonly validFrom!: string;
  @Column('date') readonly validUntil!: string;
  @Column('text') readonly reason!: string;
  @Column('text', { nullable: true }) readonly document!: string | null;
  @Column('uuid') readonly enteredBy!: string;
  @Column('timestamptz') readonly enteredAt!: Date;
  @Column('uuid', { nullable: true }) readonly revokedBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly revokedAt!: Date | null;

  get isRevoked(): boolean {
    return this.revokedAt !== null;
  }

  /** Whether it holds on some day of a period. */
  overlaps(from: string, until: string): boolean {
    return !this.isRevoked && this.validFrom <= until && this.validUntil >= from;
  }
}
