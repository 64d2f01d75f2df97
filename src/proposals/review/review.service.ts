import { Injectable } from '@nestjs/common';
import type { HandlingCase } from '../../handling/index.js';
import type { Actor } from '../../kernel/index.js';
import { Completion } from './completion.service.js';
import { decisionOn } from '../deciding/decision.js';
import { Decisions } from '../deciding/decisions.service.js';
import { ProposalSteps } from '../proposal-steps.js';
import { Proposal } from '../proposal.entity.js';

/** The committee's work on what was submitted. */
@Injectable()
export class Review {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly decisions: Decisions,
    private readonly completion: Completion,
  ) {}

  takeUp(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('take_up', ref, actor, ({ proposal, deed }) => proposal.takeUp(deed));
  }

  returnForCompletion(ref: string, note: string, actor: Actor): Promise<Proposal> {
    return this.completion.giveBack(ref, note, actor);
  }

  /** Files it or turns it into a suggestion; both open a case, in the same transaction. */
  async accept(outcome: 'file' | 'convert', ref: string, note: string, actor: Actor): Promise<HandlingCase> {
    const [opened] = await this.decisions.decide(decisionOn(ref, outcome, { note }), actor);
    return opened!;
  }

  async decline(ref: string, declineCode: string, note: string, actor: Actor): Promise<void> {
    await this.decisions.decide(decisionOn(ref, 'decline', { declineCode, note }), actor);
  }
}
