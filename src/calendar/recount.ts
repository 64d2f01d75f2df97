import { createHash } from 'node:crypto';
import { CalendarYearMissing } from './calendar.errors.js';
import type { OpenDate } from './counted-dates.js';
import type { WorkingCalendar } from './working-calendar.js';

/** How a date was counted when it was given. */
export interface Kept {
  readonly holderId: string;
  readonly field: string;
  readonly from: string;
  readonly days: number;
  readonly on: string;
}

/** An open date that comes to another day by the calendar of today. */
export interface MovedDate extends OpenDate {
  readonly to: string;
}

/** With how many working days a date was given; null when it is no such number of days (then it was not counted by this calendar). */
export function daysCounted({ from, on }: Pick<OpenDate, 'from' | 'on'>, calendar: WorkingCalendar): number | null {
  const days = unlessYearMissing(() => calendar.workingDaysBetween(from, on));
  if (days === null || days < 1) return null;
  return calendar.dueDate(from, days) === on ? days : null;
}

/**
 * What moves. Never into the past: of two days of which the new one has gone by already, the old one stands; a date that is over
 * stays over unless the new calendar gives it today or a later day.
 */
export function recounted(
  open: readonly OpenDate[],
  kept: readonly Kept[],
  calendar: WorkingCalendar,
  today: string,
): MovedDate[] {
  const known = new Map(kept.map((one) => [keyOf(one), one]));
  return open.flatMap((date) => {
    const to = newDay(date, known.get(keyOf(date)), calendar);
    return to === null || to === date.on || to < today ? [] : [{ ...date, to }];
  });
}

/** The same for the same dates in whatever order: what somebody saw before deciding. */
export function versionOf(moves: readonly MovedDate[]): string {
  const lines = moves.map(({ holderId, field, on, to }) => `${holderId} ${field} ${on} ${to}`).toSorted();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 32);
}

function newDay(date: OpenDate, kept: Kept | undefined, calendar: WorkingCalendar): string | null {
  if (date.shifted) return unlessYearMissing(() => calendar.workingDayFrom(date.from));
  if (kept === undefined || kept.on !== date.on || kept.from !== date.from) return null;
  return unlessYearMissing(() => calendar.dueDate(date.from, kept.days));
}

/** What reaches into a year that is not known stays as it is. */
function unlessYearMissing<T>(count: () => T): T | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null;
    throw error;
  }
}

function keyOf({ holderId, field }: Pick<OpenDate, 'holderId' | 'field'>): string {
  return `${holderId} ${field}`;
}
