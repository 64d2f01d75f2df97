import { describe, expect, it } from '@jest/globals';
import { rankingOf, type UnitDuty } from '../../src/awards/unit-scores.js';
import { DEFAULT_SETTINGS } from '../../src/congress/index.js';

const TODAY = '2026-06-01';
const SETTINGS = { ...DEFAULT_SETTINGS, minimumSample: 2 };

function duty(change: Partial<UnitDuty> = {}): UnitDuty {
  const done = { signBy: '2026-04-10', signedOn: '2026-04-10', dueOn: '2026-05-20', repliedOn: '2026-05-20' };
  const good = { contacted: true, outcomeClass: 'A', rating: 'satisfied', promiseDueOn: null, implemented: false };
  return { unitId: 'hq', unit: '后勤保障部', ...done, ...good, ...change };
}
const times = (n: number, change: Partial<UnitDuty> = {}) => Array.from({ length: n }, () => duty(change));
const scoreOf = (duties: UnitDuty[], settings = SETTINGS) => rankingOf(duties, settings, TODAY)[0]!.score;
const partOf = (name: string, duties: UnitDuty[]) => {
  const { numerator, denominator, points, most } = rankingOf(duties, SETTINGS, TODAY)[0]!.parts.find(
    (part) => part.name === name,
  )!;
  return [numerator, denominator, points, most];
};

describe('the score of a handling unit', () => {
  it('is weighed by defaults that add up to 100', () => {
    const { awardSignFor, awardOnTime, awardContact, awardOutcome, awardSatisfaction, awardFollowUp } =
      DEFAULT_SETTINGS;

    expect(awardSignFor + awardOnTime + awardContact + awardOutcome + awardSatisfaction + awardFollowUp).toBe(100);
  });

  it('is 100 for a unit that did everything, with or without promises', () => {
    expect(scoreOf(times(2))).toBe(100);
    expect(scoreOf(times(2, { outcomeClass: 'B', promiseDueOn: '2026-05-30', implemented: true }))).toBe(100);
  });

  it('gives the weight of a part with nothing to count to the others, in proportion', () => {
    expect(partOf('followUp', times(2))).toEqual([0, 0, null, null]);
    expect(partOf('onTime', times(2))).toEqual([2, 2, 27.8, 27.8]);
  });

  it('counts each part to the day', () => {
    expect(partOf('signFor', [duty(), duty({ signedOn: '2026-04-11' })]).slice(0, 2)).toEqual([1, 2]);
    expect(partOf('signFor', [duty(), duty({ signedOn: null, signBy: TODAY })]).slice(0, 2)).toEqual([1, 1]);
    expect(partOf('signFor', [duty(), duty({ signedOn: null, signBy: '2026-05-31' })]).slice(0, 2)).toEqual([1, 2]);
    expect(partOf('onTime', [duty(), duty({ repliedOn: '2026-05-21' })]).slice(0, 2)).toEqual([1, 2]);
    expect(partOf('onTime', [duty(), duty({ repliedOn: null, dueOn: TODAY })]).slice(0, 2)).toEqual([1, 1]);
    expect(partOf('onTime', [duty(), duty({ repliedOn: null })]).slice(0, 2)).toEqual([1, 2]);
    expect(partOf('contact', [duty(), duty({ contacted: false })]).slice(0, 2)).toEqual([1, 2]);
    expect(partOf('contact', [duty(), duty({ contacted: false, repliedOn: null })]).slice(0, 2)).toEqual([1, 1]);
    expect(partOf('outcome', [duty(), duty({ outcomeClass: 'C' })]).slice(0, 2)).toEqual([1, 2]);
    expect(partOf('satisfaction', [duty({ rating: 'mostly' }), duty({ rating: 'dissatisfied' })]).slice(0, 2)).toEqual([
      1, 2,
    ]);
    expect(partOf('satisfaction', [duty(), duty({ rating: 'no_answer' }), duty({ rating: null })]).slice(0, 2)).toEqual(
      [1, 1],
    );
  });

  it('counts a promise once it is due or kept', () => {
    const promise = (change: Partial<UnitDuty>) => duty({ outcomeClass: 'B', promiseDueOn: '2026-05-31', ...change });

    expect(partOf('followUp', [promise({}), promise({ implemented: true })]).slice(0, 2)).toEqual([1, 2]);
    expect(partOf('followUp', [promise({ promiseDueOn: TODAY }), duty()]).slice(0, 2)).toEqual([0, 0]);
    expect(
      partOf('followUp', [promise({ promiseDueOn: '2026-12-31', implemented: true }), duty()]).slice(0, 2),
    ).toEqual([1, 1]);
  });

  it('is the sum of its parts: half on time and half content', () => {
    const mixed = [...times(2), ...times(2, { repliedOn: '2026-05-25', rating: 'dissatisfied' })];

    // 10 + 12.5 + 15 + 15 + 12.5 of 90
    expect(scoreOf(mixed)).toBe(72.2);
  });

  it('scales weights that do not add up to 100, and knows a part that weighs nothing', () => {
    const doubled = { awardSignFor: 20, awardOnTime: 50, awardContact: 30, awardOutcome: 30, awardSatisfaction: 50 };
    const late = [...times(1), ...times(1, { repliedOn: '2026-05-25' })];

    expect(scoreOf(late, { ...SETTINGS, ...doubled, awardFollowUp: 20 })).toBe(scoreOf(late));
    expect(scoreOf(late, { ...SETTINGS, awardOnTime: 0 })).toBe(100);
  });
});

describe('the ranking', () => {
  it('asks for enough replies that are due, however many cases are under way', () => {
    const underWay = times(9, { repliedOn: null, dueOn: '2026-07-01', rating: null });

    expect(rankingOf([duty(), ...underWay], SETTINGS, TODAY)[0]).toMatchObject({ duties: 10, sample: 1, place: null });
    expect(rankingOf([...times(2), ...underWay], SETTINGS, TODAY)[0]).toMatchObject({ sample: 2, place: 1 });
  });

  it('lets equal units share a place and puts those with too few duties last, without one', () => {
    const second = { repliedOn: '2026-05-25' };
    const units = rankingOf(
      [
        ...times(1, { unitId: 'few', unit: '校医院' }),
        ...times(2, { unitId: 'cw', unit: '财务处', ...second }),
        ...times(2),
        ...times(2, { unitId: 'xx', unit: '信息中心' }),
      ],
      SETTINGS,
      TODAY,
    );

    expect(units.map(({ unitId, place, duties }) => [unitId, place, duties])).toEqual([
      ['hq', 1, 2],
      ['xx', 1, 2],
      ['cw', 3, 2],
      ['few', null, 1],
    ]);
    expect(units.at(-1)!.score).toBeNull();
  });

  it('ranks nobody where nothing counts yet', () => {
    const fresh = times(2, {
      signedOn: null,
      signBy: '2026-06-03',
      dueOn: '2026-07-01',
      repliedOn: null,
      rating: null,
    });

    expect(rankingOf(fresh, SETTINGS, TODAY).map(({ score, place }) => [score, place])).toEqual([[null, null]]);
  });
});
