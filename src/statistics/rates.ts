import type { CaseFact } from './facts.js';

type Question = (one: CaseFact, asOf: string) => boolean;

/** A rate of the filed cases: of those `among`, how many are `counted`. */
export interface RateDefinition {
  readonly among: Question;
  readonly counted: Question;
}

const isFiled: Question = () => true;
const isReplied: Question = (one) => one.repliedOn !== null;
/** Its reply was due by the day of counting, or came earlier than it was due. */
const isDue: Question = (one, asOf) => isReplied(one, asOf) || (one.dueOn !== null && one.dueOn < asOf);
const isOnTime: Question = (one) => one.repliedOn !== null && one.dueOn !== null && one.repliedOn <= one.dueOn;
const isRated: Question = (one) => one.rating !== null && one.rating !== 'no_answer';
const isContent: Question = (one) => one.rating === 'satisfied' || one.rating === 'mostly';
/** Followed up as a promise, whatever it was classed later (docs/decisions/0080). */
const isPromise: Question = (one) => one.outcomeClass === 'B' || one.reclassifiedOn !== null;
/** Kept, or due before anybody classed it anew. */
const isPromiseDue: Question = (one, asOf) => {
  const until = one.reclassifiedOn ?? asOf;
  return one.implemented || (one.promiseDueOn !== null && one.promiseDueOn < until);
};
const isRehandled: Question = (one) => one.round > 1;

const DEFINITIONS = {
  reply: { among: isDue, counted: isReplied },
  onTime: { among: isDue, counted: isOnTime },
  extended: { among: isDue, counted: (one) => one.extended },
  overdue: { among: isDue, counted: (one, asOf) => !isOnTime(one, asOf) },
  contact: { among: isReplied, counted: (one) => one.contacted },
  response: { among: isReplied, counted: isRated },
  satisfied: { among: isRated, counted: (one) => one.rating === 'satisfied' },
  content: { among: isRated, counted: isContent },
  contentAtFirst: { among: isRated, counted: (one, asOf) => isContent(one, asOf) && !isRehandled(one, asOf) },
  rehandled: { among: isRated, counted: isRehandled },
  contentAfterwards: { among: isRehandled, counted: isContent },
  solved: { among: isFiled, counted: (one) => one.outcomeClass === 'A' || one.outcomeClass === 'B' },
  solvedAtOnce: { among: isFiled, counted: (one) => one.outcomeClass === 'A' },
  implemented: { among: isFiled, counted: (one) => one.implemented },
  promiseKept: {
    among: (one, asOf) => isPromise(one, asOf) && isPromiseDue(one, asOf),
    counted: (one) => one.implemented,
  },
  reclassified: { among: isPromise, counted: (one) => one.reclassifiedOn !== null },
  endedDissatisfied: { among: (one) => one.concluded, counted: (one) => one.rating === 'dissatisfied' },
} as const satisfies Record<string, RateDefinition>;

export type RateName = keyof typeof DEFINITIONS;
export const RATES: Readonly<Record<RateName, RateDefinition>> = DEFINITIONS;
export const RATE_NAMES = Object.keys(DEFINITIONS) as RateName[];

export function isRateName(text: unknown): text is RateName {
  return RATE_NAMES.includes(text as RateName);
}

/** Numerator and denominator, never one without the other. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

export function ratioOf(name: RateName, cases: readonly CaseFact[], asOf: string): Ratio {
  const among = casesAmong(name, cases, asOf);
  return { numerator: among.filter((one) => RATES[name].counted(one, asOf)).length, denominator: among.length };
}

export function casesAmong(name: RateName, cases: readonly CaseFact[], asOf: string): CaseFact[] {
  return cases.filter((one) => RATES[name].among(one, asOf));
}

/** One decimal; null where a rate of so few would say nothing. */
export function percentOf({ numerator, denominator }: Ratio, minimumSample: number): number | null {
  if (denominator === 0 || denominator < minimumSample) return null;
  return Math.round((numerator / denominator) * 1000) / 10;
}
