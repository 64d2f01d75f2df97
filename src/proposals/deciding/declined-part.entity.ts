import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a proposal was not filed when it was split, with the reason; readable with the proposal. */
@Entity('declined_part')
export class DeclinedPart {
  @PrimaryColumn('uuid') readonly proposalId!: string;
  @PrimaryColumn('int') readonly position!: number;
  @Column('text') readonly title!: string;
  @Column('text') readonly measures!: string;
  @Column('text') readonly declineCode!: string;
  @Column('text') readonly explanation!: string;
  @Column('timestamptz') readonly declinedAt!: Date;
}
