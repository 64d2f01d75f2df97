import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** The elected assembly of one unit of the tree. */
@Entity('congress')
export class Congress {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly unitId!: string;
  @Column('text') readonly code!: string;
  @Column('text') readonly name!: string;
  /** 简易模式: suggestions of all staff instead of proposals; no seconders, no review. */
  @Column('boolean') readonly light!: boolean;
}

/** 届: the three or five years for which delegates are elected. */
@Entity('congress_term')
export class CongressTerm {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly congressId!: string;
  @ManyToOne(() => Congress) @JoinColumn({ name: 'congress_id' }) readonly congress!: Relation<Congress>;
  @Column('int') readonly number!: number;
  @Column('date') readonly startsOn!: string;
  @Column('date') readonly endsOn!: string;
}
