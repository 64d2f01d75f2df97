import { DecisionGuard } from './decision-guard.js';
import { Deliberations } from './deliberations.repository.js';
import { PreReading } from './pre-reading.service.js';
import { ReadingDesk } from './reading-desk.js';
import { Referral } from './referral.service.js';
import { ReviewDeviation } from './review-deviation.entity.js';
import { ReviewReading } from './review-reading.entity.js';
import { ReviewTodos } from './review-todos.js';
import { ReviewVote } from './review-vote.entity.js';
import { Voting } from './voting.service.js';
import { DeliberationController } from './web/deliberation.controller.js';
import { DeliberationPages } from './web/deliberation.pages.js';
import { ReadersPages } from './web/readers.pages.js';
import { ReviewDoor } from './web/review-door.js';
import { SecondLookController } from './web/second-look.controller.js';
import { SecondLookPages } from './web/second-look.pages.js';

/** What belongs to the time before the decision: readers, votes, the presidium, the second look. */
export const DELIBERATION_ENTITIES = [ReviewReading, ReviewVote, ReviewDeviation];
export const DELIBERATION_STEPS = [PreReading, Voting, Referral];
export const DELIBERATION_CONTROLLERS = [DeliberationController, SecondLookController];
export const DELIBERATION = [
  ...DELIBERATION_STEPS,
  Deliberations,
  DecisionGuard,
  ReadingDesk,
  ReviewTodos,
  ReviewDoor,
  DeliberationPages,
  ReadersPages,
  SecondLookPages,
];
