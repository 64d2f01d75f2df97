import type { Act, NewEvent } from '../../kernel/index.js';
import type { Circumstances } from '../proposal-conditions.js';
import type { ProposalAction } from '../proposal-workflow.js';
import type { Proposal } from '../proposal.entity.js';
import type { Entry, Place } from '../writing/registration.js';

/** What is left to do with proposals while the congress has no committee chain; suggestions need no more. */
export const WITHOUT_COMMITTEE: readonly ProposalAction[] = [
  'edit',
  'discard',
  'suggest',
  'withdraw',
  'take_over',
  'leave',
  'decline_to_second',
  'cancel_invitation',
  'carry_over',
  'move_to_session',
];

/** 合理化建议 of the light mode: no seconders, no review; its case is opened in the same act. */
export function suggest(proposal: Proposal, circumstances: Circumstances, entry: Entry & Place, deed: Act): NewEvent {
  proposal.require('suggest', circumstances);
  const { session } = circumstances;
  const times = { submittedAt: deed.at, decidedAt: deed.at, submittedVersion: proposal.textVersion };
  const change = { ...entry, ...times, sessionId: session.id, handedInAs: 'suggestion' } as const;
  return proposal.record('suggest', deed, proposal.handedIn(), '', change);
}
