import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that is signed in. Only the hash of its token is kept. */
@Entity('browser_session')
export class BrowserSession {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly tokenHash!: string;
  @Column('uuid') readonly staffId!: string;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz') readonly seenAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly endedAt!: Date | null;
  @Column('text') readonly address!: string;
  @Column('text') readonly agent!: string;
}
