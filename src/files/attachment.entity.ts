import { Column, Entity, PrimaryColumn } from 'typeorm';

export const MOST_ATTACHMENTS = 10;

/** A file of a record, with the place it has among the files of the same record. */
@Entity('attachment')
export class Attachment {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly ownerType!: string;
  @Column('uuid') readonly ownerId!: string;
  @Column('int') readonly position!: number;
  @Column('text') readonly name!: string;
  @Column('text') readonly type!: string;
  @Column('bigint', { transformer: { to: (value: number) => value, from: Number } }) readonly bytes!: number;
  @Column('text') readonly sha256!: string;
  @Column('uuid', { nullable: true }) readonly addedBy!: string | null;
  @Column('text') readonly addedByName!: string;
  @Column('timestamptz') readonly addedAt!: Date;
}

/** Whose file it is: the kind of record and its id. */
export interface Owner {
  readonly ownerType: string;
  readonly ownerId: string;
}
