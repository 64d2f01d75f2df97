import { isId } from '../../../kernel/index.js';
import type { Assignment } from '../assignment.entity.js';

/** Which duty a page speaks of, as its address names it; nothing where the case has one lead. */
export function dutyQuery({ id, part }: Pick<Assignment, 'id' | 'part'>): string {
  return part === 'separate' ? `?duty=${id}` : '';
}

/** What of the address is the id of a duty. */
export function dutyNamed(query: unknown): string | null {
  return isId(query) ? query : null;
}

/** Adds to an address that may have a query already. */
export function withQuery(address: string, query: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}
