import type { CongressSession } from '../../../congress/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import { isLate } from '../../late/handed-in-as.js';
import type { Circumstances } from '../../proposal-conditions.js';
import type { Proposal } from '../../proposal.entity.js';
import { signaturesOf } from '../signatures.js';

/** While signatures are collected: how many are still wanted, and who goes on then. */
export function signingNext(proposal: Proposal, { settings }: CongressSession): Message | null {
  const { status, kind, presentMembers } = proposal;
  if (status !== 'seconding') return null;
  if (kind === 'collective' && presentMembers.length === 0) return msg('signing.next.presence');
  const { present, agreed: n, lacking } = signaturesOf(proposal, settings);
  const signers = kind === 'collective' ? 'members' : 'seconders';
  return msg(`signing.next.${signers}.${lacking === 0 ? 'enough' : 'lacking'}`, { present, n, lacking });
}

/** Until when the session takes proposals, and what it means to come later. */
export function windowText({ session, now }: Circumstances): Message | null {
  const { windowFrom: from, windowUntil: until } = session.dates;
  if (from === null || until === null) return null;
  if (isLate(session, now))
    return msg(`signing.window.${session.settings.betweenSessionFiling ? 'between' : 'over'}`, { until });
  return msg(`signing.window.${session.isWindowOpen(now) ? 'open' : 'ahead'}`, { from, until });
}

/** The same, while it still matters for a proposal. */
export function windowFor(proposal: Proposal | null, circumstances: Circumstances): Message | null {
  const isBeingWritten = proposal === null || proposal.status === 'draft' || proposal.status === 'seconding';
  if (!isBeingWritten || proposal?.waitsForSession === true) return null;
  const { session, now } = circumstances;
  const askedAt = proposal?.checkRequestedAt ?? null;
  const isKept = askedAt !== null && isLate(session, now) && !isLate(session, askedAt);
  return isKept ? msg('signing.window.kept') : windowText(circumstances);
}

/** Until when the presidium can be asked to look again. */
export function secondLookText(proposal: Proposal, circumstances: Circumstances): Message | null {
  const { status, secondLookBy: date } = proposal;
  if (status !== 'declined' || date === null) return null;
  return proposal.missing('ask_second_look', circumstances).length > 0
    ? null
    : msg('deliberation.secondLook.lead', { date });
}

/** Until when a signature is of use. */
export function answerBy({ session, now }: Circumstances): Message | null {
  const { windowUntil: until } = session.dates;
  return until !== null && session.isWindowOpen(now) ? msg('signing.window.answer', { until }) : null;
}
