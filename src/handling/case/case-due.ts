import { beijingDate, type WorkingCalendar } from '../../calendar/index.js';
import type { CaseRecord } from './case-record.js';
import type { CaseStatus } from './case-workflow.js';

/** Working days before the due date from which a case counts as due soon. */
export const SOON = 5;

/** The statuses in which the lead unit's clock runs. */
export const RUNNING = ['assigned', 'in_handling', 'return_pending', 'in_sign_off'] as const satisfies CaseStatus[];

/** What "today" and "soon" are, for a page or a query. */
export interface Today {
  readonly today: string;
  readonly soonUntil: string;
}

export type Dated = Pick<CaseRecord, 'status' | 'dueOn' | 'extendedUntil' | 'promiseDueOn'>;

export function todayOf(calendar: WorkingCalendar, now: Date): Today {
  const today = beijingDate(now);
  return { today, soonUntil: calendar.dueDate(today, SOON) };
}

/** The day by which the unit must have done its part: the reply, or what it promised. Null when nothing is owed. */
export function owedBy({ status, dueOn, extendedUntil, promiseDueOn }: Dated): string | null {
  if (status === 'follow_up') return promiseDueOn;
  return (RUNNING as readonly CaseStatus[]).includes(status) ? (extendedUntil ?? dueOn) : null;
}

export type Pressure = 'none' | 'calm' | 'soon' | 'overdue';

/** How urgent a case is; `PRESSURE_SQL` says the same to the database (a test compares them). */
export function pressureOf(record: Dated, { today, soonUntil }: Today): Pressure {
  const due = owedBy(record);
  if (due === null) return 'none';
  if (due < today) return 'overdue';
  return due <= soonUntil ? 'soon' : 'calm';
}

/** `owedBy` for a query over `handling_case c`. */
export const OWED_SQL = `(case when c.status = 'follow_up' then c.promise_due_on
  when c.status in (${RUNNING.map((status) => `'${status}'`).join(', ')}) then coalesce(c.extended_until, c.due_on) end)`;

/** The day by which one leading unit replies, over `handling_case record` and `assignment duty`. */
export const DUTY_DUE_SQL =
  "case duty.part when 'separate' then coalesce(duty.extended_until, duty.due_on) else coalesce(record.extended_until, record.due_on) end";

/** The same for a query over `handling_case c` and a row `t` with `today` and `soon_until`. */
export const PRESSURE_SQL = {
  soon: `${OWED_SQL} between t.today and t.soon_until`,
  overdue: `${OWED_SQL} < t.today`,
} as const;
