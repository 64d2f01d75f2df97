import type { Durations } from './durations.js';
import type { CaseFact, Participation, SessionFacts } from './facts.js';
import { FORM_GROUPS, type FormGroup, formsIn } from './forms.js';
import { RATE_NAMES, type RateName, type Ratio, ratioOf } from './rates.js';

export interface CategoryNumber {
  readonly category: string;
  readonly count: number;
}

/** Of the cases that a unit leads, how many it has replied to. */
export interface UnitNumber extends Ratio {
  readonly code: string;
  readonly name: string;
}

/** Every figure of a session as numbers, without the records behind them: what a page prints, and what a snapshot keeps. */
export interface SessionNumbers {
  readonly asOf: string;
  /** Forms by what became of them; together they are the received ones. */
  readonly groups: Readonly<Record<FormGroup, number>>;
  readonly rates: Readonly<Record<CountedRate, Ratio>>;
  readonly categories: readonly CategoryNumber[];
  readonly units: readonly UnitNumber[];
  readonly participation: Participation;
  readonly durations: Durations | null;
  /** No rate is printed of fewer. */
  readonly minimumSample: number;
}

export const COUNTED_RATES = ['filingForms', 'filingCases', ...RATE_NAMES] as const;
export type CountedRate = 'filingForms' | 'filingCases' | RateName;

export function numbersOf(facts: SessionFacts, durations: Durations | null, minimumSample: number): SessionNumbers {
  const { forms, cases, participation, asOf } = facts;
  const groups = Object.fromEntries(FORM_GROUPS.map((group) => [group, formsIn(group, forms).length]));
  const filing = (numerator: number): Ratio => ({ numerator, denominator: forms.length });
  const ofCases = Object.fromEntries(RATE_NAMES.map((name) => [name, ratioOf(name, cases, asOf)]));
  const rates = { filingForms: filing(groups.filed!), filingCases: filing(cases.length), ...ofCases };
  return {
    asOf,
    groups: groups as SessionNumbers['groups'],
    rates: rates as SessionNumbers['rates'],
    categories: grouped(cases, ({ category }) => category).map(([category, own]) => ({ category, count: own.length })),
    units: unitsOf(cases),
    participation,
    durations,
    minimumSample,
  };
}

export function receivedOf({ rates }: SessionNumbers): number {
  return rates.filingForms.denominator;
}

/** A case that several units lead counts for each of them, with what that unit did. */
export function partsOf(one: CaseFact): CaseFact[] {
  return one.parts ? one.parts.map((part) => ({ ...one, ...part })) : [one];
}

function unitsOf(cases: readonly CaseFact[]): UnitNumber[] {
  const parts = cases.flatMap(partsOf).filter(({ unit }) => unit !== null);
  return grouped(parts, ({ unitCode }) => unitCode!).map(([code, own]) => ({
    code,
    name: own[0]!.unit!,
    numerator: own.filter(({ repliedOn }) => repliedOn !== null).length,
    denominator: own.length,
  }));
}

/** The largest group first. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].toSorted(([, a], [, b]) => b.length - a.length);
}
