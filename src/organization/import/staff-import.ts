import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, administers, authorize, newId, type Transaction } from '../../kernel/index.js';
import { MailAddressRules } from '../mail-address-rules.js';
import { Staff } from '../staff.entity.js';
import { StaffAdministration } from '../staff-administration.js';
import { Unit } from '../unit.entity.js';
import type { ImportKind, ImportRun, RowResult } from './import-kind.js';
import { Imports } from './imports.js';
import type { SheetRow } from './sheet-rows.js';
import { readStaffRow, repeated, STAFF_COLUMNS, type StaffRowPlan, UnitNames } from './staff-rows.js';

// One statement for all rows, however many.
const WRITE = `
  insert into staff (id, number, name, unit_id, title, mail, phone, active, left_on)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::date[])
  on conflict (number) do update set
    name = excluded.name, unit_id = excluded.unit_id, title = excluded.title, mail = excluded.mail, phone = excluded.phone,
    active = excluded.active,
    left_on = case when excluded.active then null else coalesce(staff.left_on, excluded.left_on) end`;

/** The staff list of the personnel office: people are known by their number. Who is not in the file stays as they are. */
@Injectable()
export class StaffImport implements ImportKind<StaffRowPlan[]>, OnModuleInit {
  readonly name = 'staff';
  readonly subjectType = 'import';
  readonly columns = STAFF_COLUMNS;

  constructor(
    private readonly imports: Imports,
    private readonly administration: StaffAdministration,
    private readonly addresses: MailAddressRules,
  ) {}

  onModuleInit(): void {
    this.imports.register(this);
  }

  address(): string {
    return '/admin/staff';
  }

  authorize(actor: Actor): Promise<string> {
    return Promise.resolve(authorize(actor.is('administrator') ? 'administrator' : null, 'staff.import'));
  }

  async plan(rows: readonly SheetRow[], { actor }: ImportRun, tx: Transaction) {
    const units = new UnitNames(await tx.findBy(Unit, { active: true }));
    const numbers = rows.flatMap(({ cells }) => cells.number ?? []);
    const known = new Map((await tx.findBy(Staff, { number: In(numbers) })).map((staff) => [staff.number, staff]));
    const lines = new Map<string, number>();
    const results: RowResult[] = [];
    const plan: StaffRowPlan[] = [];
    for (const row of rows) {
      const number = row.cells.number ?? '';
      const first = lines.get(number);
      if (first !== undefined && number !== '') {
        results.push(repeated(row, first));
        continue;
      }
      lines.set(number, row.line);
      const mayAdminister = (unitId: string) => administers(actor, unitId) !== null;
      const read = readStaffRow(row, known.get(number) ?? null, units, mayAdminister);
      results.push(read.result);
      if (read.plan && read.result.outcome !== 'unchanged') plan.push(read.plan);
    }
    return { results, plan };
  }

  async carryOut(plan: StaffRowPlan[], run: ImportRun, role: string, tx: Transaction): Promise<void> {
    const today = beijingDate(run.at);
    const column = <T>(of: (row: StaffRowPlan) => T) => plan.map(of);
    await tx.query(WRITE, [
      column(({ before }) => before?.id ?? newId()),
      column(({ after }) => after.number),
      column(({ after }) => after.name),
      column(({ after }) => after.unitId),
      column(({ after }) => after.title),
      column(({ after }) => after.mail),
      column(({ after }) => after.phone),
      column(({ after }) => after.active),
      column(({ after }) => (after.active ? null : today)),
    ]);
    for (const { before, after } of plan) if (before) await this.announce(before, after, today, run, role, tx);
  }

  /** Moving and leaving have consequences in other rooms; the few who do are told one by one. */
  private async announce(
    before: Staff,
    after: StaffRowPlan['after'],
    today: string,
    { actor }: ImportRun,
    role: string,
    tx: Transaction,
  ): Promise<void> {
    if (before.mail !== after.mail) await this.addresses.ask(before.id, actor, tx);
    const person = { staffId: before.id, name: after.name, number: after.number };
    if (before.unitId !== after.unitId)
      await this.administration.moved(person, before.unitId, after.unitId, actor, role, tx);
    if (before.active && !after.active) await this.administration.left(person, today, actor, role, tx);
  }
}
