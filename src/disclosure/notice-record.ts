import { Column, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Unit } from '../organization/index.js';
import type { AudienceKind, NoticeAttribute, NoticeCategory, NoticeText } from './notice-text.js';
import type { NoticeStatus } from './notice-workflow.js';

/** The columns of a notice; its rules are in `Notice`. */
export abstract class NoticeRecord implements NoticeText {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text', { nullable: true }) readonly indexNumber!: string | null;
  @Column('uuid') readonly unitId!: string;
  @ManyToOne(() => Unit) @JoinColumn({ name: 'unit_id' }) readonly unit!: Relation<Unit>;
  @Column('text') readonly category!: NoticeCategory;
  @Column('int', { nullable: true }) readonly catalogueItem!: number | null;
  @Column('text') readonly attribute!: NoticeAttribute;
  @Column('text') readonly audienceKind!: AudienceKind;
  @Column('uuid', { array: true }) readonly audienceUnitIds!: readonly string[];
  @Column('text') readonly audienceReason!: string;
  @Column('text') readonly title!: string;
  @Column('text') readonly body!: string;
  @Column('text') readonly documentNumber!: string;
  @Column('date', { nullable: true }) readonly documentDate!: string | null;
  @Column('text', { array: true }) readonly keywords!: readonly string[];
  @Column('date', { nullable: true }) readonly validFrom!: string | null;
  @Column('date', { nullable: true }) readonly validUntil!: string | null;
  @Column('text') readonly status!: NoticeStatus;
  @Column('text', { nullable: true }) readonly returnReason!: string | null;
  @Column('text', { nullable: true }) readonly secrecyNote!: string | null;
  @Column('text', { nullable: true }) readonly withdrawReason!: string | null;
  @Column('uuid', { nullable: true }) readonly replacesId!: string | null;
  @Column('uuid', { nullable: true }) readonly caseId!: string | null;
  /** The session whose awards it announces. */
  @Column('uuid', { nullable: true }) readonly awardSessionId!: string | null;
  @Column('uuid', { nullable: true }) readonly congressId!: string | null;
  @Column('uuid') readonly draftedBy!: string;
  /** Whoever wrote on it last. */
  @Column('uuid', { nullable: true }) readonly editedBy!: string | null;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz') readonly updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly publishedAt!: Date | null;
  @Column('date', { nullable: true }) readonly publishedOn!: string | null;
  @Column('timestamptz', { nullable: true }) readonly withdrawnAt!: Date | null;
  @Column('text', { nullable: true }) readonly fingerprint!: string | null;
  @Column('text', { array: true }) readonly audience!: readonly string[];
  @Column('text', { array: true }) readonly waitsFor!: readonly string[];

  /** How it is called in addresses: its index number once it has one. */
  get ref(): string {
    return this.indexNumber ?? this.id;
  }

  /** What was written, without what happened to it. */
  get text(): NoticeText {
    const { unitId, category, catalogueItem, attribute, audienceKind, audienceUnitIds, audienceReason } = this;
    const { title, body, documentNumber, documentDate, keywords, validFrom, validUntil } = this;
    const facts = { unitId, category, catalogueItem, attribute, audienceKind, audienceUnitIds, audienceReason };
    return { ...facts, title, body, documentNumber, documentDate, keywords, validFrom, validUntil };
  }
}
