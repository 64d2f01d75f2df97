import { Injectable } from '@nestjs/common';
import { ConditionsMissing, type Message, msg, type Transaction } from '../../kernel/index.js';
import { type Part, partOutcome } from './decision.js';
import { Deliberations } from '../review/deliberations.repository.js';
import { type ProposalAction, proposalWorkflow } from '../proposal-workflow.js';
import type { Proposal } from '../proposal.entity.js';
import { type Decided, isOutcome, reasonNeeded } from '../review/tally.js';

/** A decision against the votes is documented: by whichever door it comes, it waits until the decider has said why. */
@Injectable()
export class DecisionGuard {
  constructor(private readonly deliberations: Deliberations) {}

  /** Of a split the parts must be known: `checkSplit`. */
  async check(action: ProposalAction, proposal: Proposal, tx: Transaction): Promise<void> {
    if (!isOutcome(action) || !proposalWorkflow.isAvailable(action, proposal.status)) return;
    const missing = await this.missing(action, proposal, tx);
    if (missing) throw new ConditionsMissing(action, [missing]);
  }

  async checkSplit(parts: readonly Part[], proposal: Proposal, tx: Transaction): Promise<void> {
    const missing = await this.missing('split', proposal, tx, parts);
    if (missing) throw new ConditionsMissing('split', [missing]);
  }

  /** What has still to be said before this outcome; null when nothing. */
  async missing(
    outcome: Decided,
    proposal: Proposal,
    tx?: Transaction,
    parts: readonly Part[] = [],
  ): Promise<Message | null> {
    const { tally } = await this.deliberations.of(proposal, tx);
    const needed = reasonNeeded(tally, outcome, proposal.status === 'referred', parts.map(partOutcome));
    if (needed === null) return null;
    const explained = await this.deliberations.deviations(proposal.id, tx);
    if (explained.some((deviation) => deviation.outcome === outcome)) return null;
    const ref = proposal.serial!;
    if (tally.leading === null) return msg('deliberation.missing.tie', { ref });
    return msg('deliberation.missing.majority', { ref, leading: `@deliberation.choice.${tally.leading}` });
  }
}
