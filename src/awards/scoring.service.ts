import { Injectable } from '@nestjs/common';
import { beijingDate } from '../calendar/index.js';
import type { Actor } from '../kernel/index.js';
import { FiledProposals } from '../proposals/index.js';
import { AwardNomination, AwardScore } from './award-rows.entity.js';
import { AwardSteps } from './award-steps.js';
import { CandidateNotFound } from './award.errors.js';

/** 评分 by the members of the committee, each for themselves, until the decision as often as they like. */
@Injectable()
export class Scoring {
  constructor(
    private readonly steps: AwardSteps,
    private readonly proposals: FiledProposals,
  ) {}

  /** The same score again changes nothing. */
  score(code: string, ref: string, score: number, actor: Actor): Promise<void> {
    return this.steps.perform('score', code, actor, async ({ round, session, as, tx }) => {
      as({});
      const [proposal] = await this.proposals.byRefs([ref], actor, tx);
      const candidate = { sessionId: session.id, proposalId: proposal?.id ?? '' };
      if (!proposal || !(await tx.existsBy(AwardNomination, candidate))) throw new CandidateNotFound();
      const act = as({ proposal });
      round.requireInTime('score', beijingDate(act.at));
      const key = { ...candidate, staffId: actor.staffId! };
      const before = (await tx.findOneBy(AwardScore, key))?.score ?? null;
      if (!round.isDecided && before === score) return null;
      const event = round.take('score', act, { proposalId: proposal.id, proposalRef: proposal.ref, score, before });
      await tx.save(AwardScore, { ...key, score, scoredAt: act.at });
      return event;
    });
  }
}
