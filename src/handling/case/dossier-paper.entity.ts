import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Act } from '../../kernel/index.js';

export type PaperKind = 'progress' | 'meeting' | 'instruction' | 'special_report' | 'milestone' | 'notice_answer';

export interface NewPaper {
  /** Brought along by the form, so that a second submit is recognized. */
  readonly id: string;
  readonly kind: PaperKind;
  readonly text: string;
  readonly aboutId?: string;
  readonly percent?: number;
  readonly heldOn?: string;
  readonly attendees?: string;
  /** Why nothing is attached. */
  readonly withoutFiles?: string;
  /** Which of several separate leads reports. */
  readonly assignmentId?: string | null;
}

/** A dated paper in the file of a case, with its attachments. Added once, never changed. */
@Entity('dossier_paper')
export class DossierPaper {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('text') readonly kind!: PaperKind;
  @Column('uuid', { nullable: true }) readonly aboutId!: string | null;
  @Column('text') readonly text!: string;
  @Column('int', { nullable: true }) readonly percent!: number | null;
  @Column('date', { nullable: true }) readonly heldOn!: string | null;
  @Column('text', { nullable: true }) readonly attendees!: string | null;
  @Column('text', { nullable: true }) readonly withoutFiles!: string | null;
  @Column('uuid', { nullable: true }) readonly assignmentId!: string | null;
  @Column('uuid') readonly writtenBy!: string;
  @Column('text') readonly writerName!: string;
  @Column('timestamptz') readonly writtenAt!: Date;

  static write(caseId: string, paper: NewPaper, { by, at }: Act): DossierPaper {
    const blank = { aboutId: null, percent: null, heldOn: null, attendees: null, assignmentId: null };
    const writer = { writtenBy: by.staffId, writerName: by.name, writtenAt: at };
    return Object.assign(
      new DossierPaper(),
      { ...blank, ...paper, caseId, ...writer },
      {
        withoutFiles: paper.withoutFiles || null,
      },
    );
  }
}
