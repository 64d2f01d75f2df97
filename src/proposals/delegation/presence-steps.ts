import type { Act, NewEvent } from '../../kernel/index.js';
import { ProposalSecond } from '../signing/proposal-second.entity.js';
import type { Proposal } from '../proposal.entity.js';
import { CannotBeInvited } from '../proposal.errors.js';

/**
 * 登记出席代表: exactly these members are present, besides the author. Who is added is asked to agree; who is taken off no longer counts, whatever
 * was answered before. Null when nothing is different.
 */
export function recordPresence(
  proposal: Proposal,
  present: readonly string[],
  members: readonly string[],
  deed: Act,
): NewEvent | null {
  const wanted = present.filter((staffId) => staffId !== proposal.authorId);
  if (!wanted.every((staffId) => members.includes(staffId))) throw new CannotBeInvited('no_member');
  const before = proposal.seconds.filter(({ status }) => status !== 'cancelled').map(({ staffId }) => staffId);
  const added = wanted.filter((staffId) => !before.includes(staffId));
  const removed = before.filter((staffId) => !wanted.includes(staffId));
  if (added.length + removed.length === 0) return null;
  for (const staffId of added) add(proposal, staffId, deed.at);
  for (const staffId of removed) proposal.secondOf(staffId)!.cancel(deed.at);
  return proposal.record('record_presence', deed, { present: wanted.length + 1, added, removed });
}

function add(proposal: Proposal, staffId: string, at: Date): void {
  const earlier = proposal.secondOf(staffId);
  if (earlier) earlier.inviteAgain(at);
  else proposal.seconds.push(ProposalSecond.invite(proposal.id, staffId, at));
}
