import { Injectable } from '@nestjs/common';
import { WorkingDays } from '../../calendar/index.js';
import { Congresses } from '../../congress/index.js';
import {
  type Act,
  ActionNotAvailable,
  type Actor,
  authorize,
  type NewEvent,
  type Transaction,
} from '../../kernel/index.js';
import { CaseSteps } from '../case/case-steps.js';
import { NotAssignedTogether } from '../case/case.errors.js';
import { CasePolicy } from '../case/case.policy.js';
import { type AssignmentOrder, type HandlingCase, signingOf } from '../case/handling-case.entity.js';

/** A deadline as it was chosen: a date, a number of working days, or (null) what the session says. */
export type Term = { readonly on: string } | { readonly days: number } | null;

export interface AssignmentWish {
  readonly leadUnitId: string;
  /** 分办: who leads separately beside the first one, with the same term and a reply of its own. */
  readonly otherLeadIds?: readonly string[];
  readonly assistingUnitIds: readonly string[];
  readonly leaderId: string;
  readonly leadTerm: Term;
  readonly assistingTerm: Term;
}

/** An assisting unit that a leading unit would like to have, and why. */
export interface UnitWish {
  readonly unitId: string;
  readonly reason: string;
}

/** 交办 and 签收. */
@Injectable()
export class Assignments {
  constructor(
    private readonly steps: CaseSteps,
    private readonly congresses: Congresses,
    private readonly workingDays: WorkingDays,
  ) {}

  assign(ref: string, wish: AssignmentWish, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('assign', ref, actor, (record, act, tx) => this.charge(record, wish, act, tx));
  }

  /** All or none; the one that stands in the way is named. */
  assignAll(refs: readonly string[], wish: AssignmentWish, actor: Actor): Promise<HandlingCase[]> {
    return this.steps.performAll('assign', refs, actor, async (record, act, tx) => {
      try {
        return await this.charge(record, wish, act, tx);
      } catch (error) {
        throw error instanceof ActionNotAvailable ? new NotAssignedTogether(record.number) : error;
      }
    });
  }

  /** One unit takes up its duty; a leading unit may ask for an assisting one in the same act. */
  signFor(ref: string, assignmentId: string, actor: Actor, wish: UnitWish | null = null): Promise<HandlingCase> {
    return this.steps.perform(
      (record) => signingOf(record.duty(assignmentId), record.status),
      ref,
      actor,
      (record, act) => {
        const duty = record.duty(assignmentId);
        authorize(new CasePolicy(actor).roleIn(duty), 'sign_for');
        const signed = record.signFor(duty, act);
        return wish === null ? signed : [signed, record.askUnit(duty, wish.unitId, wish.reason, act)];
      },
    );
  }

  private async charge(record: HandlingCase, wish: AssignmentWish, act: Act, tx: Transaction): Promise<NewEvent> {
    return record.assign(await this.order(record, wish, act, tx), act);
  }

  private async order(record: HandlingCase, wish: AssignmentWish, act: Act, tx: Transaction): Promise<AssignmentOrder> {
    const { settings } = await this.congresses.session(record.governedBy, tx);
    const calendar = await this.workingDays.load(tx);
    const dateOf = (term: Term, days: number) =>
      isDate(term) ? term.on : calendar.dueDateOf(act.at, term?.days ?? days);
    const clockOf = (term: Term, days: number) => {
      const clock = { dueOn: dateOf(term, days), dueChosen: isDate(term) };
      return (unitId: string) => ({ unitId, ...clock });
    };
    const leading = clockOf(wish.leadTerm, record.rules.deadlineDays(settings));
    return {
      lead: leading(wish.leadUnitId),
      otherLeads: (wish.otherLeadIds ?? []).map(leading),
      assisting: wish.assistingUnitIds.map(clockOf(wish.assistingTerm, settings.assistingDays)),
      leaderId: wish.leaderId,
      signBy: calendar.dueDateOf(act.at, settings.signForDays),
    };
  }
}

function isDate(term: Term): term is { readonly on: string } {
  return term !== null && 'on' in term;
}
