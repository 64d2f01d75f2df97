import { Injectable } from '@nestjs/common';
import { WorkingDays } from '../../calendar/index.js';
import { Congresses, type SessionSettings } from '../../congress/index.js';
import { type Actor, authorize, mayRead, NotPermitted, type Transaction } from '../../kernel/index.js';
import { concernedIn } from '../case/case-audience.js';
import { CaseSteps } from '../case/case-steps.js';
import { caseWorkflow } from '../case/case-workflow.js';
import { CasePolicy } from '../case/case.policy.js';
import { CasesRepository } from '../case/cases.repository.js';
import { chosenDuty } from '../duty/duty-choice.js';
import type { OutcomeClass, Referee } from '../case/case-values.js';
import { referring } from './ruling-steps.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import type { Rating } from './rating.entity.js';
import { RepliesRepository } from '../reply/replies.repository.js';
import type { Reply } from '../reply/reply.entity.js';

export interface CommitteeDesk {
  readonly record: HandlingCase;
  /** Of one leading unit, or of several separate ones. */
  readonly replies: readonly Reply[];
  readonly ratings: readonly Rating[];
  readonly settings: SessionSettings;
  /** How many members of the presidium may decide in this matter. */
  readonly presidium: number;
}

/** What becomes of a case after its ratings: another round, an explanation, the follow-up of a promise, publication. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly cases: CasesRepository,
    private readonly replies: RepliesRepository,
    private readonly steps: CaseSteps,
    private readonly congresses: Congresses,
    private readonly workingDays: WorkingDays,
  ) {}

  async committeeDesk(ref: string, actor: Actor): Promise<CommitteeDesk> {
    const record = await this.cases.findVisible(ref, actor);
    authorize(new CasePolicy(actor).roleFor('conclude_with_explanation', record), 'conclude_with_explanation');
    caseWorkflow.statusAfter('conclude_with_explanation', record.status);
    const replies = await this.replies.standing(record);
    const { settings } = await this.congresses.session(record.governedBy);
    const [ratings, presidium] = [await this.replies.ratings(record.id), await this.presidiumFor(record)];
    return { record, replies, ratings, settings, presidium };
  }

  /** Of separate leads those named handle again; without names all of them. */
  async orderSecondHandling(
    ref: string,
    reason: string,
    actor: Actor,
    dutyIds: readonly string[] = [],
  ): Promise<HandlingCase> {
    return this.steps.perform('order_second_handling', ref, actor, async (record, act, tx) => {
      const { settings } = await this.congresses.session(record.governedBy, tx);
      const dueOn = (await this.workingDays.load(tx)).dueDateOf(act.at, settings.secondRoundDays);
      return record.orderSecondHandling(dueOn, settings.rounds, reason, act, dutyIds);
    });
  }

  /** After the last round: the presidium or the leader in charge decides. */
  async refer(ref: string, to: Referee, reason: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform(referring(to), ref, actor, async (record, act, tx) => {
      const { settings } = await this.congresses.session(record.governedBy, tx);
      return record.refer(to, { rounds: settings.rounds, presidium: await this.presidiumFor(record, tx) }, reason, act);
    });
  }

  async orderFinalHandling(ref: string, dueOn: string, reason: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('order_final_handling', ref, actor, (record, act) =>
      record.orderFinalHandling(dueOn, reason, act),
    );
  }

  async concludeWithExplanation(ref: string, explanation: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('conclude_with_explanation', ref, actor, async (record, act, tx) =>
      record.concludeWithExplanation(explanation, await this.rounds(record, tx), act),
    );
  }

  /** The chair's own decision (or the referee's), unlike the follow-up that a rating starts. */
  async followUpAnyway(ref: string, explanation: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('start_follow_up', ref, actor, async (record, act, tx) => {
      const event = record.followUpAnyway(explanation, await this.rounds(record, tx), act);
      record.expectReport(await this.workingDays.load(tx), act.at);
      return event;
    });
  }

  /** Reports on a promise are read by everybody concerned. */
  async followUpDesk(ref: string, actor: Actor): Promise<HandlingCase> {
    const record = await this.cases.findVisible(ref, actor);
    if (!mayRead(concernedIn(record), actor)) throw new NotPermitted('follow_up');
    return record;
  }

  async slipPromise(
    ref: string,
    until: string,
    reason: string,
    actor: Actor,
    dutyId: string | null = null,
  ): Promise<HandlingCase> {
    return this.steps.perform('slip_promise', ref, actor, (record, act) => {
      const duty = chosenDuty(new CasePolicy(actor).promisesOf(record, 'unit_head'), dutyId, 'slip_promise');
      return record.slipPromise(duty, until, reason, act);
    });
  }

  async confirmImplemented(ref: string, note: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('confirm_implemented', ref, actor, (record, act) => record.confirmImplemented(note, act));
  }

  /** 改类: what was promised is done, cannot be done, or becomes a reference. */
  async reclassify(ref: string, to: OutcomeClass, reason: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('reclassify', ref, actor, (record, act) => record.reclassify(to, reason, act));
  }

  async publish(ref: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('publish', ref, actor, async (record, act, tx) => {
      const replies = await this.replies.standing(record, tx);
      const event = record.publish(replies, act);
      const amendments = await this.replies.amendmentsOf(
        replies.map(({ id }) => id),
        tx,
      );
      const issued = amendments.filter(({ isSigned }) => isSigned);
      for (const amendment of issued) amendment.publish(record);
      await tx.save([...replies, ...issued]);
      return event;
    });
  }

  /** Nobody decides in an own matter. */
  private async presidiumFor(record: HandlingCase, tx?: Transaction): Promise<number> {
    const members = await this.congresses.committee(record.congressId, ['presidium'], tx);
    return members.filter((staffId) => !record.isParty(staffId)).length;
  }

  private async rounds({ governedBy }: HandlingCase, tx: Transaction): Promise<number> {
    return (await this.congresses.session(governedBy, tx)).settings.rounds;
  }
}
