import type { SessionSettings } from '../../congress/index.js';
import type { ProposalRecord } from '../proposal-record.js';
import { neededOf } from '../delegation/quorum.js';

/** How many signatures there are under the present text, and how many there must be. */
export interface Signatures {
  readonly present: number;
  readonly agreed: number;
  readonly needed: number;
  /** How many are still needed. */
  readonly lacking: number;
}

type Rules = Pick<SessionSettings, 'secondersRequired' | 'collectiveQuorum'>;

export function signaturesOf(proposal: ProposalRecord, rules: Rules): Signatures {
  const { present, agreed } = proposal.kind === 'collective' ? membersOf(proposal) : secondersOf(proposal);
  const needed = proposal.kind === 'collective' ? neededOf(present, rules.collectiveQuorum) : rules.secondersRequired;
  return { present, agreed, needed, lacking: Math.max(0, needed - agreed) };
}

function secondersOf({ seconds, secondCount }: ProposalRecord): { present: number; agreed: number } {
  return { present: seconds.length, agreed: secondCount };
}

/** 出席代表: whoever was recorded as present and still belongs to the delegation; who wrote the text agrees to it, once. */
function membersOf(proposal: ProposalRecord): { present: number; agreed: number } {
  const writer = proposal.isStanding(proposal.authorId) ? 1 : 0;
  return { present: writer + proposal.presentMembers.length, agreed: writer + proposal.secondCount };
}
