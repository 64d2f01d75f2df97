import { createHash } from 'node:crypto';
import type { LedgerEvent } from '../kernel/index.js';

/** Hash of one event together with the one before it: whoever alters a row breaks every later link of the same subject. */
export function linkHash(event: Omit<LedgerEvent, 'hash'>, previousHash: string | null): string {
  const { id, subjectType, subjectId, position, action, actorId, actorName, role, at, from, to, note, data } = event;
  return fingerprint(
    canonical([
      previousHash,
      id,
      subjectType,
      subjectId,
      position,
      action,
      actorId,
      actorName,
      role,
      at.toISOString(),
      from,
      to,
      note,
      data,
    ]),
  );
}

/** SHA-256 of a text, hexadecimal: put it into an event's data to make the text provable. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with sorted keys, as PostgreSQL's jsonb does not keep their order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
