import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Claims } from '../../claims/index.js';
import { type Actor, EventBus } from '../../kernel/index.js';
import { ProposalSteps } from '../proposal-steps.js';
import { deskOf, ENDING } from './review-desk.js';

/** 正由某人处理: who of the committee works on a proposal. */
@Injectable()
export class CheckOut implements OnModuleInit {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly claims: Claims,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    for (const action of ENDING)
      this.bus.on(`proposal.${action}`, ({ subjectId }, tx) => this.claims.end(deskOf(subjectId), tx));
  }

  async take(ref: string, actor: Actor): Promise<void> {
    await this.steps.perform('check_out', ref, actor, async ({ proposal, tx }) => {
      await this.claims.take(deskOf(proposal.id), actor, tx);
      return null;
    });
  }

  /** 接手: the one who held it is told. */
  async takeOver(ref: string, actor: Actor): Promise<void> {
    await this.steps.perform('take_desk_over', ref, actor, async ({ proposal, deed, tx }) => {
      const before = await this.claims.takeOver(deskOf(proposal.id), actor, tx);
      return before && proposal.record('take_desk_over', deed, { staffId: before.staffId });
    });
  }

  async giveBack(ref: string, actor: Actor): Promise<void> {
    await this.steps.perform('check_out', ref, actor, async ({ proposal, tx }) => {
      await this.claims.release(deskOf(proposal.id), actor, tx);
      return null;
    });
  }
}
