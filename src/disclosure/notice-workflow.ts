import { Workflow } from '../kernel/index.js';

export const NOTICE_STATUSES = [
  'draft',
  'at_head',
  'at_secrecy',
  'at_office',
  'published',
  'withdrawn',
  'superseded',
  'discarded',
] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

/** Every step of a notice (domain.md §4.1): unit head, secrecy review, disclosure office; back to the draft from each. */
const STEPS = {
  edit: { from: ['draft'], to: 'stay' },
  discard: { from: ['draft'], to: 'discarded' },
  submit: { from: ['draft'], to: 'at_head' },
  recall: { from: ['at_head', 'at_secrecy', 'at_office'], to: 'draft' },
  approve: { from: ['at_head'], to: 'at_secrecy' },
  return_by_head: { from: ['at_head'], to: 'draft' },
  clear: { from: ['at_secrecy'], to: 'at_office' },
  doubt: { from: ['at_secrecy'], to: 'stay' },
  block: { from: ['at_secrecy'], to: 'draft' },
  publish: { from: ['at_office'], to: 'published' },
  return_by_office: { from: ['at_office'], to: 'draft' },
  post_result: { from: ['draft'], to: 'published' },
  revise: { from: ['published'], to: 'stay' },
  supersede: { from: ['published'], to: 'superseded' },
  withdraw: { from: ['published', 'superseded'], to: 'withdrawn' },
} as const;

export type NoticeAction = keyof typeof STEPS;

export const noticeWorkflow = new Workflow<NoticeStatus, NoticeAction>('notice', NOTICE_STATUSES, STEPS);

/** Once published, a notice stays known: shown, gone with its reason, or replaced. */
export const KNOWN_STATUSES: readonly NoticeStatus[] = ['published', 'withdrawn', 'superseded'];
