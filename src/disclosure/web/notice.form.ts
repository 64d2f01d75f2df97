import { isId } from '../../kernel/index.js';
import { Choice, DateField, Line, Many, Prose, Reference, type Typed } from '../../web/index.js';
import type { Writing } from '../notice-drafts.service.js';
import {
  AUDIENCE_KINDS,
  type AudienceKind,
  NOTICE_ATTRIBUTES,
  NOTICE_CATEGORIES,
  type NoticeAttribute,
  type NoticeCategory,
  type NoticeText,
} from '../notice-text.js';

const ITEMS = Array.from({ length: 50 }, (_, i) => String(i + 1));
const SEPARATORS = /[\s,，、;；]+/;
const label = (field: string) => `disclosure.field.${field}`;

/** A draft while it is being written: may be empty, may not be wrong. */
export class NoticeDraftForm {
  @Reference({ label: label('unitId'), required: true }) unitId = '';
  @Line({ label: label('title'), max: 100 }) title = '';
  @Choice({ label: label('category'), of: NOTICE_CATEGORIES, required: true }) category = '';
  @Choice({ label: label('catalogueItem'), of: ITEMS }) catalogueItem = '';
  @Prose({ label: label('body'), max: 20_000 }) body = '';
  @Choice({ label: label('attribute'), of: NOTICE_ATTRIBUTES, required: true }) attribute = '';
  @Choice({ label: label('audienceKind'), of: AUDIENCE_KINDS, required: true }) audienceKind = '';
  @Many({ label: label('audienceUnitIds'), max: 60 }) audienceUnitIds: string[] = [];
  @Line({ label: label('audienceReason'), max: 200 }) audienceReason = '';
  @Line({ label: label('documentNumber'), max: 60 }) documentNumber = '';
  @DateField({ label: label('documentDate') }) documentDate = '';
  @Line({ label: label('keywords'), max: 100 }) keywords = '';
  @DateField({ label: label('validFrom') }) validFrom = '';
  @DateField({ label: label('validUntil') }) validUntil = '';
  /** When the writer last saw the draft. */
  @Line({ label: label('body'), max: 30 }) seen = '';
}

/** Saved on purpose: it has a title. */
export class NoticeForm extends NoticeDraftForm {
  @Line({ label: label('title'), max: 100, required: true }) override title = '';
}

/** Why something is sent back, doubted or withdrawn. */
export class ReasonForm {
  @Prose({ label: label('reason'), max: 500, required: true }) reason = '';
}

export function writingOf(form: NoticeDraftForm): Writing {
  const { seen, ...fields } = form;
  const moment = new Date(seen);
  return { text: textOf(fields), seenAt: Number.isNaN(moment.getTime()) ? null : moment };
}

function textOf(form: Omit<NoticeDraftForm, 'seen'>): NoticeText {
  return {
    ...form,
    category: form.category as NoticeCategory,
    attribute: form.attribute as NoticeAttribute,
    audienceKind: form.audienceKind as AudienceKind,
    audienceUnitIds: form.audienceKind === 'units' ? form.audienceUnitIds.filter(isId) : [],
    catalogueItem: form.catalogueItem === '' ? null : Number(form.catalogueItem),
    documentDate: form.documentDate || null,
    validFrom: form.validFrom || null,
    validUntil: form.validUntil || null,
    keywords: [...new Set(form.keywords.split(SEPARATORS).filter((word) => word !== ''))],
  };
}

export function typedOf(text: NoticeText): Typed {
  return {
    ...text,
    catalogueItem: String(text.catalogueItem ?? ''),
    documentDate: text.documentDate ?? '',
    validFrom: text.validFrom ?? '',
    validUntil: text.validUntil ?? '',
    keywords: text.keywords.join('、'),
  };
}

/** A fresh form: the commonest answers are chosen. */
export function emptyTyped(unitId: string): Typed {
  return { unitId, attribute: 'own', audienceKind: 'public' };
}
