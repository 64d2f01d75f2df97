import type { Rule } from './rule.js';

/** Administration is the right over master data of a unit and its subtree; it opens nothing that people write. */
export const administers: Rule<string> = (actor, unitId) =>
  actor.is('administrator', unitId) ? 'administrator' : null;

/** What concerns everybody (calendar, settings): for an administrator of the root of the tree. */
export const administersSite: Rule<null> = (actor) => (actor.is('site_administrator') ? 'administrator' : null);
