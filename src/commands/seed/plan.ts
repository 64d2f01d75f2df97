import type { Random } from './random.js';
import type { School, SeedSession } from './school.js';

export type ProposalEnd =
  | 'draft'
  | 'seconding'
  | 'submitted'
  | 'returned'
  | 'under_review'
  | 'referred'
  | 'filed'
  | 'merged'
  | 'converted'
  | 'declined'
  | 'withdrawn';
export type CaseEnd =
  'open' | 'assigned' | 'in_handling' | 'in_sign_off' | 'replied' | 'rated' | 'follow_up' | 'concluded';

export interface Planned {
  readonly session: SeedSession;
  readonly status: ProposalEnd;
  /** How far its case got; null when it opens none. */
  readonly caseStatus: CaseEnd | null;
}

export const A_SESSION = 250;

const PRESENT: Readonly<Record<ProposalEnd, number>> = {
  draft: 6,
  seconding: 8,
  submitted: 8,
  returned: 3,
  under_review: 8,
  referred: 1,
  filed: 48,
  merged: 3,
  converted: 8,
  declined: 5,
  withdrawn: 2,
};
const PAST: Partial<Record<ProposalEnd, number>> = { filed: 74, merged: 4, converted: 13, declined: 7, withdrawn: 2 };
const PRESENT_CASES: Readonly<Record<CaseEnd, number>> = {
  open: 10,
  assigned: 12,
  in_handling: 34,
  in_sign_off: 9,
  replied: 14,
  rated: 3,
  follow_up: 8,
  concluded: 10,
};
const PAST_CASES: Partial<Record<CaseEnd, number>> = { follow_up: 5, concluded: 95 };

/** What becomes of each proposal: the present session is busy, the past ones are over. */
export function plan(count: number, { sessions }: School, random: Random): Planned[] {
  const present = sessions.find(({ isPresent }) => isPresent)!;
  const past = sessions.filter(({ isPresent }) => !isPresent);
  return Array.from({ length: count }, (_, i) => {
    const session = i < A_SESSION || past.length === 0 ? present : past[i % past.length]!;
    const ends = (session.isPresent ? PRESENT : PAST) as Record<ProposalEnd, number>;
    const isLast = i === A_SESSION - 1 || i >= count - Math.max(1, past.length);
    const status = isLast ? 'filed' : random.weighted(ends); // something was merged into the last one
    const opens = status === 'filed' || status === 'converted';
    const cases = (session.isPresent ? PRESENT_CASES : PAST_CASES) as Record<CaseEnd, number>;
    return { session, status, caseStatus: opens ? random.weighted(cases) : null };
  });
}
