import type { EventFacts } from './event-facts.js';
import type { TellingTable } from './telling.js';

/** Whoever had it drafted learns that it will not be published; an own draft is nobody else's. */
const isHandedOver = (facts: EventFacts) => facts.ids('awardSessionId').length > 0;

/** A notice goes from hand to hand: the next one is told, and the one who drafted it when it comes back or is out. */
export const NOTICE_RULES: TellingTable = {
  'notice.hand_over': [{ kind: 'notice_handed_over', to: ['publishers'] }],
  'notice.discard': [{ kind: 'notice_dropped', to: ['drafter'], when: isHandedOver }],
  'notice.submit': [{ kind: 'notice_to_approve', to: ['part_heads'] }],
  'notice.approve': [{ kind: 'notice_to_review', to: ['secrecy_reviewers'] }],
  'notice.clear': [{ kind: 'notice_to_publish', to: ['disclosure_office'] }],
  'notice.return_by_head': [{ kind: 'notice_returned', to: ['drafter'] }],
  'notice.block': [{ kind: 'notice_returned', to: ['drafter'] }],
  'notice.return_by_office': [{ kind: 'notice_returned', to: ['drafter'] }],
  'notice.publish': [{ kind: 'notice_published', to: ['drafter'], optional: 'publication' }],
  'notice.withdraw': [{ kind: 'notice_withdrawn', to: ['drafter', 'part_heads'] }],
};
