import { ChainDoor } from '../light/chain-door.js';
import { CheckOut } from './check-out.service.js';
import { Completion } from './completion.service.js';
import { DecisionGuard } from '../deciding/decision-guard.js';
import { Deliberations } from './deliberations.repository.js';
import { Inquiries } from './inquiries.service.js';
import { InquiryHandOver } from './inquiry-hand-over.js';
import { InquiriesRepository } from './inquiries.repository.js';
import { ProposalRecount } from '../proposal-recount.js';
import { PreReading } from './pre-reading.service.js';
import { ReadingDesk } from './reading-desk.js';
import { Referral } from '../deciding/referral.service.js';
import { ReviewDeviation } from './review-deviation.entity.js';
import { ReviewInquiry } from './review-inquiry.entity.js';
import { ReviewReading } from './review-reading.entity.js';
import { ReviewTodos } from './review-todos.js';
import { ReviewVote } from './review-vote.entity.js';
import { Voting } from './voting.service.js';
import { ClaimController } from './web/claim.controller.js';
import { CompletionController } from './web/completion.controller.js';
import { CompletionPages } from './web/completion.pages.js';
import { DeliberationController } from './web/deliberation.controller.js';
import { DeliberationPages } from './web/deliberation.pages.js';
import { DeskSections } from './web/desk-sections.js';
import { InquiriesController } from './web/inquiries.controller.js';
import { InquiryPages } from './web/inquiries.pages.js';
import { ReadersPages } from './web/readers.pages.js';
import { ReviewDoor } from './web/review-door.js';
import { SecondLookController } from '../deciding/web/second-look.controller.js';
import { SecondLookPages } from '../deciding/web/second-look.pages.js';

/** What belongs to the time before the decision: readers, votes, the presidium, the second look. */
export const DELIBERATION_ENTITIES = [ReviewReading, ReviewVote, ReviewDeviation, ReviewInquiry];
export const DELIBERATION_STEPS = [PreReading, Voting, Referral, Inquiries, Completion, CheckOut, ProposalRecount];
export const DELIBERATION_CONTROLLERS = [
  DeliberationController,
  SecondLookController,
  InquiriesController,
  CompletionController,
  ClaimController,
];
export const DELIBERATION = [
  ...DELIBERATION_STEPS,
  Deliberations,
  DecisionGuard,
  ReadingDesk,
  ReviewTodos,
  ReviewDoor,
  ChainDoor,
  DeliberationPages,
  ReadersPages,
  SecondLookPages,
  InquiriesRepository,
  InquiryHandOver,
  InquiryPages,
  CompletionPages,
  DeskSections,
];
