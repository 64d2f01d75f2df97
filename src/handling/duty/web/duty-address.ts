import { isId } from '../../../kernel/index.js';
import type { Assignment } from '../assignment.entity.js';

/** A case, and which of its leading units is spoken of; null where the address names none. */
export interface DutyPlace {
  readonly ref: string;
  readonly dutyId: string | null;
}

/** Which duty a page speaks of, as its address names it; nothing where the case has one lead. */
export function dutyQuery({ id, part }: Pick<Assignment, 'id' | 'part'>): string {
  return queryOf(part === 'separate' ? id : null);
}

/** The same for an id that is known already. */
export function queryOf(dutyId: string | null): string {
  return dutyId === null ? '' : `?duty=${dutyId}`;
}

/** What of the address is the id of a duty. */
export function dutyNamed(query: unknown): string | null {
  return isId(query) ? query : null;
}

/** Adds to an address that may have a query already. */
export function withQuery(address: string, query: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}
