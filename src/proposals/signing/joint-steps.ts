import type { Act, NewEvent } from '../../kernel/index.js';
import { JointProposer } from './joint-proposer.entity.js';
import type { Proposal } from '../proposal.entity.js';
import { CannotBeInvited, JointProposerNotFound } from '../proposal.errors.js';

/** Names somebody who shall propose too. Null when already named. */
export function inviteJoint(proposal: Proposal, staffId: string, deed: Act): NewEvent | null {
  if (staffId === proposal.authorId) throw new CannotBeInvited('author');
  const signature = proposal.secondOf(staffId);
  if (signature?.status === 'invited' || signature?.status === 'seconded') throw new CannotBeInvited('seconder');
  const earlier = proposal.jointOf(staffId);
  if (earlier?.isNamed) return null;
  if (earlier) earlier.inviteAgain(deed.at);
  else proposal.joints.push(JointProposer.invite(proposal.id, staffId, deed.at));
  return proposal.record('invite_joint', deed, { staffId });
}

/** Null when this person has joined already. */
export function join(proposal: Proposal, deed: Act): NewEvent | null {
  const own = named(proposal.jointOf(deed.by.staffId));
  if (own.hasJoined) return null;
  own.join(deed.at);
  return proposal.record('join', deed, { staffId: own.staffId });
}

/** By the joint proposer's own will, or taken off by the author. */
export function leave(proposal: Proposal, staffId: string, deed: Act): NewEvent {
  const joint = named(proposal.jointOf(staffId));
  joint.leave(deed.at);
  return proposal.record('leave', deed, { staffId });
}

/** Whoever sits in the congress no longer does not propose any more; answers with whom. */
export function dropJointsWithoutSeat(proposal: Proposal, at: Date): string[] {
  const gone = proposal.joints.filter((joint) => joint.isNamed && !proposal.isSeated(joint.staffId));
  for (const joint of gone) joint.leave(at);
  return gone.map(({ staffId }) => staffId);
}

function named(joint: JointProposer | undefined): JointProposer {
  if (!joint?.isNamed) throw new JointProposerNotFound();
  return joint;
}
