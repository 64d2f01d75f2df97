import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CALENDAR_SEED, WorkingCalendar } from '../../src/calendar/index.js';
import { durationsOf } from '../../src/statistics/durations.js';
import type { CaseFact, FormFact, SessionFacts } from '../../src/statistics/facts.js';
import { listBehind } from '../../src/statistics/figure-list.js';
import { FORM_GROUPS, formsIn } from '../../src/statistics/forms.js';
import { percentOf, type Ratio, RATE_NAMES, ratioOf } from '../../src/statistics/rates.js';
import { grouped } from '../../src/statistics/session-numbers.js';
import { slowRates } from './slow-rates.js';

const AS_OF = '2026-06-15';
const anyDay = fc
  .integer({ min: 0, max: 120 })
  .map((n) => new Date(Date.UTC(2026, 3, 1 + n)).toISOString().slice(0, 10));
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const anyCase: fc.Arbitrary<CaseFact> = fc.record({
  id: fc.uuid(),
  ref: fc.constant('8-3-001'),
  number: fc.constant('第八届三次第001号'),
  title: fc.constant('关于……的提案'),
  category: fc.constantFrom('welfare', 'campus', 'digital'),
  unit: fc.constant('后勤保障部'),
  unitCode: fc.constantFrom('hq', 'xx', 'cw'),
  readable: fc.boolean(),
  round: fc.integer({ min: 1, max: 2 }),
  assignedOn: sometimes(anyDay),
  dueOn: sometimes(anyDay),
  extended: fc.boolean(),
  repliedOn: sometimes(anyDay),
  contacted: fc.boolean(),
  outcomeClass: sometimes(fc.constantFrom('A', 'B', 'C', 'D')),
  rating: sometimes(fc.constantFrom('satisfied', 'mostly', 'dissatisfied', 'no_answer')),
  ratedOnPaper: fc.boolean(),
  promiseDueOn: sometimes(anyDay),
  implemented: fc.boolean(),
  concluded: fc.boolean(),
  reclassifiedOn: sometimes(anyDay),
});
const anyCases = fc.array(anyCase, { maxLength: 40 });
const anyForms: fc.Arbitrary<FormFact[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    ref: fc.constant('2026-0001'),
    title: fc.constant('关于……的提案'),
    category: fc.constant('welfare'),
    status: fc.constantFrom(
      'submitted',
      'returned',
      'under_review',
      'referred',
      'filed',
      'merged',
      'converted',
      'declined',
      'withdrawn',
    ),
    readable: fc.boolean(),
  }),
);

describe('the rates of a session', () => {
  it('are what somebody counts who goes through the cases one by one', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const counted = Object.fromEntries(RATE_NAMES.map((name) => [name, ratioOf(name, cases, AS_OF)]));

        expect(counted).toEqual(slowRates(cases, AS_OF));
      }),
    );
  });

  it('never count more than there is', () => {
    fc.assert(
      fc.property(anyCases, fc.constantFrom(...RATE_NAMES), (cases, name) => {
        const { numerator, denominator } = ratioOf(name, cases, AS_OF);

        expect(numerator).toBeLessThanOrEqual(denominator);
        expect(denominator).toBeLessThanOrEqual(cases.length);
      }),
    );
  });

  it('are the sums of their parts, by unit as by category', () => {
    fc.assert(
      fc.property(
        anyCases,
        fc.constantFrom(...RATE_NAMES),
        fc.constantFrom('unitCode', 'category'),
        (cases, name, by) => {
          const parts = grouped(cases, (one) => one[by as 'category']).map(([, own]) => ratioOf(name, own, AS_OF));

          expect(sumOf(parts)).toEqual(ratioOf(name, cases, AS_OF));
        },
      ),
    );
  });

  it('open exactly the list that they count', () => {
    fc.assert(
      fc.property(anyCases, fc.constantFrom(...RATE_NAMES), (cases, name) => {
        const { numerator, denominator } = ratioOf(name, cases, AS_OF);
        const [counted, rest] = listBehind(name, factsOf([], cases))!.parts;

        expect([counted!.items.length, rest!.items.length]).toEqual([numerator, denominator - numerator]);
      }),
    );
  });

  it('put what is not on time where it is overdue', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const [onTime, overdue] = [ratioOf('onTime', cases, AS_OF), ratioOf('overdue', cases, AS_OF)];

        expect(onTime.numerator + overdue.numerator).toBe(onTime.denominator);
      }),
    );
  });

  it('are not given for too few', () => {
    expect(percentOf({ numerator: 1, denominator: 4 }, 5)).toBeNull();
    expect(percentOf({ numerator: 0, denominator: 0 }, 0)).toBeNull();
    expect(percentOf({ numerator: 2, denominator: 3 }, 3)).toBe(66.7);
  });
});

describe('the forms received', () => {
  it('are each in one group', () => {
    fc.assert(
      fc.property(anyForms, (forms) => {
        const sum = FORM_GROUPS.map((group) => formsIn(group, forms).length).reduce((a, b) => a + b, 0);

        expect(sum).toBe(forms.length);
        expect(listBehind('received', factsOf(forms, []))!.parts.map(({ items }) => items.length)).toEqual([
          sum,
          ...FORM_GROUPS.map((group) => formsIn(group, forms).length),
        ]);
      }),
    );
  });
});

describe('the working days to a reply', () => {
  const calendar = new WorkingCalendar(CALENDAR_SEED);
  const replied = (assignedOn: string, repliedOn: string) => ({ assignedOn, repliedOn }) as CaseFact;

  it('leave out holidays and count make-up days', () => {
    const cases = [
      replied('2026-04-30', '2026-05-06'),
      replied('2026-05-08', '2026-05-11'),
      replied('2026-04-13', '2026-04-17'),
    ];

    expect(durationsOf(cases, calendar)).toEqual({ mean: 2.3, median: 2, count: 3 });
  });

  it('are nothing without a reply', () => {
    expect(durationsOf([{ assignedOn: '2026-04-13', repliedOn: null } as CaseFact], calendar)).toBeNull();
  });
});

function factsOf(forms: FormFact[], cases: CaseFact[]): SessionFacts {
  return { forms, cases, participation: { delegates: 0, active: 0 }, asOf: AS_OF };
}

function sumOf(ratios: readonly Ratio[]): Ratio {
  let [numerator, denominator] = [0, 0];
  for (const ratio of ratios) {
    numerator += ratio.numerator;
    denominator += ratio.denominator;
  }
  return { numerator, denominator };
}
