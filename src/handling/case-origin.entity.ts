import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HandlingCase } from './handling-case.entity.js';

/** What was written, as it stood when the case was opened. */
@Entity('case_origin')
export class CaseOrigin {
  @PrimaryColumn('uuid') readonly caseId!: string;
  @ManyToOne(() => HandlingCase, (record) => record.origins)
  @JoinColumn({ name: 'case_id' })
  readonly case!: Relation<HandlingCase>;
  @PrimaryColumn('uuid') readonly originId!: string;
  @Column('text') readonly originType!: string;
  @Column('text') readonly ref!: string;
  @Column('text') readonly title!: string;
  @Column('text') readonly reason!: string;
  @Column('text') readonly measures!: string;
  @Column('text') readonly authorName!: string;
  @Column('text') readonly authorUnit!: string;
}
