export const OUTCOMES = ['file', 'convert', 'decline', 'merge', 'split'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One case of a proposal that is split: its own title, and what of the measures it handles. */
export interface Part {
  readonly title: string;
  readonly measures: string;
}

/** What becomes of one proposal. Fields that the outcome does not need are empty. */
export interface Decision {
  readonly ref: string;
  readonly outcome: Outcome;
  readonly note: string;
  readonly declineCode: string;
  /** How the case is called; empty: as the proposal. */
  readonly caseTitle: string;
  /** Into what it is merged: a case (8-3-018), a proposal (2026-0061), or one case of a proposal that is split (2026-0061/2). */
  readonly into: string;
  readonly parts: readonly Part[];
}

const NOTHING_MORE = { note: '', declineCode: '', caseTitle: '', into: '', parts: [] };

export function decisionOn(
  ref: string,
  outcome: Outcome,
  more: Partial<Omit<Decision, 'ref' | 'outcome'>> = {},
): Decision {
  return { ...NOTHING_MORE, ...more, ref, outcome };
}
