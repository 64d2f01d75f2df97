import { Injectable } from '@nestjs/common';
import { Congresses, SessionArchived } from '../../../congress/index.js';
import { type Actor, authorize } from '../../../kernel/index.js';
import type { ProposalAction } from '../../proposal-workflow.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import type { Proposal } from '../../proposal.entity.js';
import { ProposalNotFound } from '../../proposal.errors.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';

/** The door of the committee's desk: everybody else does not know of it. */
@Injectable()
export class ReviewDoor {
  constructor(
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
  ) {}

  async proposal(ref: string, actor: Actor): Promise<Proposal> {
    const proposal = await this.proposals.find(ref, actor);
    if (!new ProposalPolicy(actor).isOfCommittee(proposal) || proposal.serial === null) throw new ProposalNotFound(ref);
    return proposal;
  }

  /** For the page of one step: who may not take it is refused, and so is a step that is not open now. */
  async open(action: ProposalAction, ref: string, actor: Actor): Promise<Proposal> {
    const proposal = await this.proposal(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor(action, proposal), action);
    if ((await this.congresses.session(proposal.sessionId)).isArchived()) throw new SessionArchived();
    proposalWorkflow.statusAfter(action, proposal.status);
    return proposal;
  }
}
