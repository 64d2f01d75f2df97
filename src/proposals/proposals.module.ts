import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileOwners } from '../files/index.js';
import { CaseLookup, HandlingModule } from '../handling/index.js';
import { msg } from '../kernel/index.js';
import { AdminPages, Chrome, TodoLists } from '../web/index.js';
import { Authors } from './authors.js';
import { DECIDING, DECISION_ENTITIES } from './decision-parts.js';
import { Decisions } from './decisions.service.js';
import { DeclineReasons } from './decline-reasons.js';
import { DELEGATION_POSTS } from './delegation-desk.js';
import { Collective } from './collective.service.js';
import { CollectiveTodos } from './collective-todos.js';
import { DelegationCheck } from './delegation-check.service.js';
import {
  DELIBERATION,
  DELIBERATION_CONTROLLERS,
  DELIBERATION_ENTITIES,
  DELIBERATION_STEPS,
} from './deliberation-parts.js';
import { DelegateSearch } from './delegate-search.js';
import { FiledProposals } from './filed-proposals.js';
import { FILING } from './filing-parts.js';
import { InquiriesRepository } from './inquiries.repository.js';
import { JointProposer } from './joint-proposer.entity.js';
import { Merging } from './merging.service.js';
import { OwnProposals } from './own-proposals.js';
import { ProposalBusiness } from './proposal-business.js';
import { ProposalLists } from './proposal-lists.js';
import { ProposalLookup } from './proposal-lookup.js';
import { ProposalSearch } from './proposal-search.js';
import { ProposalSecond } from './proposal-second.entity.js';
import { ProposalSteps } from './proposal-steps.js';
import { ProposalTodos } from './proposal-todos.js';
import { Proposal } from './proposal.entity.js';
import { Proposals } from './proposals.repository.js';
import { ReviewQueue } from './review-queue.js';
import { ReviewTodos } from './review-todos.js';
import { Review } from './review.service.js';
import { Seconding } from './seconding.service.js';
import { SheetTodos } from './sheet-todos.js';
import { SignedText } from './signed-text.entity.js';
import { SimilarProposals } from './similar-proposals.js';
import { DelegationController } from './web/delegation.controller.js';
import { MembersController } from './web/members.controller.js';
import { DECISION_CONTROLLERS, DECISION_PAGES } from './web/decision-parts.js';
import { DraftController } from './web/draft.controller.js';
import { DraftPages } from './web/draft.pages.js';
import { JointController } from './web/joint.controller.js';
import { SecrecyController } from './web/secrecy.controller.js';
import { PaperController } from './web/paper.controller.js';
import { PaperFormController } from './web/paper-form.controller.js';
import { LateController } from './web/late.controller.js';
import { ListPages } from './web/list.pages.js';
import { PaperForms } from './paper-forms.service.js';
import { Secrecy } from './secrecy.service.js';
import { LateWays } from './late-ways.service.js';
import { MinePages } from './web/mine.pages.js';
import { PeoplePages } from './web/people.pages.js';
import { ProposalsController } from './web/proposals.controller.js';
import { PassingController } from './web/passing.controller.js';
import { QueuePages } from './web/queue.pages.js';
import { ReviewController } from './web/review.controller.js';
import { ReviewPages } from './web/review.pages.js';
import { SecondingController } from './web/seconding.controller.js';
import { ShowPages } from './web/show.pages.js';
import { SigningProgress } from './web/signing-progress.js';
import { SimilarPages } from './web/similar.pages.js';
import { Suggestions } from './suggestions.service.js';
import { SuggestionsController } from './web/suggestions.controller.js';
import { SubmissionController } from './web/submission.controller.js';
import { SubmissionPages } from './web/submission.pages.js';
import { WithdrawalController } from './web/withdrawal.controller.js';
import { WithdrawalPages } from './web/withdrawal.pages.js';
import { Withdrawing } from './withdrawing.service.js';
import { Writing } from './writing.service.js';

