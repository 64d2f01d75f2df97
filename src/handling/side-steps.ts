import { beijingDate } from '../calendar/index.js';
import { type Act, type Message, msg, type NewEvent } from '../kernel/index.js';
import { Assignment } from './assignment.entity.js';
import { type CaseAction, caseWorkflow } from './case-workflow.js';
import { UnitNamedTwice } from './case.errors.js';
import { FollowUpSteps } from './follow-up-steps.js';

type ReturnStep = 'ask_return' | 'refuse_return' | 'grant_return';

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
}

/** 退办 and 延期: the side roads between assignment and reply. While a lead unit's return is pending nothing else moves. */
export abstract class SideSteps extends FollowUpSteps {
  askReturn(duty: Assignment, { reason, suggestedUnitId, until }: ReturnRequest, act: Act): NewEvent {
    const action = returning('ask_return', duty);
    caseWorkflow.statusAfter(action, this.status);
    this.require(action, this.missingForReturn(until, act));
    duty.askReturn(reason, suggestedUnitId);
    return this.advance(action, act, { note: reason, data: { ...partOf(duty), suggestedUnitId } });
  }

  refuseReturn(duty: Assignment, reason: string, act: Act): NewEvent {
    const action = returning('refuse_return', duty);
    caseWorkflow.statusAfter(action, this.status);
    duty.refuseReturn();
    return this.advance(action, act, { note: reason, data: partOf(duty) });
  }

  /** The duty goes to another unit; the old one stays visible as void. */
  grantReturn(duty: Assignment, charge: NewCharge, reason: string, act: Act): NewEvent {
    const action = returning('grant_return', duty);
    caseWorkflow.statusAfter(action, this.status);
    if (this.assignments.some(({ unitId, isVoid }) => !isVoid && unitId === charge.unitId)) throw new UnitNamedTwice();
    const { unitId, leaderId, signBy, dueOn } = charge;
    duty.grantReturn();
    const assignments = [
      ...this.assignments,
      Assignment.to({ unitId, part: duty.part, assignedAt: act.at, signBy, dueOn }),
    ];
    const clock = { leadUnitId: unitId, leaderId, signBy, dueOn, assignedAt: act.at, ...NO_EXTENSION };
    const change = duty.part === 'assisting' ? { assignments } : { assignments, ...clock };
    return this.advance(action, act, { change, note: reason, data: { ...partOf(duty), toUnitId: unitId, signBy } });
  }

  askExtension(until: string, extensionReason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('ask_extension', this.status);
    this.require('ask_extension', this.missingForExtension(until, act));
    const change = { extensionAskedUntil: until, extensionReason };
    return this.advance('ask_extension', act, { change, note: extensionReason, data: { until } });
  }

  grantExtension(act: Act): NewEvent {
    const until = this.askedExtension('grant_extension');
    const change = { ...NO_EXTENSION, extendedUntil: until };
    return this.advance('grant_extension', act, { change, data: { until } });
  }

  refuseExtension(reason: string, act: Act): NewEvent {
    const until = this.askedExtension('refuse_extension');
    return this.advance('refuse_extension', act, { change: NO_REQUEST, note: reason, data: { until } });
  }

  missingForReturn(until: string, { at }: Pick<Act, 'at'>): Message[] {
    return [
      ...(beijingDate(at) > until ? [msg('handling.missing.returnInTime', { date: until })] : []),
      ...(this.repliedAt === null ? [] : [msg('handling.missing.neverReplied')]),
    ];
  }

  /** Once, asked before the reply is due, to a later day. */
  missingForExtension(until: string, { at }: Pick<Act, 'at'>): Message[] {
    const { extendedUntil, extensionIsAsked, dueOn } = this;
    return [
      ...(extendedUntil === null && !extensionIsAsked ? [] : [msg('handling.missing.firstExtension')]),
      ...(beijingDate(at) > dueOn! ? [msg('handling.missing.extensionInTime', { date: dueOn! })] : []),
      ...(until > dueOn! ? [] : [msg('handling.missing.laterDate', { date: dueOn! })]),
    ];
  }

  private askedExtension(action: CaseAction): string {
    caseWorkflow.statusAfter(action, this.status);
    this.require(action, this.extensionIsAsked ? [] : [msg('handling.missing.extensionAsked')]);
    return this.extensionAskedUntil!;
  }
}

const NO_REQUEST = { extensionAskedUntil: null, extensionReason: null } as const;
const NO_EXTENSION = { ...NO_REQUEST, extendedUntil: null } as const;

/** An assisting unit's return leaves the case where it stands. */
export function returning(step: ReturnStep, { part }: Assignment): CaseAction {
  return part === 'assisting' ? `${step}_assisting` : step;
}

export function partOf({ id: assignmentId, unitId, part }: Assignment): Record<string, unknown> {
  return { assignmentId, unitId, part };
}
