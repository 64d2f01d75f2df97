import { Injectable } from '@nestjs/common';
import { Cases } from '../handling/index.js';
import type { Actor } from '../kernel/index.js';
import { CannotBeUnmerged } from './decision.errors.js';
import { peopleOf, unmerge } from './decision-steps.js';
import { ProposalSteps } from './proposal-steps.js';
import type { Proposal } from './proposal.entity.js';

/** 撤销并案. */
@Injectable()
export class Merging {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly cases: Cases,
  ) {}

  /** Before the assignment: it is reviewed on its own again, and its people leave the case, which goes on with the rest. */
  unmerge(ref: string, note: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('unmerge', ref, actor, async ({ proposal, deed, tx }) => {
      const [found] = await this.cases.ofOrigin(proposal.id, tx);
      const [record] = await this.cases.lockAll([found!.ref], actor, tx);
      const event = unmerge(proposal, record!, note, deed);
      if (record!.status !== 'open') throw new CannotBeUnmerged(record!.number);
      await this.cases.removeOrigin(proposal.id, note, actor, tx, { alreadyTold: peopleOf(proposal) });
      return event;
    });
  }
}
