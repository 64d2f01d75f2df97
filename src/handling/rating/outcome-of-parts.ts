import type { OutcomeClass } from '../case/case-values.js';

export interface PartOutcome {
  readonly outcomeClass: OutcomeClass | null;
  readonly promisedOn: string | null;
}

/** A promise of one part keeps the whole case open; otherwise the case is never more solved than its weakest part. */
const FROM_WEAKEST: readonly OutcomeClass[] = ['B', 'C', 'D', 'A'];

/** What several separate replies come to together (docs/decisions/0044); what is promised is due when the last promise is. */
export function outcomeOfParts(parts: readonly PartOutcome[]): PartOutcome {
  const given = new Set(parts.map(({ outcomeClass }) => outcomeClass));
  const promises = parts.flatMap(({ promisedOn }) => (promisedOn === null ? [] : [promisedOn])).toSorted();
  return {
    outcomeClass: FROM_WEAKEST.find((one) => given.has(one)) ?? null,
    promisedOn: promises.at(-1) ?? null,
  };
}
