import { Injectable } from '@nestjs/common';
import { Congresses, type CongressSession, NumberSeries } from '../../congress/index.js';
import { type Actor, Clock, newId, type Transaction } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { Directory } from '../../organization/index.js';
import { CaseOrigin } from './case-origin.entity.js';
import { CaseParty } from './case-party.entity.js';
import { type CaseNumber, caseNumber } from './case-number.js';
import { CannotBePassedUp } from './case.errors.js';
import { type CaseStep, CaseSteps } from './case-steps.js';
import { CasesRepository } from './cases.repository.js';
import { HandlingCase, type NewCase } from './handling-case.entity.js';
import type { Joining } from './origin-steps.js';

/** The door by which the other rooms come in: they open cases, and take them back. */
@Injectable()
export class Cases {
  constructor(
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly series: NumberSeries,
    private readonly cases: CasesRepository,
    private readonly steps: CaseSteps,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Opens a case in the transaction of the step that led to it; the caller has authorized that step. */
  async open(newCase: NewCase, actor: Actor, role: string, tx: Transaction): Promise<HandlingCase> {
    const session = await this.congresses.session(newCase.sessionId, tx);
    const { congress } = session.term;
    const numbered = await this.nextNumber(newCase, session, tx);
    const opening = { ...newCase, ...numbered, id: newId(), congress };
    const { record, event } = HandlingCase.open(opening, { by: actor, role, at: this.clock.now() });
    await tx.save(record);
    await this.ledger.record(event, tx);
    return record;
  }

  /** Lets another original join a case that is not assigned yet (并案). `data` goes into the event. */
  async addOrigin(
    ref: string,
    joining: Joining,
    actor: Actor,
    tx: Transaction,
    data: object = {},
  ): Promise<HandlingCase> {
    const record = await this.cases.lockWithOrigins(ref, actor, tx);
    return this.steps.take('add_origin', record, actor, (one, act) => one.addOrigin(joining, act, data), tx);
  }

  /** An original leaves its cases with its people: they go on with the rest; one that has no other original is withdrawn. */
  async removeOrigin(
    originId: string,
    reason: string,
    actor: Actor,
    tx: Transaction,
    data: object = {},
  ): Promise<void> {
    for (const { ref } of await this.ofOrigin(originId, tx)) {
      const record = await this.cases.lockWithOrigins(ref, actor, tx);
      if (record.origins.length === 1)
        await this.steps.take(
          'withdraw',
          record,
          actor,
          (one, act) => one.withdraw(reason, act, { originId, ...data }),
          tx,
        );
      else await this.steps.take('remove_origin', record, actor, this.leaving(originId, reason, data), tx);
    }
  }

  /** A case that was filed on its own ends in another one; its number stays. */
  async absorb(ref: string, into: Pick<HandlingCase, 'id' | 'number'>, actor: Actor, tx: Transaction): Promise<void> {
    const record = await this.cases.lockVisible(ref, actor, tx);
    await this.steps.take('absorb', record, actor, (one, act) => one.absorb(into, act), tx);
  }

  /** 上报: the case of a record that goes to the congress above ends here. What was merged or split is no longer one matter. */
  async passUp(originId: string, serial: string, reason: string, actor: Actor, tx: Transaction): Promise<void> {
    const [record, ...others] = await this.lockOfOrigin(originId, actor, tx);
    if (!record || others.length > 0) throw new CannotBePassedUp();
    await this.steps.take('pass_up', record, actor, (one, act) => one.passUp(serial, reason, act), tx);
  }

  /** Several cases with what was written, locked until the transaction ends. */
  async lockAll(refs: readonly string[], actor: Actor, tx: Transaction): Promise<HandlingCase[]> {
    const records: HandlingCase[] = [];
    for (const ref of [...new Set(refs)].toSorted()) records.push(await this.cases.lockWithOrigins(ref, actor, tx));
    return records;
  }

  async lockOfOrigin(originId: string, actor: Actor, tx: Transaction): Promise<HandlingCase[]> {
    const found = await this.ofOrigin(originId, tx);
    return this.lockAll(
      found.map(({ ref }) => ref),
      actor,
      tx,
    );
  }

  find(ref: string, actor: Actor, tx: Transaction): Promise<HandlingCase> {
    return this.cases.findVisible(ref, actor, tx);
  }

  /** The cases that come from a record, without those that moved on into others; in one order, so that two such steps never wait for each other. */
  async ofOrigin(originId: string, tx: Transaction): Promise<HandlingCase[]> {
    const found = await this.cases.byOrigins([originId], tx);
    return found.filter(({ hasMoved }) => !hasMoved).toSorted((a, b) => a.ref.localeCompare(b.ref));
  }

  /** The rows of who leaves are deleted before the case is saved: what is not loaded any more is not touched. */
  private leaving(originId: string, reason: string, data: object): CaseStep {
    return async (record, act, tx) => {
      const before = [...record.parties];
      const event = record.removeOrigin(originId, reason, act, data);
      const gone = before.filter(({ staffId }) => !record.isParty(staffId));
      await tx.delete(CaseOrigin, { caseId: record.id, originId });
      for (const { caseId, staffId } of gone) await tx.delete(CaseParty, { caseId, staffId });
      return event;
    };
  }

  private async nextNumber(newCase: NewCase, session: CongressSession, tx: Transaction): Promise<CaseNumber> {
    const { kind, betweenSessions = false } = newCase;
    const { congress, number: term } = session.term;
    const { parentId } = await this.directory.unit(congress.unitId, tx);
    const series = betweenSessions && kind === 'proposal' ? 'between' : kind;
    const n = await this.series.next(`case:${session.id}:${series}`, tx);
    const congressCode = parentId === null ? '' : congress.code;
    return caseNumber(kind, { term, session: session.number, congressCode, betweenSessions }, n);
  }
}
