import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProposalsModule } from '../proposals/index.js';
import { AwardCandidates } from './award-candidates.js';
import { AwardDecisions } from './award-decisions.service.js';
import { AwardReading } from './award-reading.js';
import { AwardRound } from './award-round.entity.js';
import { AwardNomination, AwardScore, AwardWinner } from './award-rows.entity.js';
import { AwardSteps } from './award-steps.js';
import { Nominations } from './nominations.service.js';
import { Scoring } from './scoring.service.js';
import { UnitRanking } from './unit-ranking.js';
import { AwardDecisionController } from './web/award-decision.controller.js';
import { AwardsController } from './web/awards.controller.js';
import { AwardPages } from './web/awards.pages.js';
import { CandidatePages } from './web/candidate.pages.js';
import { DecisionPages } from './web/decision.pages.js';

const INTENTIONS = [AwardSteps, Nominations, Scoring, AwardDecisions];

@Module({
  imports: [TypeOrmModule.forFeature([AwardRound, AwardNomination, AwardScore, AwardWinner]), ProposalsModule],
  controllers: [AwardDecisionController, AwardsController],
  providers: [...INTENTIONS, AwardCandidates, UnitRanking, AwardReading, AwardPages, CandidatePages, DecisionPages],
  exports: [Nominations, Scoring, AwardDecisions],
})
export class AwardsModule {}
