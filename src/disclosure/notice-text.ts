export const NOTICE_CATEGORIES = [
  'rules',
  'decisions',
  'finance',
  'procurement',
  'personnel',
  'welfare',
  'admissions',
  'teaching',
  'research',
  'safety',
  'congress',
  'results',
  'other',
] as const;
export type NoticeCategory = (typeof NOTICE_CATEGORIES)[number];

/** 公开属性: published by ourselves · on request · not public. */
export const NOTICE_ATTRIBUTES = ['own', 'request', 'closed'] as const;
export type NoticeAttribute = (typeof NOTICE_ATTRIBUTES)[number];

export const AUDIENCE_KINDS = ['public', 'staff', 'delegates', 'units'] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** What the publisher writes. */
export interface NoticeText {
  readonly unitId: string;
  readonly category: NoticeCategory;
  readonly catalogueItem: number | null;
  readonly attribute: NoticeAttribute;
  readonly audienceKind: AudienceKind;
  readonly audienceUnitIds: readonly string[];
  /** Why it is not public. */
  readonly audienceReason: string;
  readonly title: string;
  readonly body: string;
  readonly documentNumber: string;
  readonly documentDate: string | null;
  readonly keywords: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}
