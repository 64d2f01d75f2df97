import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Cases, type HandlingCase } from '../../handling/index.js';
import type { Actor } from '../../kernel/index.js';
import { CannotBeUnmerged } from './decision.errors.js';
import { peopleOf, unmerge } from './decision-steps.js';
import { ProposalSteps } from '../proposal-steps.js';
import { proposalWorkflow } from '../proposal-workflow.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';

/** 撤销并案. */
@Injectable()
export class Merging {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: Proposals,
    private readonly steps: ProposalSteps,
    private readonly cases: Cases,
  ) {}

  /** Before the assignment: it is reviewed on its own again, and its people leave the case, which goes on with the rest. */
  unmerge(ref: string, note: string, actor: Actor): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      const { id } = await this.proposals.find(ref, actor, tx);
      const [record] = await this.cases.lockOfOrigin(id, actor, tx); // the case before its proposal, as in every step
      return this.steps.performIn(tx, 'unmerge', ref, actor, async ({ proposal, deed }) => {
        proposalWorkflow.statusAfter('unmerge', proposal.status);
        refuse(record!);
        await this.cases.removeOrigin(id, note, actor, tx, { alreadyTold: peopleOf(proposal) });
        return unmerge(proposal, record!, note, deed);
      });
    });
  }
}

function refuse({ status, number, origins }: HandlingCase): void {
  if (status !== 'open') throw new CannotBeUnmerged(number, 'assigned');
  if (origins.length === 1) throw new CannotBeUnmerged(number, 'only');
}
