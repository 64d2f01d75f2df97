import { type CongressSession, type Delegate, sessionNumbers } from '../../congress/index.js';
import type { Act, NewEvent } from '../../kernel/index.js';
import type { Circumstances } from '../proposal-conditions.js';
import type { Proposal } from '../proposal.entity.js';
import type { Entry } from '../writing/registration.js';

/** 合理化建议: needs no seconders; the committee passes it on or declines it, and never files it. */
export function handInAsSuggestion(
  proposal: Proposal,
  circumstances: Circumstances,
  entry: Entry,
  deed: Act,
): NewEvent {
  proposal.require('submit_suggestion', circumstances);
  const change = { ...entry, ...NO_LONGER_WAITING, handedInAs: 'suggestion', submittedAt: deed.at } as const;
  const submittedVersion = proposal.textVersion;
  return proposal.record('submit_suggestion', deed, proposal.handedIn(), '', { ...change, submittedVersion });
}

/** 留待下次会议: the text stays, the signatures do not: they were given for this session. */
export function carryOver(proposal: Proposal, circumstances: Circumstances, deed: Act): NewEvent | null {
  if (proposal.waitsForSession) return null;
  proposal.require('carry_over', circumstances);
  const signers = proposal.seconds.filter(({ status }) => status === 'invited' || status === 'seconded');
  for (const second of signers) second.cancel(deed.at);
  const staffId = signers.map((second) => second.staffId);
  const change = { waitsForSession: true, checkRequestedAt: null, submittedVersion: null };
  return proposal.record('carry_over', deed, { staffId }, '', change);
}

/** The next session is there: the draft is one of its drafts. */
export function moveTo(session: CongressSession, seat: Delegate | null, proposal: Proposal, deed: Act): NewEvent {
  const stays = proposal.kind === 'collective' ? proposal.delegationId : null;
  const place = { sessionId: session.id, delegationId: seat?.delegationId ?? stays };
  const { term, number } = sessionNumbers(session);
  return proposal.record('move_to_session', deed, { term, session: number }, '', { ...place, ...NO_LONGER_WAITING });
}

export const NO_LONGER_WAITING = { waitsForSession: false } as const;
