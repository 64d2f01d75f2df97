import { describe, expect, it } from '@jest/globals';
import { CALENDAR_SEED, CalendarYearMissing, endOfBeijingDay, WorkingCalendar } from '../../src/calendar/index.js';

const calendar = new WorkingCalendar(CALENDAR_SEED);

describe('National Day and Mid-Autumn 2025, off from 1 to 8 October', () => {
  it('make the Sunday before and the Saturday after working days', () => {
    expect(calendar.isWorkingDay('2025-09-28')).toBe(true);
    expect(calendar.isWorkingDay('2025-10-11')).toBe(true);
    expect(calendar.isWorkingDay('2025-10-12')).toBe(false);
  });

  it.each([
    [1, '2025-10-09'],
    [2, '2025-10-10'],
    [3, '2025-10-11'],
    [4, '2025-10-13'],
  ])('move working day %i after 30 September to %s', (n, due) => {
    expect(calendar.dueDate('2025-09-30', n)).toBe(due);
  });

  it('count the Sunday worked for what was assigned on the Friday', () => {
    expect(calendar.dueDate('2025-09-26', 1)).toBe('2025-09-28');
  });
});

describe('Spring Festival 2026, off from 15 to 23 February', () => {
  it('counts the Saturday worked before it', () => {
    expect(calendar.dueDate('2026-02-13', 1)).toBe('2026-02-14');
    expect(calendar.dueDate('2026-02-13', 2)).toBe('2026-02-24');
  });

  it('counts the Saturday worked after it', () => {
    expect(calendar.dueDate('2026-02-14', 5)).toBe('2026-02-28');
    expect(calendar.dueDate('2026-02-14', 6)).toBe('2026-03-02');
  });

  it('gives an event in the holiday the same due date as one on the day before', () => {
    expect(calendar.dueDate('2026-02-18', 3)).toBe('2026-02-26');
    expect(calendar.dueDate('2026-02-14', 3)).toBe('2026-02-26');
  });
});

describe('the turn of the year', () => {
  it('is counted across', () => {
    expect(calendar.dueDate('2025-12-30', 1)).toBe('2025-12-31');
    expect(calendar.dueDate('2025-12-30', 2)).toBe('2026-01-04');
    expect(calendar.dueDate('2025-12-31', 2)).toBe('2026-01-05');
    expect(calendar.workingDaysBetween('2025-12-30', '2026-01-05')).toBe(3);
  });

  it('is counted across several years', () => {
    expect(calendar.dueDate('2023-12-31', 251 + 248 + 1)).toBe('2026-01-04');
    expect(calendar.workingDaysBetween('2023-12-31', '2025-12-31')).toBe(251 + 248);
  });
});

describe('a year without data', () => {
  it.each([
    ['before the data', '2017-12-31', 2017],
    ['after the data', '2027-01-01', 2027],
  ])('%s is an error that names the year', (_, date, year) => {
    expect(missingYear(() => calendar.isWorkingDay(date))).toBe(year);
    expect(missingYear(() => calendar.dueDate(date, 1))).toBe(year);
  });

  it('is an error when only the due date falls in it', () => {
    expect(calendar.dueDate('2026-12-30', 1)).toBe('2026-12-31');
    expect(missingYear(() => calendar.dueDate('2026-12-30', 2))).toBe(2027);
  });

  it('is an error at either end of a count', () => {
    expect(missingYear(() => calendar.workingDaysBetween('2026-12-31', '2027-01-01'))).toBe(2027);
    expect(missingYear(() => calendar.workingDaysBetween('2027-01-01', '2026-12-31'))).toBe(2027);
    expect(missingYear(() => calendar.workingDaysBetween('2017-12-31', '2018-01-02'))).toBe(2017);
  });

  it('is an error as a gap between two known years', () => {
    const gap = new WorkingCalendar({ years: [2024, 2026], exceptions: [] });

    expect(missingYear(() => gap.workingDaysBetween('2024-12-31', '2026-01-01'))).toBe(2025);
    expect(missingYear(() => gap.dueDate('2024-12-31', 1))).toBe(2025);
  });

  it('does not become known by one exception in it', () => {
    const oneDay = { date: '2027-01-01', isWorkday: false, name: '元旦' };
    const half = new WorkingCalendar({ years: [2026], exceptions: [oneDay] });

    expect(missingYear(() => half.isWorkingDay('2027-01-01'))).toBe(2027);
  });

  it('is a conflict with the year for the page to show', () => {
    expect(new CalendarYearMissing(2027)).toMatchObject({ kind: 'conflict', params: { year: 2027 } });
  });
});

describe('an event at a moment', () => {
  it('belongs to the day in Beijing until 24:00, wherever the server stands', () => {
    expect(calendar.dueDateOf(new Date('2025-09-29T23:59:59.999+08:00'), 1)).toBe('2025-09-30');
    expect(calendar.dueDateOf(new Date('2025-09-30T00:00:00.000+08:00'), 1)).toBe('2025-10-09');
  });

  it('on the evening of 31 December in New York is in the new year already', () => {
    expect(calendar.dueDateOf(new Date('2024-12-31T20:00:00-05:00'), 1)).toBe('2025-01-02');
  });

  it('leaves time until 24:00 of the due date', () => {
    const due = calendar.dueDateOf(new Date('2025-09-30T09:00:00+08:00'), 1);

    expect(endOfBeijingDay(due)).toEqual(new Date('2025-10-10T00:00:00+08:00'));
  });
});

describe('the working days left', () => {
  it.each([
    ['2025-09-29', 4],
    ['2025-09-30', 3],
    ['2025-10-05', 3],
    ['2025-10-10', 1],
    ['2025-10-11', 0],
    ['2025-10-12', 0],
    ['2025-10-13', -1],
  ])('on %s until 11 October 2025 are %i', (today, left) => {
    expect(calendar.workingDaysLeft(today, '2025-10-11')).toBe(left);
  });
});

describe('a question that makes no sense', () => {
  it.each([0, -1, 1.5, NaN, Infinity])('is working day %p after an event', (n) => {
    expect(() => calendar.dueDate('2026-04-14', n)).toThrow(RangeError);
  });

  it('is a day that does not exist', () => {
    expect(() => calendar.isWorkingDay('2026-02-29')).toThrow(RangeError);
    expect(() => calendar.dueDate('2026-02-29', 1)).toThrow(RangeError);
    expect(() => calendar.workingDaysBetween('2026-02-28', '2026-02-29')).toThrow(RangeError);
  });
});

function missingYear(question: () => unknown): number | undefined {
  try {
    question();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return error.year;
    throw error;
  }
  return undefined;
}
