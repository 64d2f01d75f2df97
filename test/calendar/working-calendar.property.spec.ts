import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, CalendarYearMissing, isoWeekday, WorkingCalendar } from '../../src/calendar/index.js';

describe('any calendar, compared with counting on the fingers', () => {
  const days = Array.from({ length: 1096 }, (_, n) => addDays('2024-01-01', n));
  const anyDay = fc.constantFrom(...days);
  const anyException = fc.record({ date: anyDay, isWorkday: fc.boolean(), name: fc.constant('节') });
  const anyExceptions = fc.uniqueArray(anyException, { selector: ({ date }) => date, maxLength: 300 });
  const anyCalendar = anyExceptions.map((exceptions) => {
    const off = new Set(exceptions.filter(({ isWorkday }) => !isWorkday).map(({ date }) => date));
    const madeUp = exceptions.filter(({ isWorkday }) => isWorkday).map(({ date }) => date);
    const worked = new Set([...days.filter((day) => isoWeekday(day) <= 5 && !off.has(day)), ...madeUp]);
    return { calendar: new WorkingCalendar({ years: [2024, 2025, 2026], exceptions }), worked };
  });

  it('knows the same working days', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, ({ calendar, worked }, day) => {
        expect(calendar.isWorkingDay(day)).toBe(worked.has(day));
      }),
    );
  });

  it('finds the same due date, or misses the same year', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 400 }), ({ calendar, worked }, day, n) => {
        const due = slowDueDate(worked, day, n);

        if (due < '2027') expect(calendar.dueDate(day, n)).toBe(due);
        else expect(() => calendar.dueDate(day, n)).toThrow(new CalendarYearMissing(2027));
      }),
    );
  });

  it('counts the same days between, and as many backwards', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, ({ calendar, worked }, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const count = slowDaysBetween(worked, from, to);

        expect(calendar.workingDaysBetween(from, to)).toBe(count);
        expect(calendar.workingDaysBetween(to, from)).toBe(0 - count);
      }),
    );
  });

  it('leaves n working days until the n-th working day', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.constantFrom(...days.slice(0, 366)),
        fc.integer({ min: 1, max: 200 }),
        ({ calendar }, day, n) => {
          expect(calendar.workingDaysLeft(day, calendar.dueDate(day, n))).toBe(n);
        },
      ),
    );
  });
});

/** Day by day; gives '2027-01-01' when the days of the calendar run out. */
function slowDueDate(worked: Set<string>, eventDay: string, n: number): string {
  let day = eventDay;
  for (let left = n; left > 0 && day < '2027-01-01';) {
    day = addDays(day, 1);
    if (worked.has(day)) left--;
  }
  return day;
}

function slowDaysBetween(worked: Set<string>, from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (worked.has(day)) count++;
  return count;
}
