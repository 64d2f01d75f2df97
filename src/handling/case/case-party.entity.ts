import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HandlingCase } from './handling-case.entity.js';

/** Whose matter it is: they get the reply and rate it. */
@Entity('case_party')
export class CaseParty {
  @PrimaryColumn('uuid') readonly caseId!: string;
  @ManyToOne(() => HandlingCase, (record) => record.parties)
  @JoinColumn({ name: 'case_id' })
  readonly case!: Relation<HandlingCase>;
  @PrimaryColumn('uuid') readonly staffId!: string;
  @Column('text') readonly part!: 'lead' | 'joint';
  /** The originals through which they are a party. */
  @Column('uuid', { array: true }) readonly originIds!: string[];
}
