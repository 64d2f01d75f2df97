import type { ProposalRecord } from './proposal-record.js';

/** What every event of a proposal carries: enough for a mail or a line in a list, no texts. */
export function factsOf(proposal: ProposalRecord): Record<string, unknown> {
  const { id, kind, serial, title, authorId, speakerId, delegationId, sessionId, congressId, joints } = proposal;
  const jointIds = joints.filter((joint) => joint.hasJoined).map((joint) => joint.staffId);
  return { ref: serial, id, kind, title, authorId, speakerId, jointIds, delegationId, sessionId, congressId };
}
