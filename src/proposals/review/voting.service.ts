import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import { DeclineReasons } from '../deciding/decline-reasons.js';
import { Deliberations } from './deliberations.repository.js';
import { ProposalSteps } from '../proposal-steps.js';
import type { Proposal } from '../proposal.entity.js';
import { ReviewedTextChanged } from './review.errors.js';
import { type Recommendation, ReviewReading } from './review-reading.entity.js';
import { ReviewVote } from './review-vote.entity.js';
import type { VoteChoice } from './tally.js';

/** What members say before the decision. Each names the text it is about by its fingerprint. */
@Injectable()
export class Voting {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly deliberations: Deliberations,
    private readonly declineReasons: DeclineReasons,
  ) {}

  /** 预审意见. The same recommendation again changes nothing. */
  recommend(ref: string, recommendation: Recommendation, text: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('recommend', ref, actor, async ({ proposal, deed, tx }) => {
      refuseOtherText(proposal, text);
      const { outcome, declineCode, note } = recommendation;
      if (declineCode !== null) await this.declineReasons.usable(declineCode, tx);
      const key = { proposalId: proposal.id, staffId: actor.staffId! };
      const asked = await tx.findOneBy(ReviewReading, key);
      const reading = asked ?? ReviewReading.by(key.staffId, key.proposalId, null, deed.at);
      const before = reading.outcome;
      if (!reading.recommend(recommendation, text, deed.at)) return null;
      const event = proposal.record('recommend', deed, { outcome, declineCode, before }, note);
      await tx.save(reading);
      return event;
    });
  }

  /** 表决, until the decision as often as one likes; the same vote again changes nothing. */
  vote(ref: string, choice: VoteChoice, text: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('vote', ref, actor, async ({ proposal, deed, tx }) => {
      refuseOtherText(proposal, text);
      const key = { proposalId: proposal.id, staffId: actor.staffId! };
      const earlier = await tx.findOneBy(ReviewVote, key);
      if (earlier?.choice === choice && earlier.countsFor(text)) return null;
      await tx.save(ReviewVote.cast({ ...key, choice, fingerprint: text, castAt: deed.at }));
      const { votes } = await this.deliberations.of(proposal, tx);
      const { voters, chairs } = await this.deliberations.electorate(proposal, tx);
      const isFirst = !earlier?.countsFor(text);
      const complete = isFirst && voters.every((id) => votes.some(({ staffId }) => staffId === id));
      return proposal.record('vote', deed, { choice, before: earlier?.choice ?? null, complete, deciders: chairs });
    });
  }
}

function refuseOtherText(proposal: Proposal, text: string): void {
  if (proposal.status === 'under_review' && proposal.fingerprint() !== text) throw new ReviewedTextChanged();
}
