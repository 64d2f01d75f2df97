import { PRESSURE_SQL } from './case-due.js';
import { CASE_STATUSES } from './case-workflow.js';

/**
 * Names of lists with the condition of each. Counters and lists share them.
 * They speak of `handling_case c` and of one row `t` with `today`, `soon_until` and `units` (the units asked for).
 */
export type Facets<Name extends string = string> = Readonly<Record<Name, string>>;

export const BOARD_FACET_NAMES = ['all', 'overdue', 'soon', ...CASE_STATUSES, 'dissatisfied'] as const;
export type BoardFacet = (typeof BOARD_FACET_NAMES)[number];

/** The committee's: every status, and what presses. */
export const BOARD_FACETS = {
  all: 'true',
  ...PRESSURE_SQL,
  dissatisfied: `c.status = 'concluded' and c.final_rating = 'dissatisfied'`,
  ...Object.fromEntries(CASE_STATUSES.map((status) => [status, `c.status = '${status}'`])),
} as Facets<BoardFacet>;

export const UNIT_FACET_NAMES = [
  'all',
  'to_sign',
  'in_handling',
  'soon',
  'overdue',
  'with_head',
  'with_leader',
  'replied',
  'follow_up',
] as const;
export type UnitFacet = (typeof UNIT_FACET_NAMES)[number];

/** A duty of the units asked for. */
export function duty(condition: string): string {
  return `exists (select 1 from assignment a where a.case_id = c.id and a.status <> 'void' and a.unit_id = any(t.units) and ${condition})`;
}

const LEADS = duty("a.part = 'lead'");

/** A separate lead is pressed by its own clock until its reply is issued. */
function leadsItsPart(due: string): string {
  const running = "a.part = 'separate' and a.status <> 'done'";
  return `(c.status in ('assigned', 'in_handling') and ${duty(`${running} and coalesce(a.extended_until, a.due_on) ${due}`)})`;
}

/** Afterwards by its own promise. */
function keepsItsPromise(due: string): string {
  return `(c.status = 'follow_up' and ${duty(`a.part = 'separate' and a.promise_due_on ${due}`)})`;
}

/** An assisting unit is pressed by the opinion it owes, not by the reply. */
function owesOpinion(due: string): string {
  const owing = "a.part = 'assisting' and a.opinion is null and a.override_reason is null";
  return `(c.status in ('assigned', 'in_handling') and ${duty(`${owing} and a.due_on ${due}`)})`;
}

/** The reply of one of these units, or of the lead unit that they assist. */
function replyIs(status: string): string {
  const own = "a.id = r.assignment_id and a.status = 'in_sign_off' and (a.part = 'lead' or a.unit_id = any(t.units))";
  return `exists (select 1 from reply r join assignment a on ${own} where r.case_id = c.id and r.round = c.round and r.amends_id is null and r.status = '${status}')`;
}

/** A unit's, as lead or as assisting. */
export const UNIT_FACETS: Facets<UnitFacet> = {
  all: duty('true'),
  to_sign: `c.status in ('assigned', 'in_handling') and ${duty("a.status = 'to_sign'")}`,
  in_handling: `c.status in ('assigned', 'in_handling', 'return_pending') and ${duty("a.status in ('in_handling', 'return_pending')")}`,
  soon: `((${LEADS} and ${PRESSURE_SQL.soon}) or ${leadsItsPart('between t.today and t.soon_until')} or ${keepsItsPromise('between t.today and t.soon_until')} or ${owesOpinion('between t.today and t.soon_until')})`,
  overdue: `((${LEADS} and ${PRESSURE_SQL.overdue}) or ${leadsItsPart('< t.today')} or ${keepsItsPromise('< t.today')} or ${owesOpinion('< t.today')})`,
  with_head: replyIs('at_head'),
  with_leader: replyIs('at_leader'),
  replied: `(c.status in ('replied', 'rated', 'concluded') or ${duty("a.part = 'separate' and a.status = 'done' and c.status = 'in_handling'")})`,
  follow_up: `c.status = 'follow_up' and ${duty("(a.part <> 'separate' or a.promise_due_on is not null)")}`,
};
