import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, newId, type Transaction } from '../../kernel/index.js';
import type { Decision } from './decision.js';
import { Deliberations } from '../review/deliberations.repository.js';
import { ProposalSteps } from '../proposal-steps.js';
import { ReviewDeviation } from '../review/review-deviation.entity.js';

type Explained = Pick<Decision, 'ref' | 'outcome' | 'deviation'>;

/** Why the decider decides otherwise than most members voted; for the committee only. */
@Injectable()
export class Deviations {
  constructor(
    private readonly db: DataSource,
    private readonly steps: ProposalSteps,
    private readonly deliberations: Deliberations,
  ) {}

  explain(explained: Explained, actor: Actor): Promise<void> {
    return this.db.transaction((tx) => this.explainIn(tx, explained, actor));
  }

  /** Together with what it explains: there is no reason without its decision. */
  async explainIn(tx: Transaction, { ref, outcome, deviation: reason }: Explained, actor: Actor): Promise<void> {
    if (reason === '') return;
    await this.steps.performIn(tx, 'deviate', ref, actor, async ({ proposal, deed }) => {
      const earlier = await this.deliberations.deviations(proposal.id, tx);
      if (earlier.some((one) => one.outcome === outcome && one.reason === reason)) return null;
      const event = proposal.record('deviate', deed, { outcome }, reason);
      const deviation = { proposalId: proposal.id, staffId: actor.staffId!, outcome, reason, explainedAt: deed.at };
      await tx.insert(ReviewDeviation, { id: newId(), ...deviation });
      return event;
    });
  }
}
