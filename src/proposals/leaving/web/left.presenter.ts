import { type Message, msg } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import type { ProposalStatus } from '../../proposal-workflow.js';
import type { Proposal } from '../../proposal.entity.js';

type People = ReadonlyMap<string, Staff>;

const IN_WRITING: readonly ProposalStatus[] = ['draft', 'seconding'];

/** Who of those who wrote or signed it has left, and what that means for it. */
export function presentLeft(proposal: Proposal, people: People): Message[] {
  return [...authorLeft(proposal, people), ...jointsLeft(proposal, people), ...signersLeft(proposal, people)];
}

function authorLeft({ authorId, speakerId }: Proposal, people: People): Message[] {
  const [author, speaker] = [people.get(authorId)!, speakerId && people.get(speakerId)];
  if (speaker)
    return [msg('filing.left.takenOver', { author: author.name, speaker: speaker.name, unit: speaker.unit.name })];
  return author.active ? [] : [msg('filing.left.author', { name: author.name })];
}

function jointsLeft({ joints }: Proposal, people: People): Message[] {
  const gone = joints.filter(({ hasJoined, staffId }) => hasJoined && !people.get(staffId)!.active);
  return gone.length === 0 ? [] : [msg('filing.left.joints', { names: namesOf(gone, people) })];
}

function signersLeft(proposal: Proposal, people: People): Message[] {
  const gone = proposal.seconds.filter((one) => one.status === 'seconded' && !proposal.isSeated(one.staffId));
  if (gone.length === 0) return [];
  const counts = IN_WRITING.includes(proposal.status) ? 'lost' : 'kept';
  return [msg(`filing.left.signers.${counts}`, { names: namesOf(gone, people) })];
}

function namesOf(some: readonly { staffId: string }[], people: People): string {
  return some.map(({ staffId }) => people.get(staffId)!.name).join('、');
}
