export const OUTCOMES = ['file', 'convert', 'decline', 'merge', 'split'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const PART_OUTCOMES = ['file', 'convert', 'decline'] as const;
export type PartOutcome = (typeof PART_OUTCOMES)[number];

/** One part of a proposal that is split: how it is called, what of the measures it is, and what becomes of it. */
export interface Part {
  readonly title: string;
  readonly measures: string;
  /** Filed where nothing is said. */
  readonly outcome?: PartOutcome;
  /** Why it is declined. */
  readonly declineCode?: string;
  readonly explanation?: string;
}

export function partOutcome({ outcome }: Part): PartOutcome {
  return outcome ?? 'file';
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
  /** Why it goes against the votes; empty: it does not, or that was said before. */
  readonly deviation: string;
}

const NOTHING_MORE = { note: '', declineCode: '', caseTitle: '', into: '', parts: [], deviation: '' };

export function decisionOn(
  ref: string,
  outcome: Outcome,
  more: Partial<Omit<Decision, 'ref' | 'outcome'>> = {},
): Decision {
  return { ...NOTHING_MORE, ...more, ref, outcome };
}
