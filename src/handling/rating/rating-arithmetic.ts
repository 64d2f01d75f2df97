export const SATISFACTIONS = ['satisfied', 'mostly', 'dissatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** What a case counts as: what its parties said, or that they said nothing. Silence is never satisfaction. */
export type FinalRating = Satisfaction | 'no_answer';

/** How several proposers count as one (a setting of the session). */
export type RatingRule = 'any' | 'majority' | 'lead';

export interface GivenRating {
  readonly part: 'lead' | 'joint';
  readonly result: Satisfaction;
}

const FROM_WORST = ['dissatisfied', 'mostly', 'satisfied'] as const;

/**
 * The rating of the case, by result (办理结果); attitude (办理态度) is kept beside it and counts nowhere. Only given ratings count.
 * any: the worst one. majority: the middle one in order, of two middle ones the worse, so that half dissatisfied is dissatisfied.
 * lead: the lead proposer's, whatever the others say.
 */
export function finalRating(rule: RatingRule, given: readonly GivenRating[]): FinalRating {
  const counted = rule === 'lead' ? given.filter(({ part }) => part === 'lead') : given;
  const fromWorst = counted
    .map(({ result }) => result)
    .toSorted((a, b) => FROM_WORST.indexOf(a) - FROM_WORST.indexOf(b));
  const chosen = rule === 'majority' ? Math.floor((fromWorst.length - 1) / 2) : 0;
  return fromWorst[chosen] ?? 'no_answer';
}
