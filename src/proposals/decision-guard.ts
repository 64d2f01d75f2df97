import { Injectable } from '@nestjs/common';
import { ConditionsMissing, type Message, msg, type Transaction } from '../kernel/index.js';
import { Deliberations } from './deliberations.repository.js';
import { type ProposalAction, proposalWorkflow } from './proposal-workflow.js';
import type { Proposal } from './proposal.entity.js';
import { isOutcome, reasonNeeded, type ReviewOutcome } from './tally.js';

/** A decision against the votes is documented: by whichever door it comes, it waits until the decider has said why. */
@Injectable()
export class DecisionGuard {
  constructor(private readonly deliberations: Deliberations) {}

  async check(action: ProposalAction, proposal: Proposal, tx: Transaction): Promise<void> {
    const outcome = action === 'split' ? 'file' : action;
    if (!isOutcome(outcome) || !proposalWorkflow.isAvailable(action, proposal.status)) return;
    const missing = await this.missing(outcome, proposal, tx);
    if (missing) throw new ConditionsMissing(action, [missing]);
  }

  /** What has still to be said before this outcome; null when nothing. */
  async missing(outcome: ReviewOutcome, proposal: Proposal, tx?: Transaction): Promise<Message | null> {
    const { tally } = await this.deliberations.of(proposal, tx);
    const needed = reasonNeeded(tally, outcome, proposal.status === 'referred');
    if (needed === null) return null;
    const explained = await this.deliberations.deviations(proposal.id, tx);
    if (explained.some((deviation) => deviation.outcome === outcome)) return null;
    const ref = proposal.serial!;
    if (tally.leading === null) return msg('deliberation.missing.tie', { ref });
    return msg('deliberation.missing.majority', { ref, leading: `@deliberation.choice.${tally.leading}` });
  }
}
