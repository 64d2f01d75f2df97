import type { CongressSession } from '../../../congress/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import type { Proposal } from '../../proposal.entity.js';
import { signaturesOf } from '../signatures.js';

/** How many have signed, and how many must: seconders, or the members of a delegation. */
export function signaturesText(proposal: Proposal, { settings }: CongressSession): Message {
  const { present, agreed: n, needed: required, lacking } = signaturesOf(proposal, settings);
  if (proposal.kind !== 'collective') return msg('proposals.seconders.progress', { n, required });
  return msg(lacking === 0 ? 'filing.members.enough' : 'filing.members.progress', { present, n, required, lacking });
}
