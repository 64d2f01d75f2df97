import type { DueDay } from '../due-days.js';
import type { EventFacts } from './event-facts.js';

/** Circles of people around an event; `Circles` knows how to find them. The name is also the reason in the mail's last line. */
export const CIRCLES = [
  'actor',
  'named',
  'asked_again',
  'added',
  'author',
  'proposers',
  'seconders',
  'delegation_heads',
  'committee_secretary',
  'committee_chair',
  'committee_below',
  'presidium',
  'deciders',
  'parties',
  'origin_seconders',
  'lead_officers',
  'lead_heads',
  'assisting_officers',
  'assisting_heads',
  'part_officers',
  'part_heads',
  'new_officers',
  'new_heads',
  'leader',
  'key_leader',
  'next_signer',
  'head_deputies',
  'leader_deputies',
  'principal',
  'drafter',
  'publishers',
  'secrecy_reviewers',
  'disclosure_office',
  'awarded',
  'awarded_heads',
] as const;
export type Circle = (typeof CIRCLES)[number];

/** What a reader may do without by mail. Own proposals and own duties are no topic: they are always told. */
export const TOPICS = ['seconding', 'seconded', 'committee', 'unit', 'follow_up', 'publication'] as const;
export type Topic = (typeof TOPICS)[number];

/** One line of the table: this kind of message goes to these circles. Whoever is in several gets the first one only. */
export interface Telling {
  /** Its texts are `notifications.told.<kind>.subject` and `.text`. */
  readonly kind: string;
  readonly to: readonly Circle[];
  /** Without a topic it is mandatory. */
  readonly optional?: Topic;
  readonly when?: (facts: EventFacts) => boolean;
  /** The page where it is done; the page of the matter without it. */
  readonly link?: (facts: EventFacts) => string;
  /** The day by which the reader should act: told by the event, or standing with the proposal. */
  readonly due?: ((facts: EventFacts) => string | null) | DueDay;
  /** Several of them come in one mail: of which kind, because of which act. */
  readonly together?: (facts: EventFacts) => { readonly kind: string; readonly of: string };
}

export type TellingTable = Readonly<Record<string, readonly Telling[]>>;
