import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import { ProposalSteps } from '../proposal-steps.js';
import type { Proposal } from '../proposal.entity.js';
import { decideConfidentiality } from './secrecy-steps.js';

/** 保密办理, decided by the committee before it decides about the matter. */
@Injectable()
export class Secrecy {
  constructor(private readonly steps: ProposalSteps) {}

  decide(ref: string, granted: boolean, answer: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('decide_confidentiality', ref, actor, ({ proposal, deed }) =>
      decideConfidentiality(proposal, granted, answer, deed),
    );
  }
}
