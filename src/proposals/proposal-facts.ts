import type { ProposalRecord } from './proposal-record.js';

/** What every event of a proposal carries: enough for a mail or a line in a list, no texts, and of what is confidential not even the title. */
export function factsOf(proposal: ProposalRecord): Record<string, unknown> {
  const { id, kind, serial, authorId, speakerId, delegationId, sessionId, congressId, joints, confidential } = proposal;
  const jointIds = joints.filter((joint) => joint.hasJoined).map((joint) => joint.staffId);
  const title = confidential ? '' : proposal.title;
  const people = { authorId, speakerId, jointIds, delegationId };
  const below = proposal.passedFrom === null ? {} : { passedFromId: proposal.passedFrom };
  return { ref: serial, id, kind, title, confidential, ...people, sessionId, congressId, ...below };
}
