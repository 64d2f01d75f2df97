import { Injectable } from '@nestjs/common';
import { Cases, type HandlingCase, type NewCase } from '../handling/index.js';
import { type Actor, type Transaction } from '../kernel/index.js';
import { Directory } from '../organization/index.js';
import { DeclineReasons } from './decline-reasons.js';
import type { Deed } from './deed.js';
import { ProposalSteps } from './proposal-steps.js';
import { Proposal } from './proposal.entity.js';

export type Outcome = 'file' | 'convert';

const CASE_KIND_OF = { file: 'proposal', convert: 'suggestion' } as const;

/** The committee's work on what was submitted. */
@Injectable()
export class Review {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly cases: Cases,
    private readonly directory: Directory,
    private readonly declineReasons: DeclineReasons,
  ) {}

  takeUp(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('take_up', ref, actor, ({ proposal, deed }) => proposal.takeUp(deed));
  }

  returnForCompletion(ref: string, note: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('return_for_completion', ref, actor, ({ proposal, deed }) =>
      proposal.returnForCompletion(deed, note),
    );
  }

  /** Files it or turns it into a suggestion; both open a case, in the same transaction. */
  async accept(outcome: Outcome, ref: string, note: string, actor: Actor): Promise<HandlingCase> {
    const opened: HandlingCase[] = [];
    await this.steps.perform(outcome, ref, actor, async ({ proposal, deed, tx }) => {
      const event = proposal.decide(outcome, deed, note);
      opened.push(await this.openCase(outcome, proposal, deed, tx));
      const { ref: caseRef, number } = opened[0]!;
      return { ...event, data: { ...event.data, case: { ref: caseRef, number } } };
    });
    return opened[0]!;
  }

  decline(ref: string, code: string, note: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('decline', ref, actor, async ({ proposal, deed, tx }) => {
      const reason = await this.declineReasons.usable(code, tx);
      return proposal.decline(deed, reason.code, note);
    });
  }

  private async openCase(outcome: Outcome, proposal: Proposal, deed: Deed, tx: Transaction): Promise<HandlingCase> {
    const author = await this.directory.person(proposal.authorId, tx);
    const { id, congressId, sessionId, title, publishable, confidential, reason, measures } = proposal;
    const joint = proposal.joints.filter((one) => one.hasJoined);
    const newCase: NewCase = {
      kind: CASE_KIND_OF[outcome],
      congressId,
      sessionId,
      title,
      category: proposal.category!,
      publishable,
      confidential,
      parties: [
        { staffId: author.id, part: 'lead' },
        ...joint.map(({ staffId }) => ({ staffId, part: 'joint' as const })),
      ],
      origins: [
        {
          originType: 'proposal',
          originId: id,
          ref: proposal.serial!,
          title,
          reason,
          measures,
          authorName: author.name,
          authorUnit: author.unit.name,
        },
      ],
    };
    return this.cases.open(newCase, deed.by, deed.role, tx);
  }
}
