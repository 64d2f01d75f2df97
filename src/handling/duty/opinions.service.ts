import { Injectable } from '@nestjs/common';
import { type Actor, authorize } from '../../kernel/index.js';
import { CaseSteps } from '../case/case-steps.js';
import { CasePolicy } from '../case/case.policy.js';
import type { HandlingCase } from '../case/handling-case.entity.js';

/** 协办意见: what the assisting units say, and going on without. */
@Injectable()
export class Opinions {
  constructor(private readonly steps: CaseSteps) {}

  give(ref: string, assignmentId: string, opinion: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('give_opinion', ref, actor, (record, act) => {
      const duty = record.duty(assignmentId);
      authorize(new CasePolicy(actor).roleIn(duty), 'give_opinion');
      return record.giveOpinion(duty, opinion, act);
    });
  }

  override(ref: string, assignmentId: string, reason: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('override_opinion', ref, actor, (record, act) =>
      record.overrideOpinion(record.duty(assignmentId), reason, act),
    );
  }
}
