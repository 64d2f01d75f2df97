import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingDays } from '../../calendar/index.js';
import type { Actor } from '../../kernel/index.js';
import { extendCompletion, returnForCompletion, reviewAsItWas } from './completion-steps.js';
import { DeclineReasons } from '../deciding/decline-reasons.js';
import { ProposalSteps, type Scene } from '../proposal-steps.js';
import type { Proposal } from '../proposal.entity.js';

/** 补正的期限: what the committee does with a proposal that it gave back. */
@Injectable()
export class Completion {
  constructor(
    private readonly db: DataSource,
    private readonly steps: ProposalSteps,
    private readonly declineReasons: DeclineReasons,
    private readonly workingDays: WorkingDays,
  ) {}

  giveBack(ref: string, note: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('return_for_completion', ref, actor, async (scene) => {
      const completeBy = await this.after(scene, scene.session.settings.completionDays);
      return returnForCompletion(scene.proposal, note, completeBy, scene.deed);
    });
  }

  extend(ref: string, completeBy: string, note: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('extend_completion', ref, actor, ({ proposal, deed }) =>
      extendCompletion(proposal, completeBy, note, deed),
    );
  }

  reviewAsItWas(ref: string, note: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('review_as_it_was', ref, actor, (scene) => this.goOn(scene, note));
  }

  /** Declined for what was not completed: the review goes on with the text as it was, and ends. Both or neither. */
  decline(ref: string, code: string, note: string, actor: Actor): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      await this.steps.performIn(tx, 'review_as_it_was', ref, actor, (scene) => this.goOn(scene, ''));
      return this.steps.performIn(tx, 'decline', ref, actor, async ({ proposal, deed }) => {
        const reason = await this.declineReasons.usable(code, tx);
        return proposal.decline(deed, reason.code, note);
      });
    });
  }

  private async goOn(scene: Scene, note: string) {
    const reviewBy = await this.after(scene, scene.session.settings.declineExplanationDays);
    return reviewAsItWas(scene.proposal, note, reviewBy, scene.deed, scene);
  }

  private async after({ now, tx }: Scene, days: number): Promise<string> {
    return (await this.workingDays.load(tx)).dueDateOf(now, days);
  }
}
