import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Transaction } from '../kernel/index.js';
import { type FiledProposal, FiledProposals } from '../proposals/index.js';
import { AwardNomination, AwardScore } from './award-rows.entity.js';

export interface NominationLine {
  readonly id: string;
  readonly proposalId: string;
  readonly delegationId: string;
  readonly delegation: string;
  readonly reason: string;
}

/** A nominated proposal with everything said about it; what of it is shown to whom, the page decides. */
export interface Candidate {
  readonly proposal: FiledProposal;
  readonly nominations: readonly NominationLine[];
  readonly scores: readonly AwardScore[];
  readonly average: number | null;
}

const NOMINATIONS = `
  select nomination.id, proposal_id as "proposalId", delegation_id as "delegationId", delegation.name as delegation, reason
  from award_nomination nomination join delegation on delegation.id = delegation_id
  where session_id = $1 order by delegation.number, nominated_at, nomination.id`;

/** Questions about the nominated proposals of a session: a constant number of queries. */
@Injectable()
export class AwardCandidates {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: FiledProposals,
  ) {}

  /** By their numbers. A proposal that staff may no longer read is left out. */
  async of(sessionId: string, actor: Actor): Promise<Candidate[]> {
    const nominations = (await this.db.query(NOMINATIONS, [sessionId])) as NominationLine[];
    const scores = await this.db.manager.findBy(AwardScore, { sessionId });
    const ids = [...new Set(nominations.map(({ proposalId }) => proposalId))];
    const proposals = await this.proposals.byRefs(ids, actor);
    return proposals
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
      .map((proposal) => {
        const given = scores.filter(({ proposalId }) => proposalId === proposal.id);
        const own = nominations.filter(({ proposalId }) => proposalId === proposal.id);
        return { proposal, nominations: own, scores: given, average: averageOf(given.map(({ score }) => score)) };
      });
  }

  /** Ids of the proposals that somebody nominates. */
  async nominated(sessionId: string, tx: Transaction): Promise<Set<string>> {
    return new Set((await tx.findBy(AwardNomination, { sessionId })).map(({ proposalId }) => proposalId));
  }

  async averages(sessionId: string, tx: Transaction): Promise<Map<string, number>> {
    const given = await tx.findBy(AwardScore, { sessionId });
    const of = (id: string) => given.filter(({ proposalId }) => proposalId === id).map(({ score }) => score);
    return new Map(given.map(({ proposalId }) => [proposalId, averageOf(of(proposalId))!]));
  }
}

/** One decimal; null when nobody scored. */
export function averageOf(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  return Math.round((scores.reduce((total, score) => total + score, 0) / scores.length) * 10) / 10;
}
