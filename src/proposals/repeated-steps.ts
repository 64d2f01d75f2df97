import type { ProposalAction } from './proposal-workflow.js';
import type { Proposal } from './proposal.entity.js';

/** Whether this person's step is behind us: a repeated click is friendly, but no button invites to it. */
export function isBehind(action: ProposalAction, proposal: Proposal, staffId: string | null): boolean {
  if (action === 'enter_paper') return true; // it begins with the paper, not with a draft
  if (action === 'recount') return true; // all dates at once, on a page of their own
  if (action === 'object_to_paper') return proposal.objection !== null;
  if (action === 'decide_confidentiality') return proposal.confidentiality !== 'asked';
  if (action === 'second') return proposal.secondOf(staffId)?.countsFor(proposal.textVersion) === true;
  if (action === 'ask_second_look') return proposal.secondLookAt !== null;
  return action === 'join' && proposal.jointOf(staffId)?.hasJoined === true;
}
