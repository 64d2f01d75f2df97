import { describe, expect, it } from '@jest/globals';
import { addMonths, CALENDAR_SEED, WorkingCalendar } from '../../src/calendar/index.js';
import { firstReportDue, nextReportDue, reportDay } from '../../src/handling/follow-up/report-dates.js';
import { monthsBetween } from '../../src/handling/follow-up/web/promises.presenter.js';

const calendar = new WorkingCalendar(CALENDAR_SEED);

describe('the same day of another month', () => {
  it.each([
    ['2026-04-14', 3, '2026-07-14'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %s months: %s', (from, months, day) => {
    expect(addMonths(from, months)).toBe(day);
  });
});

describe('the quarterly report', () => {
  it.each([
    ['2026-04-14', 1, '2026-07-14'],
    ['2026-04-14', 2, '2026-10-14'],
    ['2026-04-18', 1, '2026-07-20'], // 18 July is a Saturday
    ['2026-07-03', 1, '2026-10-08'], // in the holidays of the National Day
    ['2025-11-14', 1, '2026-02-14'], // a Saturday that is worked
    ['2025-08-31', 2, '2026-02-28'], // no 31 February; a Saturday that is worked
    ['2026-10-02', 1, '2027-01-02'], // a year that the calendar does not know yet
  ])('on a reply of %s, number %s, is due on %s', (repliedOn, n, day) => {
    expect(reportDay(repliedOn, n, calendar)).toBe(day);
  });

  it('does not drift: the third one counts from the reply as well', () => {
    expect(reportDay('2025-08-31', 3, calendar)).toBe('2026-06-01'); // 31 May is a Sunday
  });

  it('is first due after the rating, however long that took', () => {
    expect(firstReportDue('2026-04-14', '2026-04-20', calendar)).toBe('2026-07-14');
    expect(firstReportDue('2026-04-14', '2026-07-14', calendar)).toBe('2026-10-14');
  });

  it.each([
    ['in time, for its quarter', '2026-07-14', '2026-07-10', '2026-10-14'],
    ['on the first day', '2026-07-14', '2026-04-20', '2026-10-14'],
    ['once more in the same quarter', '2026-10-14', '2026-07-13', '2026-10-14'],
    ['early in the next quarter', '2026-10-14', '2026-07-15', '2027-01-14'],
    ['late: the next one is not put off', '2026-07-14', '2026-08-20', '2026-10-14'],
    ['after two that were missed', '2026-07-14', '2026-11-02', '2027-01-14'],
    ['on the due day itself', '2026-07-14', '2026-07-14', '2026-10-14'],
  ])('%s', (_, dueOn, today, next) => {
    expect(nextReportDue('2026-04-14', dueOn, today, calendar)).toBe(next);
  });
});

describe('the age of a promise', () => {
  it.each([
    ['2026-04-14', '2026-05-13', 0],
    ['2026-04-14', '2026-05-14', 1],
    ['2025-01-31', '2026-02-28', 13],
  ])('%s until %s: %s months', (from, until, months) => {
    expect(monthsBetween(from, until)).toBe(months);
  });
});
