import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A managed reason for not filing, with its wording for the public. */
@Entity('decline_reason')
export class DeclineReason {
  @PrimaryColumn('text') readonly code!: string;
  @Column('int') readonly position!: number;
  @Column('text') readonly zh!: string;
  @Column('text') readonly en!: string;
  @Column('boolean') readonly active!: boolean;

  wording(locale: 'zh' | 'en'): string {
    return this[locale];
  }
}
