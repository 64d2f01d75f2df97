import { Injectable } from '@nestjs/common';
import { type Claim, type ClaimedSubject, Claims } from '../../claims/index.js';
import type { Actor, Transaction } from '../../kernel/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { CaseSteps } from '../case/case-steps.js';
import { CasePolicy } from '../case/case.policy.js';
import { ownLead } from '../duty/duty-choice.js';
import type { HandlingCase } from '../case/handling-case.entity.js';

/** 正由某人处理: who of a leading unit writes its reply, or amends it. The two are never written at the same time. */
@Injectable()
export class DraftingDesk {
  constructor(
    private readonly steps: CaseSteps,
    private readonly claims: Claims,
  ) {}

  /** Whoever opens the page works on it, unless a colleague does; in the archive nobody. */
  async open(record: HandlingCase, duty: Assignment, actor: Actor): Promise<void> {
    if (record.isReadOnly) return;
    await this.steps.perform('take_desk_over', record.ref, actor, async (_record, _act, tx) => {
      await this.claims.takeIfFree(deskOf(duty), actor, tx);
      return [];
    });
  }

  of(duty: Assignment): Promise<Claim | null> {
    return this.claims.of(deskOf(duty));
  }

  /** For a list of the actor's own units: case → the name of whoever writes for them. One query. */
  async writersOf(records: readonly HandlingCase[], actor: Actor): Promise<ReadonlyMap<string, string>> {
    const policy = new CasePolicy(actor);
    const duties = records.flatMap((record) => policy.ownLeads(record).map(({ id }) => ({ id, caseId: record.id })));
    const claims = await this.claims.ofMany(
      DESK,
      duties.map(({ id }) => id),
    );
    return new Map(duties.flatMap(({ id, caseId }) => (claims.has(id) ? [[caseId, claims.get(id)!.name]] : [])));
  }

  /** 接手: the one who held it is told. */
  takeOver(ref: string, dutyId: string | null, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('take_desk_over', ref, actor, async (record, act, tx) => {
      const duty = ownLead(record, actor, dutyId, 'take_desk_over');
      const before = await this.claims.takeOver(deskOf(duty), actor, tx);
      return before === null ? [] : record.takeDeskOver(duty, before.staffId, act);
    });
  }

  giveBack(ref: string, dutyId: string | null, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('take_desk_over', ref, actor, async (record, _act, tx) => {
      await this.claims.release(deskOf(ownLead(record, actor, dutyId, 'take_desk_over')), actor, tx);
      return [];
    });
  }

  /** Writing goes on holding it; refused while a colleague does. */
  hold(duty: Assignment, actor: Actor, tx: Transaction): Promise<void> {
    return this.claims.take(deskOf(duty), actor, tx);
  }

  /** Handed in: the work is done. Only the holder hands in, while somebody holds it. */
  async leave(duty: Assignment, actor: Actor, tx: Transaction): Promise<void> {
    await this.claims.refuseOthers(deskOf(duty), actor, tx);
    await this.claims.end(deskOf(duty), tx);
  }
}

const DESK = 'drafting';

function deskOf({ id }: Assignment): ClaimedSubject {
  return { type: DESK, id };
}
