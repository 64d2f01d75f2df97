import { linkHash } from '../../ledger/index.js';
import type { Person } from './school.js';
import type { Random } from './random.js';
import type { Row } from './rows.js';

export interface Happening {
  readonly action: string;
  readonly by: Person;
  readonly role: string;
  readonly at: Date;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly note?: string;
}

/** The events of one subject, linked as the ledger links them: `verify-ledger` finds them whole. */
export function chainOf(
  subjectType: string,
  subjectId: string,
  data: Readonly<Record<string, unknown>>,
  happenings: readonly Happening[],
  random: Random,
): Row[] {
  let previousHash: string | null = null;
  return happenings.map(({ action, by, role, at, from = null, to = null, note = null }, i) => {
    const event = { id: random.id(at), subjectType, subjectId, position: i + 1, action };
    const whole = { ...event, actorId: by.id, actorName: by.name, role, at, from, to, note, data };
    const hash = linkHash(whole, previousHash);
    const row = {
      id: event.id,
      subject_type: subjectType,
      subject_id: subjectId,
      position: event.position,
      action,
      actor_id: by.id,
      actor_name: by.name,
      role,
      at,
      from_status: from,
      to_status: to,
      note,
      data,
      previous_hash: previousHash,
      hash,
    };
    previousHash = hash;
    return row;
  });
}
