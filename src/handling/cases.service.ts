import { Injectable } from '@nestjs/common';
import { Congresses, type CongressSession, NumberSeries } from '../congress/index.js';
import { type Actor, Clock, newId, type Transaction } from '../kernel/index.js';
import { Ledger } from '../ledger/index.js';
import { Directory } from '../organization/index.js';
import type { CaseKind } from './case-kind.js';
import { type CaseNumber, caseNumber } from './case-number.js';
import { CaseSteps } from './case-steps.js';
import { CasesRepository } from './cases.repository.js';
import { HandlingCase, type NewCase } from './handling-case.entity.js';

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
    const numbered = await this.nextNumber(newCase.kind, session, tx);
    const opening = { ...newCase, ...numbered, id: newId(), congress };
    const { record, event } = HandlingCase.open(opening, { by: actor, role, at: this.clock.now() });
    await tx.save(record);
    await this.ledger.record(event, tx);
    return record;
  }

  /** Takes back the case of a withdrawn proposal. */
  async withdraw(originId: string, reason: string, actor: Actor, tx: Transaction): Promise<void> {
    for (const { ref } of await this.cases.byOrigins([originId], tx)) {
      const record = await this.cases.lockVisible(ref, actor, tx);
      await this.steps.take('withdraw', record, actor, (one, act) => one.withdraw(reason, act), tx);
    }
  }

  private async nextNumber(kind: CaseKind, session: CongressSession, tx: Transaction): Promise<CaseNumber> {
    const { congress, number: term } = session.term;
    const { parentId } = await this.directory.unit(congress.unitId, tx);
    const n = await this.series.next(`case:${session.id}:${kind}`, tx);
    const congressCode = parentId === null ? '' : congress.code;
    return caseNumber(kind, { term, session: session.number, congressCode }, n);
  }
}
