import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileOwners } from '../files/index.js';
import { CaseLookup, HandlingModule } from '../handling/index.js';
import { msg } from '../kernel/index.js';
import { AdminPages, Chrome, TodoLists } from '../web/index.js';
import { Authors } from './authors.js';
import { DECIDING, DECISION_ENTITIES } from './deciding/decision-parts.js';
import { Decisions } from './deciding/decisions.service.js';
import { DeclineReasons } from './deciding/decline-reasons.js';
import { DELEGATION_POSTS } from './delegation/delegation-desk.js';
import { Collective } from './delegation/collective.service.js';
import { CollectiveTodos } from './delegation/collective-todos.js';
import { DelegationCheck } from './delegation/delegation-check.service.js';
import {
  DELIBERATION,
  DELIBERATION_CONTROLLERS,
  DELIBERATION_ENTITIES,
  DELIBERATION_STEPS,
} from './review/deliberation-parts.js';
import { DelegateSearch } from './signing/delegate-search.js';
import { FiledProposals } from './filed-proposals.js';
import { FILING } from './delegation/filing-parts.js';
import { InquiriesRepository } from './review/inquiries.repository.js';
import { JointProposer } from './signing/joint-proposer.entity.js';
import { Merging } from './deciding/merging.service.js';
import { OwnProposals } from './writing/own-proposals.js';
import { ProposalBusiness } from './proposal-business.js';
import { ProposalLists } from './proposal-lists.js';
import { ProposalLookup } from './proposal-lookup.js';
import { ProposalSearch } from './proposal-search.js';
import { ProposalSecond } from './signing/proposal-second.entity.js';
import { ProposalSteps } from './proposal-steps.js';
import { ProposalTodos } from './proposal-todos.js';
import { Proposal } from './proposal.entity.js';
import { Proposals } from './proposals.repository.js';
import { ReviewQueue } from './review/review-queue.js';
import { ReviewTodos } from './review/review-todos.js';
import { Review } from './review/review.service.js';
import { Seconding } from './signing/seconding.service.js';
import { SheetTodos } from './deciding/sheet-todos.js';
import { SignedText } from './signing/signed-text.entity.js';
import { SimilarProposals } from './writing/similar-proposals.js';
import { DelegationController } from './delegation/web/delegation.controller.js';
import { MembersController } from './delegation/web/members.controller.js';
import { DECISION_CONTROLLERS, DECISION_PAGES } from './deciding/web/decision-parts.js';
import { DraftController } from './writing/web/draft.controller.js';
import { DraftPages } from './writing/web/draft.pages.js';
import { JointController } from './signing/web/joint.controller.js';
import { SecrecyController } from './secrecy/web/secrecy.controller.js';
import { PaperController } from './paper/web/paper.controller.js';
import { PaperFormController } from './paper/web/paper-form.controller.js';
import { LateController } from './late/web/late.controller.js';
import { ListPages } from './web/list.pages.js';
import { PaperForms } from './paper/paper-forms.service.js';
import { Secrecy } from './secrecy/secrecy.service.js';
import { LateWays } from './late/late-ways.service.js';
import { MinePages } from './writing/web/mine.pages.js';
import { PeoplePages } from './signing/web/people.pages.js';
import { ProposalsController } from './web/proposals.controller.js';
import { PassingController } from './upward/web/passing.controller.js';
import { QueuePages } from './review/web/queue.pages.js';
import { ReviewController } from './review/web/review.controller.js';
import { ReviewPages } from './review/web/review.pages.js';
import { SecondingController } from './signing/web/seconding.controller.js';
import { ShowPages } from './web/show.pages.js';
import { SigningProgress } from './signing/web/signing-progress.js';
import { SimilarPages } from './writing/web/similar.pages.js';
import { Suggestions } from './light/suggestions.service.js';
import { SuggestionsController } from './light/web/suggestions.controller.js';
import { SubmissionController } from './writing/web/submission.controller.js';
import { SubmissionPages } from './writing/web/submission.pages.js';
import { WithdrawalController } from './withdrawal/web/withdrawal.controller.js';
import { WithdrawalPages } from './withdrawal/web/withdrawal.pages.js';
import { Withdrawing } from './withdrawal/withdrawing.service.js';
import { Writing } from './writing/writing.service.js';

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
