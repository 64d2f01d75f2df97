import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 推荐: a delegation holds a proposal for one of the best. */
@Entity('award_nomination')
export class AwardNomination {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly sessionId!: string;
  @Column('uuid') readonly delegationId!: string;
  @Column('uuid') readonly proposalId!: string;
  @Column('text') readonly reason!: string;
  @Column('uuid') readonly nominatedBy!: string;
  @Column('timestamptz') readonly nominatedAt!: Date;
}

/** What one member gives one candidate, from 0 to 100. */
@Entity('award_score')
export class AwardScore {
  @PrimaryColumn('uuid') readonly sessionId!: string;
  @PrimaryColumn('uuid') readonly proposalId!: string;
  @PrimaryColumn('uuid') readonly staffId!: string;
  @Column('int') readonly score!: number;
  @Column('timestamptz') readonly scoredAt!: Date;
}

/** What was awarded, with its citation (颁奖词): a proposal or a unit. */
@Entity('award_winner')
export class AwardWinner {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly sessionId!: string;
  @Column('uuid', { nullable: true }) readonly proposalId!: string | null;
  @Column('uuid', { nullable: true }) readonly unitId!: string | null;
  @Column('text', { nullable: true }) readonly unitName!: string | null;
  @Column('numeric', { nullable: true }) readonly score!: string | null;
  @Column('text') readonly citation!: string;
}
