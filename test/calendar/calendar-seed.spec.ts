import { describe, expect, it } from '@jest/globals';
import { addDays, CALENDAR_SEED, isDate, isoWeekday, WorkingCalendar } from '../../src/calendar/index.js';

const { years, exceptions } = CALENDAR_SEED;
const calendar = new WorkingCalendar(CALENDAR_SEED);

describe('the calendar an empty database starts with', () => {
  it('goes from 2018 to 2026', () => {
    expect(years).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it('names every day once, in Chinese', () => {
    expect(exceptions.filter(({ date, name }) => !isDate(date) || !/^\p{Script=Han}+$/u.test(name))).toEqual([]);
    expect(new Set(exceptions.map(({ date }) => date)).size).toBe(exceptions.length);
  });

  it('holds only exceptions: weekdays off and weekend days worked', () => {
    expect(exceptions.filter(({ date, isWorkday }) => isWorkday !== isoWeekday(date) > 5)).toEqual([]);
  });

  // Weekdays of the year, less weekdays off, plus weekend days worked; counted by hand, not taken from the seed.
  it.each([
    [2018, 261 - 18 + 7],
    [2019, 261 - 17 + 6],
    [2020, 262 - 19 + 6],
    [2021, 261 - 18 + 7],
    [2022, 260 - 18 + 7],
    [2023, 260 - 18 + 7],
    [2024, 262 - 19 + 8],
    [2025, 261 - 18 + 5],
    [2026, 261 - 19 + 6],
  ])('has for %i %i working days', (year, workingDays) => {
    const newYear = calendar.isWorkingDay(`${year}-01-01`) ? 1 : 0;

    expect(calendar.workingDaysBetween(`${year}-01-01`, `${year}-12-31`) + newYear).toBe(workingDays);
  });
});

describe('the notice for 2026', () => {
  // Written a second time, as the notice says it: first day, last day, days; then the days worked instead.
  const HOLIDAYS = [
    ['2026-01-01', '2026-01-03', 3],
    ['2026-02-15', '2026-02-23', 9],
    ['2026-04-04', '2026-04-06', 3],
    ['2026-05-01', '2026-05-05', 5],
    ['2026-06-19', '2026-06-21', 3],
    ['2026-09-25', '2026-09-27', 3],
    ['2026-10-01', '2026-10-07', 7],
  ] as const;
  const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
  const holidays = HOLIDAYS.flatMap(([first, , days]) => Array.from({ length: days }, (_, n) => addDays(first, n)));

  it('gives 33 days off', () => {
    expect(HOLIDAYS.map(([first, , days]) => addDays(first, days - 1))).toEqual(HOLIDAYS.map(([, last]) => last));
    expect(holidays).toHaveLength(33);
    expect(holidays.filter((day) => calendar.isWorkingDay(day))).toEqual([]);
  });

  it('has six weekend days worked, and no other', () => {
    const weekends = daysOf2026().filter((day) => isoWeekday(day) > 5);

    expect(weekends.filter((day) => calendar.isWorkingDay(day))).toEqual(WORKED);
  });

  it('leaves every other weekday a working day', () => {
    const weekdays = daysOf2026().filter((day) => isoWeekday(day) <= 5);

    expect(weekdays.filter((day) => !calendar.isWorkingDay(day) && !holidays.includes(day))).toEqual([]);
  });
});

function daysOf2026(): string[] {
  return Array.from({ length: 365 }, (_, n) => addDays('2026-01-01', n));
}
