import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Act } from '../../kernel/index.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { TemplateRetired } from './reply-template.errors.js';

/** What a template may leave open, as it is written between braces. */
const PLACEHOLDERS: Readonly<Record<string, (record: HandlingCase) => string>> = {
  案名: ({ title }) => title,
  案号: ({ number }) => number,
  提案人: proposersIn,
  单位: ({ lead }) => lead?.unit.name ?? '',
};
export const PLACEHOLDER_NAMES = Object.keys(PLACEHOLDERS);
const PLACE = /\{([^{}\n]{1,20})\}/g;

/** 复文模板: what a unit writes again and again. */
@Entity('reply_template')
export class ReplyTemplate {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly unitId!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly text!: string;
  @Column('uuid') readonly changedBy!: string;
  @Column('timestamptz') readonly changedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly retiredAt!: Date | null;
  @VersionColumn() readonly version!: number;

  static of(unitId: string, id: string): ReplyTemplate {
    return Object.assign(new ReplyTemplate(), { id, unitId, retiredAt: null });
  }

  get isRetired(): boolean {
    return this.retiredAt !== null;
  }

  write(name: string, text: string, { by, at }: Omit<Act, 'role'>): void {
    if (this.isRetired) throw new TemplateRetired();
    Object.assign(this, { name, text, changedBy: by.staffId, changedAt: at });
  }

  /** Retired ones are kept, but no longer offered. */
  retire(at: Date): void {
    Object.assign(this, { retiredAt: at });
  }

  /** The unit was merged into another one, where the name may be taken. */
  handTo(unitId: string, name: string): void {
    Object.assign(this, { unitId, name });
  }

  /** The text with everything that is known of the case. */
  filledFor(record: HandlingCase): string {
    return this.text.replace(PLACE, (whole, name: string) => PLACEHOLDERS[name]?.(record) ?? whole);
  }
}

/** The first thing between braces that we cannot fill in, or null. */
export function unknownPlaceholder(text: string): string | null {
  const names = [...text.matchAll(PLACE)].map(([, name]) => name!);
  return names.find((name) => !(name in PLACEHOLDERS)) ?? null;
}

/** A reply may be published: a name that was asked to be hidden never gets into its text by itself. */
function proposersIn({ origins }: HandlingCase): string {
  if (origins.some(({ nameHidden }) => nameHidden)) return '提案人';
  return [...new Set(origins.map(({ authorName }) => authorName))].join('、');
}
