import type { ProposalContent } from '../content.js';
import type { Pace } from '../pace.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';

/** Where a story is left for a while: when this has been reached. */
export type Moment =
  | 'seconded'
  | 'under_review'
  | 'returned'
  | 'declined'
  | 'filed'
  | 'assigned'
  | 'signed_for'
  | 'contacted'
  | 'talked'
  | 'submitted'
  | 'signed_by_head'
  | 'replied'
  | 'follow_up'
  | 'concluded';

export interface Scene {
  readonly stage: Stage;
  readonly content: ProposalContent;
  /** Of the proposal before the decision, of the case afterwards. */
  readonly ref: string;
  readonly author: string;
  readonly pace: Pace;
}

/** What happens beside the straight road; the story goes on afterwards, or ends there. */
export type Interlude = (scene: Scene) => Story;
export type Interludes = Readonly<Record<string, Partial<Record<Moment, Interlude>>>>;
