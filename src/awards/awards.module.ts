import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Honours } from '../congress/index.js';
import { DisclosureModule, NoticeLinks } from '../disclosure/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { TodoLists } from '../web/index.js';
import { AwardCandidates } from './award-candidates.js';
import { AwardDecisions } from './award-decisions.service.js';
import { AwardHonours } from './award-honours.js';
import { AwardNotices } from './award-notices.service.js';
import { AwardReading } from './award-reading.js';
import { AwardRound } from './award-round.entity.js';
import { AwardNomination, AwardScore, AwardWinner } from './award-rows.entity.js';
import { AwardSchedule } from './award-schedule.service.js';
import { AwardSteps } from './award-steps.js';
import { AwardTodos } from './award-todos.js';
import { Nominations } from './nominations.service.js';
import { Scoring } from './scoring.service.js';
import { UnitRanking } from './unit-ranking.js';
import { AwardDecisionController } from './web/award-decision.controller.js';
import { AwardNoticeController } from './web/award-notice.controller.js';
import { AwardScheduleController } from './web/award-schedule.controller.js';
import { AwardsController } from './web/awards.controller.js';
import { AwardPages } from './web/awards.pages.js';
import { CandidatePages } from './web/candidate.pages.js';
import { DecisionPages } from './web/decision.pages.js';
import { NoticePages } from './web/notice.pages.js';
import { SchedulePages } from './web/schedule.pages.js';

const INTENTIONS = [AwardSteps, AwardSchedule, Nominations, Scoring, AwardDecisions, AwardNotices];
const PAGES = [AwardPages, CandidatePages, DecisionPages, NoticePages, SchedulePages];

@Module({
  imports: [
    TypeOrmModule.forFeature([AwardRound, AwardNomination, AwardScore, AwardWinner]),
    ProposalsModule,
    DisclosureModule,
  ],
  controllers: [AwardDecisionController, AwardNoticeController, AwardScheduleController, AwardsController],
  providers: [...INTENTIONS, ...PAGES, AwardCandidates, UnitRanking, AwardReading, AwardHonours, AwardTodos],
  exports: [AwardSchedule, Nominations, Scoring, AwardDecisions, AwardNotices],
})
export class AwardsModule implements OnModuleInit {
  constructor(
    private readonly honours: Honours,
    private readonly links: NoticeLinks,
    private readonly todoLists: TodoLists,
    private readonly todos: AwardTodos,
    private readonly awards: AwardHonours,
  ) {}

  onModuleInit(): void {
    this.honours.add((kind, id, reader) => this.awards.of(kind, id, reader));
    this.links.add((notice, reader) => this.awards.linksOf(notice, reader));
    this.todoLists.add(this.todos);
  }
}
