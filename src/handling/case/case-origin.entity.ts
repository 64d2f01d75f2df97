import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HandlingCase } from './handling-case.entity.js';

/** What was written, as it stood when it came to the case. The leading original is the first. */
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
  /** 隐名: for those concerned only. */
  @Column('boolean') readonly nameHidden: boolean = false;
  @Column('uuid', { nullable: true }) readonly authorId!: string | null;
  /** Its own author agreed to publication. */
  @Column('boolean') readonly publishable!: boolean;
  /** What of it this case handles (分案); null: all of it. */
  @Column('text', { nullable: true }) readonly part!: string | null;
  @Column('int') readonly position!: number;
}

/** An original as the room it comes from hands it over. */
export type NewOrigin = Omit<
  CaseOrigin,
  'caseId' | 'case' | 'position' | 'nameHidden' | 'authorId' | 'publishable' | 'part'
> &
  Partial<Pick<CaseOrigin, 'nameHidden' | 'authorId' | 'publishable' | 'part'>>;
