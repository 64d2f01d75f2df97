import { beijingDate } from '../../calendar/index.js';
import { type Act, type Message, msg, type NewEvent } from '../../kernel/index.js';
import { Assignment } from './assignment.entity.js';
import { type CaseAction, caseWorkflow } from '../case/case-workflow.js';
import { isAsked } from './separate-clock.js';
import { UnitNamedTwice } from '../case/case.errors.js';
import { stepOf } from './part-steps.js';
import { KeySteps } from '../watch/key-steps.js';

export interface ReturnRequest {
  readonly reason: string;
  readonly suggestedUnitId: string | null;
  /** The last day on which a duty can be given back. */
  readonly until: string;
}

/** To whom a returned duty goes, with a clock of its own. */
export interface NewCharge {
  readonly unitId: string;
  readonly leaderId: string;
  readonly signBy: string;
  readonly dueOn: string;
  readonly dueChosen?: boolean;
}

/** 退办 and 延期: the side roads between assignment and reply. While a lead unit's return is pending nothing else moves. */
export abstract class SideSteps extends KeySteps {
  askReturn(duty: Assignment, { reason, suggestedUnitId, until }: ReturnRequest, act: Act): NewEvent {
    const action = stepOf('ask_return', duty);
    caseWorkflow.statusAfter(action, this.status);
    this.require(action, this.missingForReturn(until, act));
    duty.askReturn(reason, suggestedUnitId);
    return this.advance(action, act, { note: reason, data: { ...partOf(duty), suggestedUnitId } });
  }

  refuseReturn(duty: Assignment, reason: string, act: Act): NewEvent {
    const action = stepOf('refuse_return', duty);
    caseWorkflow.statusAfter(action, this.status);
    duty.refuseReturn();
    return this.advance(action, act, { note: reason, data: partOf(duty) });
  }

  /** The duty goes to another unit; the old one stays visible as void. */
  grantReturn(duty: Assignment, charge: NewCharge, reason: string, act: Act): NewEvent {
    const action = stepOf('grant_return', duty);
    caseWorkflow.statusAfter(action, this.status);
    duty.grantReturn();
    return this.chargeInstead(action, duty, charge, reason, act);
  }

  /** 改派: the chair gives a running duty to another unit. */
  reassign(duty: Assignment, charge: NewCharge, reason: string, act: Act): NewEvent {
    const action = stepOf('reassign', duty);
    caseWorkflow.statusAfter(action, this.status);
    duty.takeBack();
    duty.endWish();
    return this.chargeInstead(action, duty, charge, reason, act);
  }

  askExtension(duty: Assignment, until: string, extensionReason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('ask_extension', this.status);
    duty.requireOpen('ask_extension');
    this.require('ask_extension', this.missingForExtension(duty, until, act));
    if (duty.part === 'separate') duty.askExtension(until, extensionReason);
    const change = duty.part === 'separate' ? {} : { extensionAskedUntil: until, extensionReason };
    const data = { ...this.partData(duty), until };
    return this.advance('ask_extension', act, { change, note: extensionReason, data });
  }

  grantExtension(duty: Assignment, act: Act): NewEvent {
    const until = this.askedExtension('grant_extension', duty);
    if (duty.part === 'separate') duty.answerExtension(until);
    const change = duty.part === 'separate' ? {} : { ...NO_EXTENSION, extendedUntil: until };
    return this.advance('grant_extension', act, { change, data: { ...this.partData(duty), until } });
  }

  refuseExtension(duty: Assignment, reason: string, act: Act): NewEvent {
    const until = this.askedExtension('refuse_extension', duty);
    if (duty.part === 'separate') duty.answerExtension(null);
    const change = duty.part === 'separate' ? {} : NO_REQUEST;
    return this.advance('refuse_extension', act, { change, note: reason, data: { ...this.partData(duty), until } });
  }

  missingForReturn(until: string, { at }: Pick<Act, 'at'>): Message[] {
    return [
      ...(beijingDate(at) > until ? [msg('handling.missing.returnInTime', { date: until })] : []),
      ...(this.repliedAt === null ? [] : [msg('handling.missing.neverReplied')]),
    ];
  }

  /** Once, asked before the reply is due, to a later day. */
  missingForExtension(duty: Assignment, until: string, { at }: Pick<Act, 'at'>): Message[] {
    const clock = this.clockOf(duty);
    const { extendedUntil, dueOn } = clock;
    return [
      ...(extendedUntil === null && !isAsked(clock) ? [] : [msg('handling.missing.firstExtension')]),
      ...(beijingDate(at) > dueOn ? [msg('handling.missing.extensionInTime', { date: dueOn })] : []),
      ...(until > dueOn ? [] : [msg('handling.missing.laterDate', { date: dueOn })]),
    ];
  }

  private askedExtension(action: CaseAction, duty: Assignment): string {
    caseWorkflow.statusAfter(action, this.status);
    const clock = this.clockOf(duty);
    this.require(action, isAsked(clock) ? [] : [msg('handling.missing.extensionAsked')]);
    return clock.extensionAskedUntil!;
  }

  /** The duty goes to another unit with a clock of its own; a single lead takes the clock of the case along. */
  private chargeInstead(action: CaseAction, duty: Assignment, charge: NewCharge, reason: string, act: Act): NewEvent {
    this.refuseTwice(charge.unitId);
    const { unitId, leaderId, signBy, dueOn, dueChosen = false } = charge;
    const assignments = [
      ...this.assignments,
      Assignment.to({ unitId, part: duty.part, assignedAt: act.at, signBy, dueOn, dueChosen }),
    ];
    const clock = { leadUnitId: unitId, leaderId, signBy, dueOn, assignedAt: act.at, ...NO_EXTENSION };
    const first = this.leadUnitId === duty.unitId ? { leadUnitId: unitId, leaderId } : {};
    const change = { lead: clock, separate: first, assisting: {} }[duty.part];
    const data = { ...partOf(duty), toUnitId: unitId, signBy, dueOn };
    return this.advance(action, act, { change: { assignments, ...change }, note: reason, data });
  }

  /** No unit has two parts in one case. */
  protected refuseTwice(unitId: string): void {
    if (this.assignments.some((one) => !one.isVoid && one.unitId === unitId)) throw new UnitNamedTwice();
  }
}

const NO_REQUEST = { extensionAskedUntil: null, extensionReason: null } as const;
const NO_EXTENSION = { ...NO_REQUEST, extendedUntil: null } as const;

export function partOf({ id: assignmentId, unitId, part }: Assignment): Record<string, unknown> {
  return { assignmentId, unitId, part };
}
