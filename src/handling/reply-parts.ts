import { Amendments } from './amendments.service.js';
import { AmendmentSignOff } from './amendment-sign-off.service.js';
import { Outcomes } from './outcomes.service.js';
import { PaperRatingDoors } from './paper-rating-doors.js';
import { PaperRatings } from './paper-ratings.service.js';
import { Dossier } from './dossier.service.js';
import { DossierPaper } from './dossier-paper.entity.js';
import { KeyCases } from './key-cases.service.js';
import { KeyDesk } from './key-desk.js';
import { KeyDoors } from './key-doors.js';
import { KeyLists } from './key-lists.js';
import { KeyMilestone } from './key-milestone.entity.js';
import { KeyTodos } from './key-todos.js';
import { PromiseLists } from './promise-lists.js';
import { Promises } from './promises.service.js';
import { Rating } from './rating.entity.js';
import { Ratings } from './ratings.service.js';
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
import { SupervisionDoors } from './supervision-doors.js';
import { SupervisionLists } from './supervision-lists.js';
import { SupervisionNotice } from './supervision-notice.entity.js';
import { SupervisionTodos } from './supervision-todos.js';
import { Supervision } from './supervision.service.js';
import { AmendmentController } from './web/amendment.controller.js';
import { AmendmentSignatureController } from './web/amendment-signature.controller.js';
import { FollowUpController } from './web/follow-up.controller.js';
import { OutcomeController } from './web/outcome.controller.js';
import { PaperRatingController } from './web/paper-rating.controller.js';
import { KeyListController } from './web/key-list.controller.js';
import { KeyController } from './web/key.controller.js';
import { PromisesController } from './web/promises.controller.js';
import { RatingController } from './web/rating.controller.js';
import { ReplyLetterController } from './web/reply-letter.controller.js';
import { ReplyVersionsController } from './web/reply-versions.controller.js';
import { ReclassificationController } from './web/reclassification.controller.js';
import { ReplyController } from './web/reply.controller.js';
import { SupervisionListController } from './web/supervision-list.controller.js';
import { SupervisionController } from './web/supervision.controller.js';
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
