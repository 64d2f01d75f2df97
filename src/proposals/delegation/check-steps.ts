import type { CongressSession } from '../../congress/index.js';
import type { Act, NewEvent } from '../../kernel/index.js';
import type { Circumstances } from '../proposal-conditions.js';
import type { Proposal } from '../proposal.entity.js';
import type { Entry, Place } from '../writing/registration.js';

/** 团审: the setting of the session; what a delegation proposes itself it does not check. */
export function isCheckWanted({ kind }: Proposal, { settings }: CongressSession): boolean {
  return settings.delegationCheck && kind !== 'collective';
}

/** The first handing in is the moment that counts for the window, whatever the delegation does later. */
export function submitForCheck(proposal: Proposal, place: Place, circumstances: Circumstances, deed: Act): NewEvent {
  proposal.require('submit_for_check', circumstances);
  const change = {
    ...place,
    checkRequestedAt: proposal.checkRequestedAt ?? deed.at,
    checkNote: null,
    submittedVersion: proposal.textVersion,
  };
  return proposal.record('submit_for_check', deed, { ...proposal.handedIn() }, '', change);
}

/** Gets its serial number here. */
export function passCheck(proposal: Proposal, entry: Entry, note: string, deed: Act): NewEvent {
  const change = { ...entry, submittedAt: deed.at };
  return proposal.record('pass_check', deed, { ...proposal.handedIn() }, note, change);
}

/** Back to the author; signatures under an unchanged matter stay good. */
export function returnFromCheck(proposal: Proposal, note: string, deed: Act): NewEvent {
  return proposal.record('return_from_check', deed, {}, note, { checkNote: note, submittedVersion: null });
}
