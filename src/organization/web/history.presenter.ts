import { type Message, msg } from '../../kernel/index.js';
import type { LedgerEntry } from '../../ledger/index.js';

const MOST_EVENTS = 50;

/** The events of a record of the administration, the latest first, for `components/timeline`. */
export function presentHistory(entries: readonly LedgerEntry[]) {
  return entries
    .toReversed()
    .slice(0, MOST_EVENTS)
    .map(({ at, actorName, role, subjectType, action, note, data }) => ({
      at,
      who: actorName === 'system' ? '' : actorName,
      role: role === null ? null : msg(`identity.roles.${role}`),
      what: msg(`organization.history.${subjectType}.${action}`),
      note: note ?? namesIn(data),
      signature: null,
      tone: 'neutral',
    }));
}

/** What a unit was called before, and into which one it was merged. */
function namesIn({ before, successor }: Readonly<Record<string, unknown>>): Message | null {
  const former = (before as { name?: unknown } | undefined)?.name;
  if (typeof former === 'string') return msg('mergers.formerName', { name: former });
  return typeof successor === 'string' ? msg('mergers.into', { name: successor }) : null;
}
