import { Injectable } from '@nestjs/common';
import { WorkingDays } from '../../calendar/index.js';
import { Congresses } from '../../congress/index.js';
import { type Act, type Actor, authorize, type Transaction } from '../../kernel/index.js';
import type { Assignment } from './assignment.entity.js';
import { CaseSteps } from '../case/case-steps.js';
import { CaseNotFound } from '../case/case.errors.js';
import { CasePolicy } from '../case/case.policy.js';
import { ownLead } from './duty-choice.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { stepOf } from './part-steps.js';
import { RepliesRepository } from '../reply/replies.repository.js';
import { type NewCharge } from './side-steps.js';

/** 退办 and 延期, asked for and decided. */
@Injectable()
export class SideRoads {
  constructor(
    private readonly steps: CaseSteps,
    private readonly congresses: Congresses,
    private readonly workingDays: WorkingDays,
    private readonly replies: RepliesRepository,
  ) {}

  askReturn(ref: string, dutyId: string, reason: string, suggestedUnitId: string | null, actor: Actor) {
    const action = (record: HandlingCase) => stepOf('ask_return', record.duty(dutyId));
    return this.steps.perform(action, ref, actor, async (record, act, tx) => {
      const duty = record.duty(dutyId);
      authorize(new CasePolicy(actor).roleIn(duty), action(record));
      const until = await this.lastDayOfReturn(record, duty, tx);
      return record.askReturn(duty, { reason, suggestedUnitId, until }, act);
    });
  }

  refuseReturn(ref: string, dutyId: string, reason: string, actor: Actor): Promise<HandlingCase> {
    const action = (record: HandlingCase) => stepOf('refuse_return', record.duty(dutyId));
    return this.steps.perform(action, ref, actor, (record, act) =>
      record.refuseReturn(record.duty(dutyId), reason, act),
    );
  }

  grantReturn(
    ref: string,
    dutyId: string,
    to: Pick<NewCharge, 'unitId' | 'leaderId'>,
    reason: string,
    actor: Actor,
  ): Promise<HandlingCase> {
    const action = (record: HandlingCase) => stepOf('grant_return', record.duty(dutyId));
    return this.steps.perform(action, ref, actor, async (record, act, tx) => {
      const duty = record.duty(dutyId);
      const event = record.grantReturn(duty, { ...to, ...(await this.clockOf(record, duty, act, tx)) }, reason, act);
      await tx.save(duty); // before the new one: the database knows one lead at a time
      await this.replies.followUnits(record, tx);
      return event;
    });
  }

  askExtension(ref: string, until: string, reason: string, actor: Actor, dutyId: string | null = null) {
    return this.steps.perform('ask_extension', ref, actor, (record, act) => {
      const duty = ownLead(record, actor, dutyId, 'ask_extension');
      return record.askExtension(duty, until, reason, act);
    });
  }

  grantExtension(ref: string, actor: Actor, dutyId: string | null = null): Promise<HandlingCase> {
    return this.steps.perform('grant_extension', ref, actor, (record, act) =>
      record.grantExtension(dutyAsking(record, dutyId), act),
    );
  }

  refuseExtension(ref: string, reason: string, actor: Actor, dutyId: string | null = null): Promise<HandlingCase> {
    return this.steps.perform('refuse_extension', ref, actor, (record, act) =>
      record.refuseExtension(dutyAsking(record, dutyId), reason, act),
    );
  }

  /** 改派: a running duty goes to another unit with a new clock, which the chair may set. */
  reassign(
    ref: string,
    dutyId: string,
    to: Pick<NewCharge, 'unitId' | 'leaderId'> & { readonly dueOn: string | null },
    reason: string,
    actor: Actor,
  ): Promise<HandlingCase> {
    const action = (record: HandlingCase) => stepOf('reassign', dutyAmong(record, dutyId));
    return this.steps.perform(action, ref, actor, async (record, act, tx) => {
      const duty = dutyAmong(record, dutyId);
      const clock = await this.clockOf(record, duty, act, tx);
      const chosen = to.dueOn === null ? {} : { dueOn: to.dueOn, dueChosen: true };
      const event = record.reassign(duty, { ...to, ...clock, ...chosen }, reason, act);
      await tx.save(duty); // before the new one: the database knows one lead at a time
      await this.replies.followUnits(record, tx);
      return event;
    });
  }

  /** The last day on which the unit may ask to give its duty back. */
  async lastDayOfReturn({ governedBy }: HandlingCase, { assignedAt }: Assignment, tx?: Transaction): Promise<string> {
    const { settings } = await this.congresses.session(governedBy, tx);
    return (await this.workingDays.load(tx)).dueDateOf(assignedAt, settings.returnDays);
  }

  /** The new unit starts with as many days as the first one had. */
  private async clockOf(record: HandlingCase, { part }: Assignment, act: Act, tx: Transaction) {
    const { settings } = await this.congresses.session(record.governedBy, tx);
    const calendar = await this.workingDays.load(tx);
    const days = part === 'assisting' ? settings.assistingDays : record.rules.deadlineDays(settings);
    return { signBy: calendar.dueDateOf(act.at, settings.signForDays), dueOn: calendar.dueDateOf(act.at, days) };
  }
}

/** Also a duty that was taken back meanwhile: the step refuses it by name. */
function dutyAmong({ assignments }: HandlingCase, dutyId: string): Assignment {
  const duty = assignments.find(({ id }) => id === dutyId);
  if (!duty) throw new CaseNotFound();
  return duty;
}

/** The leading unit whose request is meant: the one named, else the first that waits for an answer. */
export function dutyAsking(record: HandlingCase, named: string | null): Assignment {
  const { leads, extensionsAsked } = record;
  const duty = named === null ? (extensionsAsked[0] ?? leads[0]) : leads.find(({ id }) => id === named);
  if (!duty) throw new CaseNotFound();
  return duty;
}
