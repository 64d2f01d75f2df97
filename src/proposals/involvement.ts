import type { Proposal } from './proposal.entity.js';

/** Whether somebody wrote, joined or seconded the proposal: then others work on it for the committee. */
export function involves(proposal: Proposal, staffId: string | null): boolean {
  return proposal.isProposer(staffId) || proposal.secondOf(staffId)?.status === 'seconded';
}
