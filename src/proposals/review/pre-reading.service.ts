import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Congresses } from '../../congress/index.js';
import { type Actor, type Transaction } from '../../kernel/index.js';
import { involves } from '../involvement.js';
import { ProposalSteps } from '../proposal-steps.js';
import type { Proposal } from '../proposal.entity.js';
import { NotAReader } from './review.errors.js';
import { ReviewReading } from './review-reading.entity.js';

/** 预审: who of the committee reads which proposal first. */
@Injectable()
export class PreReading {
  constructor(
    private readonly db: DataSource,
    private readonly steps: ProposalSteps,
    private readonly congresses: Congresses,
  ) {}

  /** Several proposals for several members in one go, all or nothing. Answers how many were left out for having a part in it. */
  assign(refs: readonly string[], staffIds: readonly string[], actor: Actor): Promise<number> {
    return this.db.transaction(async (tx) => {
      let left = 0;
      for (const ref of [...refs].toSorted()) left += await this.assignOne(ref, staffIds, actor, tx);
      return left;
    });
  }

  /** Takes a proposal off a member's list, as long as nothing was recommended. */
  release(ref: string, staffId: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('release_reader', ref, actor, async ({ proposal, deed, tx }) => {
      const event = proposal.record('release_reader', deed, { staffId });
      const key = { proposalId: proposal.id, staffId, givenAt: IsNull() };
      const { affected } = await tx.delete(ReviewReading, key);
      return affected ? event : null;
    });
  }

  private async assignOne(ref: string, staffIds: readonly string[], actor: Actor, tx: Transaction): Promise<number> {
    let left = 0;
    await this.steps.performIn(tx, 'assign_readers', ref, actor, async ({ proposal, deed }) => {
      const members = await this.members(proposal.congressId, tx);
      if (!staffIds.every((id) => members.includes(id))) throw new NotAReader();
      const free = staffIds.filter((id) => !involves(proposal, id));
      left = staffIds.length - free.length;
      const where = { proposalId: proposal.id, staffId: In([...free]) };
      const assigned = (await tx.findBy(ReviewReading, where)).map(({ staffId }) => staffId);
      const added = free.filter((id) => !assigned.includes(id));
      const event = proposal.record('assign_readers', deed, { staffId: added, reviewBy: proposal.reviewBy });
      await tx.save(added.map((id) => ReviewReading.by(id, proposal.id, actor.staffId, deed.at)));
      return added.length > 0 ? event : null;
    });
    return left;
  }

  private members(congressId: string, tx: Transaction): Promise<string[]> {
    return this.congresses.committee(congressId, ['committee_member', 'committee_chair'], tx);
  }
}
