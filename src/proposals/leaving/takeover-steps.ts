import type { Act, NewEvent } from '../../kernel/index.js';
import type { Proposal } from '../proposal.entity.js';
import type { ProposalStatus } from '../proposal-workflow.js';

const IN_WRITING: readonly ProposalStatus[] = ['draft', 'seconding'];

/**
 * Who speaks for a proposal when its speaker is gone: the joint proposer who joined first; for what was handed in, else the head or a deputy
 * of its delegation. A text that is still being written is shown to nobody who did not write it.
 */
export function successorOf(proposal: Proposal, goneId: string, leaders: readonly string[]): string | null {
  const joined = proposal.joints
    .filter((joint) => joint.hasJoined && joint.staffId !== goneId && proposal.isSeated(joint.staffId))
    .toSorted((a, b) => a.answeredAt!.getTime() - b.answeredAt!.getTime());
  if (joined.length > 0) return joined[0]!.staffId;
  return IN_WRITING.includes(proposal.status) ? null : (leaders.find((staffId) => staffId !== goneId) ?? null);
}

/** Null when nobody takes over a text that nobody else has seen. */
export function takeOver(proposal: Proposal, goneId: string, successorId: string | null, deed: Act): NewEvent | null {
  if (successorId === null && IN_WRITING.includes(proposal.status)) return null;
  const speakerId = successorId === proposal.authorId ? null : successorId;
  return proposal.record('take_over', deed, { goneId, staffId: successorId }, '', { speakerId });
}
