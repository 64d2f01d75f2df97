import { addDays, isoWeekday } from './beijing.js';
import type { CalendarException, WorkingCalendar } from './working-calendar.js';

const FRIDAY = 5;

export type DayReason = 'start' | 'workday' | 'makeup' | 'weekend' | 'holiday';

/** One day on the way from an event to its due date. */
export interface ExplainedDay {
  readonly date: string;
  readonly reason: DayReason;
  /** 1, 2, 3 … on working days; null on the others and on the day of the event. */
  readonly nth: number | null;
  /** The holiday for which the day is off or made up. */
  readonly holiday: string | null;
}

/** Every day from the event to the n-th working day after it, and why it counts or does not. */
export function explainDue(
  calendar: WorkingCalendar,
  exceptions: readonly CalendarException[],
  eventDay: string,
  n: number,
): ExplainedDay[] {
  const dueOn = calendar.dueDate(eventDay, n);
  const names = new Map(exceptions.map((exception) => [exception.date, exception.name]));
  const days: ExplainedDay[] = [{ date: eventDay, reason: 'start', nth: null, holiday: names.get(eventDay) ?? null }];
  let nth = 0;
  for (let date = addDays(eventDay, 1); date <= dueOn; date = addDays(date, 1)) {
    const isWorkingDay = calendar.isWorkingDay(date);
    const reason = reasonOf(date, isWorkingDay);
    days.push({ date, reason, nth: isWorkingDay ? ++nth : null, holiday: names.get(date) ?? null });
  }
  return days;
}

function reasonOf(date: string, isWorkingDay: boolean): DayReason {
  const isWeekend = isoWeekday(date) > FRIDAY;
  if (isWorkingDay) return isWeekend ? 'makeup' : 'workday';
  return isWeekend ? 'weekend' : 'holiday';
}
