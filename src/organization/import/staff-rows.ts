import { type Message, msg } from '../../kernel/index.js';
import type { Staff, StaffDetails } from '../staff.entity.js';
import type { Unit } from '../unit.entity.js';
import type { CellChange, CellError, RowResult } from './import-kind.js';
import type { ImportColumn, SheetRow } from './sheet-rows.js';

export const STAFF_COLUMNS: readonly ImportColumn[] = [
  { key: 'number', header: '工号', required: true, example: '2009017' },
  { key: 'name', header: '姓名', required: true, example: '吴敏' },
  { key: 'unit', header: '单位', required: true, example: '数学学院' },
  { key: 'title', header: '职务', required: false, example: '副教授' },
  { key: 'mail', header: '邮箱', required: false, example: 'wumin@example.edu.cn' },
  { key: 'phone', header: '电话', required: false, example: '8672-3105' },
  { key: 'active', header: '在职', required: false, example: '是' },
];

const HEADERS = Object.fromEntries(STAFF_COLUMNS.map(({ key, header }) => [key, header]));
const YES = new Set(['', '是', '在职', 'yes', 'true', '1']);
const NO = new Set(['否', '离职', '退休', '停用', 'no', 'false', '0']);
const NUMBER = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST: Readonly<Record<string, number>> = { name: 60, title: 100, mail: 200, phone: 40 };

/** Units by code, full name and short name; a name that several units have leads to none of them. */
export class UnitNames {
  private readonly byName = new Map<string, Set<Unit>>();
  private readonly byId: ReadonlyMap<string, Unit>;

  constructor(units: readonly Unit[]) {
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) for (const name of [unit.code, unit.name, unit.short]) this.put(name, unit);
  }

  /** The unit meant, or what is wrong with the name. */
  find(name: string): Unit | Message {
    const found = [...(this.byName.get(name) ?? [])];
    if (found.length === 1) return found[0]!;
    const exact = found.filter((unit) => unit.code === name);
    if (exact.length === 1) return exact[0]!;
    return found.length === 0
      ? msg('organization.import.problem.unit', { name })
      : msg('organization.import.problem.ambiguous', { name });
  }

  nameOf(id: string): string {
    return this.byId.get(id)?.name ?? '';
  }

  private put(name: string, unit: Unit): void {
    this.byName.set(name, (this.byName.get(name) ?? new Set()).add(unit));
  }
}

export interface StaffRowPlan {
  readonly before: Staff | null;
  readonly after: StaffDetails & { readonly active: boolean };
}

export interface ReadRow {
  readonly result: RowResult;
  readonly plan: StaffRowPlan | null;
}

/** What one row of a staff list would do. `mayAdminister` says for which units the person importing may do it. */
export function readStaffRow(
  row: SheetRow,
  before: Staff | null,
  units: UnitNames,
  mayAdminister: (unitId: string) => boolean,
): ReadRow {
  const { number = '', name = '', unit = '' } = row.cells;
  const label = [number, name].filter(Boolean).join(' ');
  const found = unit === '' ? null : units.find(unit);
  const errors = [...cellErrors(row), ...unitErrors(found, unit, before, mayAdminister)];
  if (errors.length > 0 || found === null || 'key' in found)
    return { result: { line: row.line, label, outcome: 'error', changes: [], errors }, plan: null };
  const after = detailsOf(row, found.id, before);
  const changes = before ? changesOf(before, after, units) : [];
  const outcome = before === null ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
  return { result: { line: row.line, label, outcome, changes, errors }, plan: { before, after } };
}

export function repeated(row: SheetRow, firstLine: number): RowResult {
  const problem = msg('organization.import.problem.repeated', { line: firstLine });
  const label = row.cells.number ?? '';
  return { line: row.line, label, outcome: 'error', changes: [], errors: [{ header: HEADERS.number!, problem }] };
}

function cellErrors({ cells }: SheetRow): CellError[] {
  const errors: CellError[] = [];
  const complain = (key: string, problem: Message) => errors.push({ header: HEADERS[key]!, problem });
  for (const key of ['number', 'name', 'unit'])
    if ((cells[key] ?? '') === '') complain(key, msg('organization.import.problem.required'));
  if (cells.number && !NUMBER.test(cells.number)) complain('number', msg('organization.import.problem.number'));
  if (cells.mail && !MAIL.test(cells.mail)) complain('mail', msg('organization.import.problem.mail'));
  const active = (cells.active ?? '').toLowerCase();
  if (!YES.has(active) && !NO.has(active)) complain('active', msg('organization.import.problem.active'));
  for (const [key, max] of Object.entries(LONGEST))
    if ([...(cells[key] ?? '')].length > max) complain(key, msg('organization.import.problem.tooLong', { max }));
  return errors;
}

function unitErrors(
  found: Unit | Message | null,
  name: string,
  before: Staff | null,
  mayAdminister: (unitId: string) => boolean,
): CellError[] {
  if (found === null) return [];
  const header = HEADERS.unit!;
  if ('key' in found) return [{ header, problem: found }];
  const mayNot = !mayAdminister(found.id) || (before !== null && !mayAdminister(before.unitId));
  return mayNot ? [{ header, problem: msg('organization.import.problem.notYours', { name }) }] : [];
}

/** A column that the file does not have leaves what is known; an empty cell empties it. */
function detailsOf({ cells }: SheetRow, unitId: string, before: Staff | null): StaffRowPlan['after'] {
  return {
    number: cells.number!,
    name: cells.name!,
    unitId,
    title: cells.title ?? before?.title ?? '',
    mail: cells.mail === undefined ? (before?.mail ?? null) : cells.mail || null,
    phone: cells.phone === undefined ? (before?.phone ?? null) : cells.phone || null,
    active: cells.active === undefined ? (before?.active ?? true) : !NO.has(cells.active.toLowerCase()),
  };
}

function changesOf(before: Staff, after: StaffRowPlan['after'], units: UnitNames): CellChange[] {
  const texts: readonly (readonly [key: string, from: string, to: string])[] = [
    ['name', before.name, after.name],
    ['unit', units.nameOf(before.unitId), units.nameOf(after.unitId)],
    ['title', before.title, after.title],
    ['mail', before.mail ?? '', after.mail ?? ''],
    ['phone', before.phone ?? '', after.phone ?? ''],
    ['active', before.active ? '是' : '否', after.active ? '是' : '否'],
  ];
  return texts.filter(([, from, to]) => from !== to).map(([key, from, to]) => ({ header: HEADERS[key]!, from, to }));
}
