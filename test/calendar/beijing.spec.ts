import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, beijingDate, endOfBeijingDay, isDate, isoWeekday, yearOf } from '../../src/calendar/beijing.js';

const SOURCE = new URL('../../src/calendar/beijing.ts', import.meta.url).href;
const MONDAY = '2026-11-16';

const moments = fc.date({
  min: new Date('1992-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const dates = moments.map((at) => at.toISOString().slice(0, 10));

describe('the date in Beijing', () => {
  it('changes at 16:00 UTC', () => {
    expect(beijingDate(new Date('2026-04-13T15:59:59.999Z'))).toBe('2026-04-13');
    expect(beijingDate(new Date('2026-04-13T16:00:00.000Z'))).toBe('2026-04-14');
  });

  it('is already next year on the evening of 31 December in London', () => {
    expect(beijingDate(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
  });

  it('is the one Intl tells, at every moment since 1992', () => {
    const intl = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

    fc.assert(fc.property(moments, (at) => beijingDate(at) === intl.format(at)));
  });
});

describe('the end of a day in Beijing', () => {
  it('is 24:00, the first moment of the next day', () => {
    expect(endOfBeijingDay('2026-04-14')).toEqual(new Date('2026-04-15T00:00:00+08:00'));
  });

  it('is a millisecond after the last moment of that day', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const end = endOfBeijingDay(date).getTime();

        expect(beijingDate(new Date(end - 1))).toBe(date);
        expect(beijingDate(new Date(end))).toBe(addDays(date, 1));
      }),
    );
  });
});

describe('adding days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-04-14', 0, '2026-04-14'],
  ])('to %s: %i gives %s', (date, days, result) => {
    expect(addDays(date, days)).toBe(result);
  });

  it('is undone by taking them away', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -9999, max: 9999 }), (date, n) => addDays(addDays(date, n), -n) === date),
    );
  });
});

describe('the day of the week', () => {
  it('runs from Monday, 1, to Sunday, 7', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => isoWeekday(addDays(MONDAY, n)));

    expect(week).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('the year', () => {
  it('is the one the date is written with', () => {
    expect(yearOf('2025-12-31')).toBe(2025);
    expect(yearOf('2026-01-01')).toBe(2026);
  });
});

describe('a date', () => {
  it.each(['2026-04-14', '2024-02-29', '2000-02-29'])('may be %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(['2026-02-29', '2026-02-30', '2026-04-31', '1900-02-29', '2026-13-01', '2026-00-10', '2026-01-00'])(
    'is not %s, which does not exist',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it.each([
    '',
    '2026',
    '2026-04',
    '2026-4-14',
    '20260414',
    '2026/04/14',
    ' 2026-04-14',
    '2026-04-14T00:00:00Z',
    '+012026-04-14',
    '今天',
  ])('is not "%s", another notation', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it('that does not exist stops the sums', () => {
    expect(() => addDays('2026-02-29', 1)).toThrow(RangeError);
    expect(() => endOfBeijingDay('2026-02-29')).toThrow(RangeError);
    expect(() => isoWeekday('2026-02-29')).toThrow(RangeError);
    expect(() => yearOf('2026-02-29')).toThrow(RangeError);
    expect(() => beijingDate(new Date(NaN))).toThrow(RangeError);
  });
});

describe('a server in another zone', () => {
  // The nights of the clock change in New York and in Auckland, a turn of the year, a half-hour zone's midnight.
  const script = `
    import { addDays, beijingDate, endOfBeijingDay, isDate, isoWeekday, yearOf } from '${SOURCE}';
    const moments = ['2026-03-08T07:00:00Z', '2026-04-04T14:00:00Z', '2025-12-31T16:00:00Z', '2026-04-13T18:30:00Z'];
    const dates = moments.map((moment) => beijingDate(new Date(moment)));
    const facts = dates.map((date) => [date, endOfBeijingDay(date), addDays(date, 1), isoWeekday(date), yearOf(date), isDate(date)]);
    console.log(JSON.stringify({ offset: new Date(moments[0]).getTimezoneOffset(), facts }));
  `;

  it.each([
    ['Asia/Shanghai', -480],
    ['UTC', 0],
    ['America/New_York', 240],
    ['Asia/Kolkata', -330],
    ['Pacific/Auckland', -780],
  ])('such as %s reads the same calendar', (zone, offset) => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TZ: zone },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

    expect(JSON.parse(printed.toString())).toEqual({
      offset,
      facts: [
        ['2026-03-08', '2026-03-08T16:00:00.000Z', '2026-03-09', 7, 2026, true],
        ['2026-04-04', '2026-04-04T16:00:00.000Z', '2026-04-05', 6, 2026, true],
        ['2026-01-01', '2026-01-01T16:00:00.000Z', '2026-01-02', 4, 2026, true],
        ['2026-04-14', '2026-04-14T16:00:00.000Z', '2026-04-15', 2, 2026, true],
      ],
    });
  });
});