const ENTITIES = [Proposal, ProposalSecond, SignedText, JointProposer, ...DECISION_ENTITIES, ...DELIBERATION_ENTITIES];
const QUESTIONS = [
  Proposals,
  Authors,
  ProposalLists,
  ReviewQueue,
  OwnProposals,
  SimilarProposals,
  DelegateSearch,
  DeclineReasons,
];
const INTENTIONS = [ProposalSteps, Writing, Seconding, Review, Withdrawing, ...DECIDING, ...FILING, ...DELIBERATION];
const PAGES = [
  ...DECISION_PAGES,
  SimilarPages,
  DraftPages,
  PeoplePages,
  SubmissionPages,
  WithdrawalPages,
  ListPages,
  SigningProgress,
  MinePages,
  ShowPages,
  QueuePages,
  ReviewPages,
];

/** 提案: writing, seconding, review, decision, the list. The draft's fixed addresses come before `:ref`. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), HandlingModule],
  controllers: [
    PaperController,
    PaperFormController,
    SuggestionsController,
    DraftController,
    DelegationController,
    MembersController,
    JointController,
    SecondingController,
    SubmissionController,
    WithdrawalController,
    LateController,
    PassingController,
    SecrecyController,
    ProposalsController,
    ...DELIBERATION_CONTROLLERS,
    ...DECISION_CONTROLLERS,
    ReviewController,
  ],
  providers: [
    ...QUESTIONS,
    ...INTENTIONS,
    ...PAGES,
    ProposalLookup,
    FiledProposals,
    ProposalTodos,
    ProposalSearch,
    ProposalBusiness,
  ],
  exports: [
    ProposalLookup,
    FiledProposals,
    Writing,
    Seconding,
    Collective,
    DelegationCheck,
    Review,
    Withdrawing,
    LateWays,
    PaperForms,
    Secrecy,
    Suggestions,
    Decisions,
    Merging,
    ...DELIBERATION_STEPS,
  ],
})
export class ProposalsModule implements OnModuleInit {
  constructor(
    private readonly chrome: Chrome,
    private readonly adminPages: AdminPages,
    private readonly todoLists: TodoLists,
    private readonly todos: ProposalTodos,
    private readonly reviewTodos: ReviewTodos,
    private readonly collectiveTodos: CollectiveTodos,
    private readonly sheetTodos: SheetTodos,
    private readonly owners: FileOwners,
    private readonly proposals: Proposals,
    private readonly cases: CaseLookup,
    private readonly inquiries: InquiriesRepository,
  ) {}

  onModuleInit(): void {
    this.chrome.addEntry({ href: '/proposals', text: msg('proposals.nav'), order: 21 });
    this.chrome.addEntry({ href: '/proposals/mine', text: msg('proposals.mine.title'), for: ['proposes'], order: 22 });
    this.chrome.addEntry({ href: '/suggestions', text: msg('light.nav'), for: ['suggests'], order: 22 });
    this.chrome.addEntry({
      href: '/delegation',
      text: msg('filing.delegation.title'),
      for: DELEGATION_POSTS,
      order: 23,
    });
    this.chrome.addEntry({ href: '/review', text: msg('review.nav'), for: ['reviews'], order: 60 });
    const reasons = { text: msg('declineReasons.title'), hint: msg('declineReasons.hint') };
    const keepers = ['school_committee_secretary', 'school_committee_chair', 'site_administrator'];
    this.adminPages.add({ href: '/admin/decline-reasons', ...reasons, for: keepers, order: 45 });
    this.todoLists.add(this.todos);
    this.todoLists.add(this.reviewTodos);
    this.todoLists.add(this.collectiveTodos);
    this.todoLists.add(this.sheetTodos);
    this.owners.register(
      'proposal',
      async (id, actor) =>
        (await this.proposals.isReadable(id, actor)) ||
        (await this.inquiries.opens(id, actor)) ||
        this.cases.isReadable(id, actor),
    );
  }
}
