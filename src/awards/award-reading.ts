import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { type CongressSession, Congresses, SessionArchived } from '../congress/index.js';
import { type Actor, authorize, Clock } from '../kernel/index.js';
import { AwardCandidates, type Candidate } from './award-candidates.js';
import { AwardRound } from './award-round.entity.js';
import { AwardWinner } from './award-rows.entity.js';
import { AwardPolicy } from './award.policy.js';
import { awardWorkflow, type AwardAction } from './award-workflow.js';
import { Nominations } from './nominations.service.js';
import { UnitRanking } from './unit-ranking.js';
import type { RankedUnit } from './unit-scores.js';

/** The awards of a session as one reader may know them; what the reader may not know is null. */
export interface AwardView {
  readonly session: CongressSession;
  readonly round: AwardRound;
  /** For which the reader nominates. */
  readonly delegationId: string | undefined;
  readonly isCommittee: boolean;
  readonly candidates: readonly Candidate[] | null;
  readonly ranking: readonly RankedUnit[] | null;
  readonly winners: readonly AwardWinner[];
  readonly isClosed: boolean;
}

/** The one place that says what of the awards somebody reads: before the decision only those who work on it. */
@Injectable()
export class AwardReading {
  constructor(
    private readonly db: DataSource,
    private readonly congresses: Congresses,
    private readonly nominations: Nominations,
    private readonly candidates: AwardCandidates,
    private readonly units: UnitRanking,
    private readonly clock: Clock,
  ) {}

  async of(code: string, actor: Actor): Promise<AwardView> {
    const session = await this.congresses.addressed(code);
    const sessionId = session.id;
    const round = (await this.db.manager.findOneBy(AwardRound, { sessionId })) ?? AwardRound.of(sessionId);
    const delegationId = await this.nominations.delegationOf(session.termId, actor);
    const isCommittee = new AwardPolicy(actor).seesScores({ congressId: session.term.congressId });
    const sees = {
      ranking: isCommittee || round.isDecided,
      candidates: isCommittee || round.isDecided || !!delegationId,
    };
    const candidates = sees.candidates ? await this.candidates.of(sessionId, actor) : null;
    const ranking = sees.ranking ? (round.ranking ?? (await this.units.of(session))) : null;
    const winners = round.isDecided ? await this.db.manager.findBy(AwardWinner, { sessionId }) : [];
    const isClosed = round.isDecided || session.isArchived();
    return { session, round, delegationId, isCommittee, candidates, ranking, winners, isClosed };
  }

  /** The same for the page of a step; refuses whoever may not take it, and when it is too late. */
  async for(action: AwardAction, code: string, actor: Actor): Promise<AwardView> {
    const view = await this.of(code, actor);
    const subject = { congressId: view.session.term.congressId, delegationId: view.delegationId };
    authorize(new AwardPolicy(actor).roleFor(action, subject), `award.${action}`);
    if (view.session.isArchived()) throw new SessionArchived();
    awardWorkflow.statusAfter(action, view.round.status);
    view.round.requireInTime(action, beijingDate(this.clock.now()));
    return view;
  }
}
