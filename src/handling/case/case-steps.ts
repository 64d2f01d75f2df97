import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses } from '../../congress/index.js';
import { type Act, type Actor, authorize, Clock, type NewEvent, type Transaction } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import type { CaseAction } from './case-workflow.js';
import { CasePolicy } from './case.policy.js';
import { CasesRepository } from './cases.repository.js';
import type { HandlingCase } from './handling-case.entity.js';

type Events = NewEvent | readonly NewEvent[];
/** Changes the case and answers with what happened; saves nothing of the case itself. */
export type CaseStep = (record: HandlingCase, act: Act, tx: Transaction) => Events | Promise<Events>;

/** How every step of a case is taken: lock, authorize, act, save, record. */
@Injectable()
export class CaseSteps {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly cases: CasesRepository,
    private readonly ledger: Ledger,
    private readonly congresses: Congresses,
  ) {}

  /** `action` may depend on the case (the lead unit's sign-for is another step than an assisting unit's). */
  perform(
    action: CaseAction | ((record: HandlingCase) => CaseAction),
    ref: string,
    actor: Actor,
    step: CaseStep,
  ): Promise<HandlingCase> {
    return this.db.transaction(async (tx) => {
      const record = await this.cases.lockVisible(ref, actor, tx);
      return this.take(typeof action === 'string' ? action : action(record), record, actor, step, tx);
    });
  }

  /** Several cases in one go: all or none. */
  performAll(action: CaseAction, refs: readonly string[], actor: Actor, step: CaseStep): Promise<HandlingCase[]> {
    return this.db.transaction(async (tx) => {
      const records = await this.cases.lockAllVisible(refs, actor, tx);
      for (const record of records) await this.take(action, record, actor, step, tx);
      return records;
    });
  }

  /** The same for a case that is locked already (several in one go, or a step that follows from another). */
  async take(
    action: CaseAction,
    record: HandlingCase,
    actor: Actor,
    step: CaseStep,
    tx: Transaction,
  ): Promise<HandlingCase> {
    const role = authorize(new CasePolicy(actor).roleFor(action, record), action);
    await this.congresses.requireWritable(record.governedBy, tx);
    const events = await step(record, { by: actor, role, at: this.clock.now() }, tx);
    await tx.save(record);
    for (const event of [events].flat()) await this.ledger.record(event as NewEvent, tx);
    return record;
  }
}
