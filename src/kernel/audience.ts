import type { Actor } from './actor.js';

/**
 * Who may read a record: the keys of which a reader must hold at least one. Every readable record stores its audience in a
 * `text[]` column, so that the one rule has two equal forms: `mayRead` for a loaded record, `audience && :keys` for a query.
 */
export type Audience = readonly string[];

export const PUBLIC: Audience = ['public'];

export function mayRead(audience: Audience, actor: Actor): boolean {
  return audience.some((key) => actor.keys.has(key));
}
