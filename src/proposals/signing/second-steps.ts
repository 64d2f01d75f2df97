import type { SessionSettings } from '../../congress/index.js';
import { type Act, ActionNotAvailable, type NewEvent } from '../../kernel/index.js';
import { ProposalSecond } from './proposal-second.entity.js';
import type { Proposal } from '../proposal.entity.js';
import { signaturesOf } from './signatures.js';
import { CannotBeInvited, ChangedSinceRead, SecondNotFound } from '../proposal.errors.js';

/** Asks a delegate to second; who was cancelled or declined before may be asked again. Null when already asked. */
export function inviteToSecond(proposal: Proposal, staffId: string, deed: Act): NewEvent | null {
  if (staffId === proposal.authorId) throw new CannotBeInvited('author');
  if (proposal.jointOf(staffId)?.isNamed) throw new CannotBeInvited('joint');
  const earlier = proposal.secondOf(staffId);
  if (earlier?.status === 'invited' || earlier?.status === 'seconded') return null;
  if (earlier) earlier.inviteAgain(deed.at);
  else proposal.seconds.push(ProposalSecond.invite(proposal.id, staffId, deed.at));
  return proposal.record('invite', deed, { staffId });
}

export function cancelInvitation(proposal: Proposal, secondId: string, deed: Act): NewEvent {
  const second = proposal.seconds.find(({ id }) => id === secondId);
  if (!second?.isWanted(proposal.textVersion)) throw new SecondNotFound();
  second.cancel(deed.at);
  return proposal.record('cancel_invitation', deed, { staffId: second.staffId });
}

/** Refuses an answer to a text that was changed while it was being read. */
export function requireRead(proposal: Proposal, mark: string): void {
  if (mark !== '' && mark !== proposal.matterMark) throw new ChangedSinceRead();
}

/** Signs the text as it stands. Null when this person has signed it already. */
export function second(proposal: Proposal, remark: string, rules: SessionSettings, deed: Act): NewEvent | null {
  const own = wantedFrom(proposal, deed);
  if (own.countsFor(proposal.textVersion)) return null;
  own.sign(proposal.textVersion, remark, deed.at);
  proposal.keepSignedText(deed.at);
  const { agreed: count, needed: required } = signaturesOf(proposal, rules);
  const { staffId } = own;
  const data = { staffId, count, required, reached: count === required, textVersion: proposal.textVersion };
  return proposal.record('second', deed, data, remark);
}

export function declineToSecond(proposal: Proposal, remark: string, deed: Act): NewEvent | null {
  const own = wantedFrom(proposal, deed);
  if (own.status === 'declined') return null;
  refuseTakingBack(own, proposal);
  own.decline(remark, deed.at);
  return proposal.record('decline_to_second', deed, { staffId: own.staffId }, remark);
}

/** A signature under what was handed in stands; only a changed text asks anew. */
function refuseTakingBack(own: ProposalSecond, { status, textVersion }: Proposal): void {
  if (status === 'returned' && own.countsFor(textVersion))
    throw new ActionNotAvailable('proposal.decline_to_second', status);
}

function wantedFrom(proposal: Proposal, { by }: Act): ProposalSecond {
  const own = proposal.secondOf(by.staffId);
  if (!own || own.status === 'cancelled') throw new SecondNotFound();
  return own;
}
