import { Amendments } from '../amendment/amendments.service.js';
import { AmendmentSignOff } from '../amendment/amendment-sign-off.service.js';
import { Outcomes } from '../rating/outcomes.service.js';
import { PaperRatingDoors } from '../rating/paper-rating-doors.js';
import { PaperRatings } from '../rating/paper-ratings.service.js';
import { Dossier } from '../case/dossier.service.js';
import { DossierPaper } from '../case/dossier-paper.entity.js';
import { KeyCases } from '../watch/key-cases.service.js';
import { KeyDesk } from '../watch/key-desk.js';
import { KeyDoors } from '../watch/key-doors.js';
import { KeyLists } from '../watch/key-lists.js';
import { KeyMilestone } from '../watch/key-milestone.entity.js';
import { KeyTodos } from '../watch/key-todos.js';
import { PromiseLists } from '../follow-up/promise-lists.js';
import { Promises } from '../follow-up/promises.service.js';
import { Rating } from '../rating/rating.entity.js';
import { Ratings } from '../rating/ratings.service.js';
import { RepliesRepository } from './replies.repository.js';
import { ReplyDoors } from './reply-doors.js';
import { ReplySearch } from './reply-search.js';
import { ReplyTodos } from './reply-todos.js';
import { ReplyReader } from './reply-papers.service.js';
import { ReplyDrafts } from './reply-drafts.service.js';
import { ReplyVersion } from './reply-version.entity.js';
import { ReplyVersions } from './reply-versions.service.js';
import { Reply } from './reply.entity.js';
import { ReplySignature } from './reply-signature.entity.js';
import { SignOff } from './sign-off.service.js';
import { SigningRole } from './signing-role.js';
import { SupervisionDoors } from '../watch/supervision-doors.js';
import { SupervisionLists } from '../watch/supervision-lists.js';
import { SupervisionNotice } from '../watch/supervision-notice.entity.js';
import { SupervisionTodos } from '../watch/supervision-todos.js';
import { Supervision } from '../watch/supervision.service.js';
import { AmendmentController } from '../amendment/web/amendment.controller.js';
import { AmendmentSignatureController } from '../amendment/web/amendment-signature.controller.js';
import { FollowUpController } from '../follow-up/web/follow-up.controller.js';
import { OutcomeController } from '../rating/web/outcome.controller.js';
import { PaperRatingController } from '../rating/web/paper-rating.controller.js';
import { KeyListController } from '../watch/web/key-list.controller.js';
import { KeyController } from '../watch/web/key.controller.js';
import { PromisesController } from '../follow-up/web/promises.controller.js';
import { RatingController } from '../rating/web/rating.controller.js';
import { ReplyLetterController } from './web/reply-letter.controller.js';
import { ReplyVersionsController } from './web/reply-versions.controller.js';
import { ReclassificationController } from '../follow-up/web/reclassification.controller.js';
import { ReplyController } from './web/reply.controller.js';
import { SupervisionListController } from '../watch/web/supervision-list.controller.js';
import { SupervisionController } from '../watch/web/supervision.controller.js';
import { SignatureController } from './web/signature.controller.js';

/** What replies, signatures and ratings add to the room. */
export const REPLY_ENTITIES = [
  Reply,
  ReplyVersion,
  ReplySignature,
  Rating,
  DossierPaper,
  SupervisionNotice,
  KeyMilestone,
];
export const REPLY_PROVIDERS = [
  RepliesRepository,
  ReplyReader,
  Amendments,
  AmendmentSignOff,
  ReplyDrafts,
  ReplyVersions,
  SignOff,
  SigningRole,
  Ratings,
  PaperRatings,
  PaperRatingDoors,
  Outcomes,
  Dossier,
  Promises,
  PromiseLists,
  Supervision,
  SupervisionLists,
  SupervisionTodos,
  SupervisionDoors,
  KeyCases,
  KeyDesk,
  KeyLists,
  KeyTodos,
  KeyDoors,
  ReplySearch,
  ReplyTodos,
  ReplyDoors,
];
export const REPLY_CONTROLLERS = [
  AmendmentController,
  AmendmentSignatureController,
  ReplyController,
  ReplyVersionsController,
  ReplyLetterController,
  SignatureController,
  PaperRatingController,
  RatingController,
  OutcomeController,
  FollowUpController,
  ReclassificationController,
  PromisesController,
  SupervisionListController,
  SupervisionController,
  KeyListController,
  KeyController,
];
