import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, authorize, msg, newId, type Transaction } from '../../kernel/index.js';
import {
  type ImportKind,
  type ImportRun,
  Imports,
  type RowResult,
  type SheetRow,
  Staff,
} from '../../organization/index.js';
import { CongressTerm } from '../congress.entity.js';
import { TermNotFound } from '../congress.errors.js';
import { keepsCongress } from '../congress.policy.js';
import { Delegate, Delegation } from '../delegate.entity.js';
import { DELEGATE_COLUMNS, readDelegateRow, type SeatPlan } from './delegate-rows.js';

// One statement for all rows, however many. Who sat before and was ended sits again.
const WRITE = `
  insert into delegate (id, term_id, staff_id, delegation_id, kind, post, valid_from)
  select id, $2, staff_id, delegation_id, kind, post, $3
  from unnest($1::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[]) as row (id, staff_id, delegation_id, kind, post)
  on conflict (term_id, staff_id) do update set
    delegation_id = excluded.delegation_id, kind = excluded.kind, post = excluded.post, valid_until = null`;

/** The list of delegates of a term. Who is not in the file stays as they are. */
@Injectable()
export class DelegateImport implements ImportKind<SeatPlan[]>, OnModuleInit {
  readonly name = 'delegates';
  readonly subjectType = 'import';
  readonly columns = DELEGATE_COLUMNS;

  constructor(private readonly imports: Imports) {}

  onModuleInit(): void {
    this.imports.register(this);
  }

  address(termId: string | null): string {
    return `/admin/congress/terms/${termId}/delegates`;
  }

  async authorize(actor: Actor, termId: string | null, tx: Transaction): Promise<string> {
    const term = await tx.findOne(CongressTerm, { where: { id: termId! }, relations: { congress: true } });
    if (!term) throw new TermNotFound();
    return authorize(keepsCongress(actor, term.congress), 'congress.import');
  }

  async plan(rows: readonly SheetRow[], { scopeId, at }: ImportRun, tx: Transaction) {
    const termId = scopeId!;
    const numbers = rows.flatMap(({ cells }) => cells.number ?? []);
    const people = new Map((await tx.findBy(Staff, { number: In(numbers) })).map((one) => [one.number, one]));
    const delegations = await tx.findBy(Delegation, { termId });
    const seats = new Map((await tx.findBy(Delegate, { termId })).map((seat) => [seat.staffId, seat]));
    const facts = { people, delegations, seats, today: beijingDate(at) };
    const lines = new Map<string, number>();
    const results: RowResult[] = [];
    const plan: SeatPlan[] = [];
    for (const row of rows) {
      const { number = '' } = row.cells;
      const read = readDelegateRow(row, facts);
      const first = lines.get(number);
      results.push(first === undefined ? read.result : repeated(read.result, first));
      if (first === undefined && number !== '') lines.set(number, row.line);
      if (first === undefined && read.plan && read.result.outcome !== 'unchanged') plan.push(read.plan);
    }
    return { results, plan };
  }

  async carryOut(plan: SeatPlan[], { scopeId, at }: ImportRun, _role: string, tx: Transaction): Promise<void> {
    await tx.query(WRITE, [
      plan.map(({ seat }) => seat?.id ?? newId()),
      scopeId,
      beijingDate(at),
      plan.map(({ staffId }) => staffId),
      plan.map(({ details }) => details.delegationId),
      plan.map(({ details }) => details.kind),
      plan.map(({ details }) => details.post),
    ]);
  }
}

function repeated({ line, label }: RowResult, firstLine: number): RowResult {
  const problem = msg('organization.import.problem.repeated', { line: firstLine });
  return { line, label, outcome: 'error', changes: [], errors: [{ header: '工号', problem }] };
}
