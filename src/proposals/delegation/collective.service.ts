import { Injectable } from '@nestjs/common';
import { Congresses } from '../../congress/index.js';
import type { Actor } from '../../kernel/index.js';
import { recordPresence } from './presence-steps.js';
import { ProposalSteps } from '../proposal-steps.js';
import type { Proposal } from '../proposal.entity.js';

/** 集体提案: who of the delegation is present. Agreeing and handing in are those of every proposal. */
@Injectable()
export class Collective {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly congresses: Congresses,
  ) {}

  recordPresence(ref: string, present: readonly string[], actor: Actor): Promise<Proposal> {
    return this.steps.perform('record_presence', ref, actor, async ({ proposal, deed, tx }) => {
      const members = await this.congresses.membersOf(proposal.delegationId!, tx);
      return recordPresence(proposal, present, members, deed);
    });
  }
}
