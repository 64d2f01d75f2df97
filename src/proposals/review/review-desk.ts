import type { ClaimedSubject } from '../../claims/index.js';
import type { ProposalAction } from '../proposal-workflow.js';

/** What is checked out: the desk on which one proposal is reviewed. */
export function deskOf(id: string): ClaimedSubject {
  return { type: 'review', id };
}

/** Only the one who checked the desk out takes these, while somebody holds it. */
export const HELD: readonly ProposalAction[] = [
  'return_for_completion',
  'extend_completion',
  'review_as_it_was',
  'file',
  'convert',
  'decline',
  'split',
  'merge',
  'pass_up',
  'refer',
];

/** With these the work on the desk is done for now. */
export const ENDING: readonly ProposalAction[] = [
  'file',
  'convert',
  'decline',
  'split',
  'merge',
  'pass_up',
  'refer',
  'return_for_completion',
  'withdraw',
];
