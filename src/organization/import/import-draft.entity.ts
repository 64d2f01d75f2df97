import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SheetRow } from './sheet-rows.js';

/** A file that was read and waits for its confirmation. Its rows are forgotten as soon as they are imported. */
@Entity('import_draft')
export class ImportDraft {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly kind!: string;
  @Column('uuid', { nullable: true }) readonly scopeId!: string | null;
  @Column('uuid') readonly staffId!: string;
  @Column('text') readonly fileName!: string;
  @Column('jsonb') readonly rows!: readonly SheetRow[];
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly confirmedAt!: Date | null;

  get isConfirmed(): boolean {
    return this.confirmedAt !== null;
  }
}
