import { describe, expect, it } from '@jest/globals';
import { CALENDAR_SEED, type OpenDate, recounted, versionOf, WorkingCalendar } from '../../src/calendar/index.js';
import { daysCounted, type Kept } from '../../src/calendar/recount.js';

const BEFORE = new WorkingCalendar(CALENDAR_SEED);
const ANNIVERSARY = { date: '2026-04-16', isWorkday: false, name: '校庆' };
const AFTER = new WorkingCalendar({ ...CALENDAR_SEED, exceptions: [...CALENDAR_SEED.exceptions, ANNIVERSARY] });
const TODAY = '2026-04-15';

/** Three working days after Tuesday, 14 April. */
const SIGN: OpenDate = {
  holderId: 'duty',
  field: 'sign',
  on: '2026-04-17',
  from: '2026-04-14',
  subjectType: 'case',
  subjectId: 'case',
  ref: '8-3-001',
  number: '第八届三次第001号',
  title: '',
  congressId: 'congress',
  unit: '后勤保障部',
};
const keptOf = ({ holderId, field, from, on }: OpenDate): Kept => ({
  holderId,
  field,
  from,
  on,
  days: daysCounted({ from, on }, BEFORE)!,
});
const movedTo = (date: OpenDate, kept: Kept[] = [keptOf(date)], today = TODAY, calendar = AFTER) =>
  recounted([date], kept, calendar, today).map(({ to }) => to);

describe('a date that was counted', () => {
  it('comes to the day to which the same number of working days leads by the new calendar', () => {
    expect(keptOf(SIGN).days).toBe(3);
    expect(movedTo(SIGN)).toEqual(['2026-04-20']);
  });

  it('moves back when a day off becomes a working day', () => {
    const given = { ...SIGN, on: '2026-04-20' };
    const kept = { ...keptOf(SIGN), on: '2026-04-20' };

    expect(movedTo(given, [kept], TODAY, BEFORE)).toEqual(['2026-04-17']);
  });

  it('stays when nobody knows how it was counted, or when it is another date than the one that was counted', () => {
    expect(movedTo(SIGN, [])).toEqual([]);
    expect(movedTo({ ...SIGN, on: '2026-04-30' }, [keptOf(SIGN)])).toEqual([]);
    expect(movedTo({ ...SIGN, from: '2026-04-13' }, [keptOf(SIGN)])).toEqual([]);
  });

  it('is no such date when it falls on a day off, or not after the event', () => {
    expect(daysCounted({ from: '2026-04-14', on: '2026-04-18' }, BEFORE)).toBeNull();
    expect(daysCounted({ from: '2026-04-14', on: '2026-04-14' }, BEFORE)).toBeNull();
    expect(daysCounted({ from: '2026-04-14', on: '2031-04-14' }, BEFORE)).toBeNull();
  });

  it('never moves into the past; what is over comes to life again only when the new day is not over', () => {
    const given = { ...SIGN, on: '2026-04-20' };
    const kept = { ...keptOf(SIGN), on: '2026-04-20' };

    expect(movedTo(given, [kept], '2026-04-18', BEFORE)).toEqual([]);
    expect(movedTo(given, [kept], '2026-04-17', BEFORE)).toEqual(['2026-04-17']);
    expect(movedTo(SIGN, [keptOf(SIGN)], '2026-04-20')).toEqual(['2026-04-20']);
    expect(movedTo(SIGN, [keptOf(SIGN)], '2026-04-21')).toEqual([]);
  });

  it('stays while the calendar of the year into which it reaches is missing', () => {
    const late = { ...SIGN, from: '2026-12-30', on: '2026-12-31' };
    const lastDayOff = { date: '2026-12-31', isWorkday: false, name: '停电' };
    const calendar = new WorkingCalendar({ ...CALENDAR_SEED, exceptions: [...CALENDAR_SEED.exceptions, lastDayOff] });

    expect(movedTo(late, [keptOf(late)], '2026-12-30', calendar)).toEqual([]);
  });
});

describe('a day that is only shifted to a working day', () => {
  it('is the next working day by the new calendar', () => {
    const report = { ...SIGN, field: 'report', from: '2026-04-16', on: '2026-04-16', shifted: true };

    expect(movedTo(report, [])).toEqual(['2026-04-17']);
    expect(movedTo({ ...report, from: '2027-04-16', on: '2027-04-16' }, [])).toEqual([]);
  });
});

describe('the mark of a preview', () => {
  it('is the same for the same moves in whatever order, and another for another day', () => {
    const [a, b] = [
      { ...SIGN, to: '2026-04-20' },
      { ...SIGN, field: 'reply', to: '2026-05-29' },
    ];

    expect(versionOf([a, b])).toBe(versionOf([b, a]));
    expect(versionOf([a])).not.toBe(versionOf([{ ...a, to: '2026-04-21' }]));
    expect(versionOf([])).not.toBe(versionOf([a]));
  });
});
