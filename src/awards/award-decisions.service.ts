import { Injectable } from '@nestjs/common';
import type { CongressSession } from '../congress/index.js';
import { type Actor, ConditionsMissing, msg, newId, type Transaction } from '../kernel/index.js';
import { FiledProposals, type FiledProposal } from '../proposals/index.js';
import { AwardCandidates } from './award-candidates.js';
import { AwardWinner } from './award-rows.entity.js';
import { AwardSteps } from './award-steps.js';
import { CandidateNotFound, OwnProposalAwarded, UnitNotRanked } from './award.errors.js';
import { UnitRanking } from './unit-ranking.js';
import type { RankedUnit } from './unit-scores.js';

/** Citations by the id of the proposal or unit; whatever is named is awarded. */
export interface Awarded {
  readonly proposals: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
}

/** 评定: the chair names the best proposals and handling units of a session, all in one act. */
@Injectable()
export class AwardDecisions {
  constructor(
    private readonly steps: AwardSteps,
    private readonly proposals: FiledProposals,
    private readonly candidates: AwardCandidates,
    private readonly ranking: UnitRanking,
  ) {}

  decide(code: string, awarded: Awarded, actor: Actor): Promise<void> {
    return this.steps.perform('decide', code, actor, async ({ round, session, as, tx }) => {
      const act = as({});
      const ranking = await this.ranking.of(session, tx);
      const event = round.decide(ranking, act, {});
      const nothing = awarded.proposals.size + awarded.units.size === 0;
      if (nothing) throw new ConditionsMissing('decide', [msg('awards.missing.winner')]);
      const best = await this.chosen([...awarded.proposals.keys()], session, actor, tx);
      const units = [...awarded.units.keys()].map((id) => rankedIn(ranking, id));
      const scores = await this.candidates.averages(session.id, tx);
      const winners = [
        ...best.map(({ id }) => ({
          proposalId: id,
          score: scores.get(id) ?? null,
          citation: awarded.proposals.get(id)!,
        })),
        ...units.map(({ unitId, unit: unitName, score }) => ({
          unitId,
          unitName,
          score,
          citation: awarded.units.get(unitId)!,
        })),
      ];
      await tx.insert(
        AwardWinner,
        winners.map((one) => ({ id: newId(), sessionId: session.id, ...one }) as object),
      );
      return { ...event, data: factsOf(best, units, winners) };
    });
  }

  private async chosen(
    ids: readonly string[],
    { id: sessionId }: CongressSession,
    actor: Actor,
    tx: Transaction,
  ): Promise<FiledProposal[]> {
    const nominated = await this.candidates.nominated(sessionId, tx);
    const found = await this.proposals.byRefs(ids, actor, tx);
    if (found.length < ids.length || ids.some((id) => !nominated.has(id))) throw new CandidateNotFound();
    const own = found.find(({ involves }) => involves(actor.staffId));
    if (own) throw new OwnProposalAwarded(own.title);
    return found;
  }
}

function rankedIn(ranking: readonly RankedUnit[], id: string): RankedUnit {
  const unit = ranking.find(({ unitId }) => unitId === id);
  if (!unit || unit.score === null) throw new UnitNotRanked();
  return unit;
}

/** For the ledger, and for those who are told. */
function factsOf(best: readonly FiledProposal[], units: readonly RankedUnit[], winners: readonly object[]) {
  return {
    awardedIds: [...new Set(best.flatMap(({ proposerIds }) => proposerIds))],
    awardedUnitIds: units.map(({ unitId }) => unitId),
    others: units.map(({ unit }) => unit),
    winners,
  };
}
