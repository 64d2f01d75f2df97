import type { Act, NewEvent } from '../../kernel/index.js';
import type { Circumstances } from '../proposal-conditions.js';
import type { Proposal } from '../proposal.entity.js';

/** Hands the decision to the presidium, which gets days of its own for it. */
export function refer(proposal: Proposal, reason: string, reviewBy: string, deed: Act): NewEvent {
  return proposal.record('refer', deed, { reviewBy }, reason, { reviewBy });
}

/** 复议: once, and within the period. */
export function askSecondLook(
  proposal: Proposal,
  reason: string,
  reviewBy: string,
  deed: Act,
  circumstances: Circumstances,
): NewEvent {
  proposal.require('ask_second_look', circumstances);
  const change = { reviewBy, secondLookAt: deed.at, secondLookReason: reason };
  return proposal.record('ask_second_look', deed, { reviewBy }, reason, change);
}
