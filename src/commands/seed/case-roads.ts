import type { CaseEnd } from './plan.js';

export type CaseStep = readonly [action: string, to: CaseEnd, role: string];

const ASSIGNED: readonly CaseStep[] = [
  ['open', 'open', 'committee_chair'],
  ['assign', 'assigned', 'committee_chair'],
];
const HANDLED: readonly CaseStep[] = [
  ...ASSIGNED,
  ['sign_for', 'in_handling', 'unit_officer'],
  ['log_contact', 'in_handling', 'unit_officer'],
];
const SENT: readonly CaseStep[] = [...HANDLED, ['submit_reply', 'in_sign_off', 'unit_officer']];
const REPLIED: readonly CaseStep[] = [
  ...SENT,
  ['sign_reply', 'in_sign_off', 'unit_head'],
  ['issue_reply', 'replied', 'leader'],
];
const RATED: readonly CaseStep[] = [...REPLIED, ['rate', 'replied', 'party']];
const FOLLOWED: readonly CaseStep[] = [...RATED, ['start_follow_up', 'follow_up', 'party']];
const ROADS: Readonly<Record<CaseEnd, readonly CaseStep[]>> = {
  open: ASSIGNED.slice(0, 1),
  assigned: ASSIGNED,
  in_handling: HANDLED,
  in_sign_off: SENT,
  replied: REPLIED,
  rated: [...RATED, ['find_dissatisfied', 'rated', 'party']],
  follow_up: FOLLOWED,
  concluded: [...RATED, ['conclude', 'concluded', 'party']],
};
const IMPLEMENTED: readonly CaseStep[] = [...FOLLOWED, ['confirm_implemented', 'concluded', 'committee_secretary']];

/** What happened to a case on its way to where it stands. */
export function roadTo(status: CaseEnd, outcomeClass: string): readonly CaseStep[] {
  return status === 'concluded' && outcomeClass === 'B' ? IMPLEMENTED : ROADS[status];
}
