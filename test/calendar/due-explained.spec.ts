import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CALENDAR_SEED, WorkingCalendar } from '../../src/calendar/index.js';
import { explainDue } from '../../src/calendar/due-explained.js';
import { readYear } from '../../src/calendar/year-text.js';

const CALENDAR = new WorkingCalendar(CALENDAR_SEED);

describe('the explanation of a due date', () => {
  it('tells why each day counts or does not', () => {
    const days = explainDue(CALENDAR, CALENDAR_SEED.exceptions, '2026-04-30', 4);

    expect(days.map(({ date, reason, nth, holiday }) => [date.slice(5), reason, nth, holiday])).toEqual([
      ['04-30', 'start', null, null],
      ['05-01', 'holiday', null, '劳动节'],
      ['05-02', 'weekend', null, null],
      ['05-03', 'weekend', null, null],
      ['05-04', 'holiday', null, '劳动节'],
      ['05-05', 'holiday', null, '劳动节'],
      ['05-06', 'workday', 1, null],
      ['05-07', 'workday', 2, null],
      ['05-08', 'workday', 3, null],
      ['05-09', 'makeup', 4, '劳动节'],
    ]);
  });

  it('always ends on the due date with its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 120 }), (offset, n) => {
        const from = new Date(Date.UTC(2025, 0, 1 + Math.min(offset, 500))).toISOString().slice(0, 10);
        const days = explainDue(CALENDAR, CALENDAR_SEED.exceptions, from, n);
        expect(days.at(-1)).toMatchObject({ date: CALENDAR.dueDate(from, n), nth: n });
      }),
    );
  });
});

describe('a year as a text', () => {
  it('may be parted by blanks, commas or tabs and have a first line of names', () => {
    expect(
      readYear(2027, '日期,类型,节日\n2027-01-01 休 元旦\n2027-02-06,班,春节\n\n2027-02-05\t放假\t春节\r\n'),
    ).toEqual({
      ok: true,
      days: [
        { date: '2027-01-01', isWorkday: false, name: '元旦' },
        { date: '2027-02-06', isWorkday: true, name: '春节' },
        { date: '2027-02-05', isWorkday: false, name: '春节' },
      ],
    });
  });

  it.each([
    ['2027-02-29 休 春节', 'noDate', 1],
    ['2027-01-01 休 元旦\n2026-01-02 休 元旦', 'otherYear', 2],
    ['2027-01-01 休 元旦\n2027-01-01 班 元旦', 'repeated', 2],
    ['2027-01-01 也许 元旦', 'noKind', 1],
    ['2027-01-01 休', 'noName', 1],
    ['1 月 1 日放假', 'noDate', 1],
  ])('is refused as %j with its line', (text, problem, line) => {
    const read = readYear(2027, text);

    expect(read.ok ? null : read.problem).toMatchObject({ key: `calendar.import.${problem}`, params: { line } });
  });
});
