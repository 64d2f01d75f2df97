import { msg } from '../../kernel/index.js';
import type { LedgerEntry } from '../../ledger/index.js';

const MOST_EVENTS = 50;

/** The events of a record of the administration, the latest first, for `components/timeline`. */
export function presentHistory(entries: readonly LedgerEntry[]) {
  return entries
    .toReversed()
    .slice(0, MOST_EVENTS)
    .map(({ at, actorName, role, subjectType, action, note }) => ({
      at,
      who: actorName === 'system' ? '' : actorName,
      role: role === null ? null : msg(`identity.roles.${role}`),
      what: msg(`organization.history.${subjectType}.${action}`),
      note,
      signature: null,
      tone: 'neutral',
    }));
}
