import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Congresses } from '../../congress/index.js';
import type { Transaction } from '../../kernel/index.js';
import { involves } from '../involvement.js';
import type { Proposal } from '../proposal.entity.js';
import { ReviewDeviation } from './review-deviation.entity.js';
import { ReviewReading } from './review-reading.entity.js';
import { ReviewVote } from './review-vote.entity.js';
import { type Tally, tallyOf } from './tally.js';

/** What the committee has said about one proposal so far. */
export interface Deliberation {
  readonly readings: readonly ReviewReading[];
  /** Votes on the text as it stands. */
  readonly votes: readonly ReviewVote[];
  /** Votes on an earlier text: shown, not counted. */
  readonly outdated: readonly ReviewVote[];
  readonly tally: Tally;
}

export interface Electorate {
  /** Members and chairs who may read, vote and be assigned. */
  readonly voters: readonly string[];
  /** Chairs who may decide; nobody when all of them are involved. */
  readonly chairs: readonly string[];
}

/** Readings, votes and who may give them. */
@Injectable()
export class Deliberations {
  constructor(
    private readonly db: DataSource,
    private readonly congresses: Congresses,
  ) {}

  async of(proposal: Proposal, tx: Transaction = this.db.manager): Promise<Deliberation> {
    return (await this.ofMany([proposal], tx)).get(proposal.id)!;
  }

  /** Two queries for any number of proposals. */
  async ofMany(
    proposals: readonly Proposal[],
    tx: Transaction = this.db.manager,
  ): Promise<ReadonlyMap<string, Deliberation>> {
    const where = { proposalId: In(proposals.map(({ id }) => id)) };
    const readings = await tx.find(ReviewReading, { where, order: { assignedAt: 'ASC', staffId: 'ASC' } });
    const votes = await tx.find(ReviewVote, { where, order: { castAt: 'ASC', staffId: 'ASC' } });
    return new Map(
      proposals.map((proposal) => {
        const own = votes.filter(({ proposalId }) => proposalId === proposal.id);
        return [proposal.id, deliberationOf(proposal, readings, own)];
      }),
    );
  }

  async electorate(proposal: Proposal, tx: Transaction = this.db.manager): Promise<Electorate> {
    return (await this.electorates([proposal], tx)).get(proposal.id)!;
  }

  /** Two queries for each congress. */
  async electorates(
    proposals: readonly Proposal[],
    tx: Transaction = this.db.manager,
  ): Promise<ReadonlyMap<string, Electorate>> {
    const found = new Map<string, Electorate>();
    for (const congressId of new Set(proposals.map((proposal) => proposal.congressId))) {
      const members = await this.congresses.committee(congressId, ['committee_member', 'committee_chair'], tx);
      const chairs = await this.congresses.committee(congressId, ['committee_chair'], tx);
      for (const proposal of proposals.filter((one) => one.congressId === congressId)) {
        const free = (ids: readonly string[]) => ids.filter((id) => !involves(proposal, id));
        found.set(proposal.id, { voters: free(members), chairs: free(chairs) });
      }
    }
    return found;
  }

  deviations(proposalId: string, tx: Transaction = this.db.manager): Promise<ReviewDeviation[]> {
    return tx.find(ReviewDeviation, { where: { proposalId }, order: { explainedAt: 'ASC' } });
  }
}

function deliberationOf(
  proposal: Proposal,
  readings: readonly ReviewReading[],
  votes: readonly ReviewVote[],
): Deliberation {
  const text = proposal.fingerprint();
  const current = votes.filter((vote) => vote.countsFor(text));
  return {
    readings: readings.filter(({ proposalId }) => proposalId === proposal.id),
    votes: current,
    outdated: votes.filter((vote) => !vote.countsFor(text)),
    tally: tallyOf(current.map(({ choice }) => choice)),
  };
}
