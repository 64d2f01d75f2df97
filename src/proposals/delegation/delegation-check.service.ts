import { Injectable } from '@nestjs/common';
import { Congresses } from '../../congress/index.js';
import { type Actor, type Transaction } from '../../kernel/index.js';
import { isCheckWanted, passCheck, returnFromCheck } from './check-steps.js';
import { ProposalSteps } from '../proposal-steps.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';
import { Registration } from '../writing/registration.js';

interface WayIn {
  readonly action: 'submit' | 'submit_for_check';
  /** The session wants a check, but nobody but the proposers could do it. */
  readonly unchecked: boolean;
}

/** 团审: the head or a deputy of the author's delegation reads a proposal before the committee does. */
@Injectable()
export class DelegationCheck {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly registration: Registration,
  ) {}

  /** Nobody approves the own proposal: without another head or deputy it goes straight to the committee, and the event says so. */
  async wayIn(ref: string, actor: Actor, tx: Transaction): Promise<WayIn> {
    const proposal = await this.proposals.find(ref, actor, tx);
    const session = await this.congresses.session(proposal.sessionId, tx);
    if (!isCheckWanted(proposal, session)) return { action: 'submit', unchecked: false };
    const { delegationId } = await this.registration.placeOf(proposal, session, tx);
    const checkers = await this.checkersOf(proposal, delegationId, tx);
    return checkers.length > 0
      ? { action: 'submit_for_check', unchecked: false }
      : { action: 'submit', unchecked: true };
  }

  pass(ref: string, note: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('pass_check', ref, actor, async ({ proposal, session, deed, now, tx }) =>
      passCheck(
        proposal,
        await this.registration.enter(session, now, tx, proposal.checkRequestedAt ?? now),
        note,
        deed,
      ),
    );
  }

  giveBack(ref: string, note: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('return_from_check', ref, actor, ({ proposal, deed }) =>
      returnFromCheck(proposal, note, deed),
    );
  }

  private async checkersOf(proposal: Proposal, delegationId: string | null, tx: Transaction): Promise<string[]> {
    const leaders = delegationId === null ? [] : await this.congresses.delegationLeaders(delegationId, tx);
    return leaders.filter((staffId) => !proposal.isProposer(staffId));
  }
}
