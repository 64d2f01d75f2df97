import type { OpenDate } from '../../calendar/index.js';
import type { Transaction } from '../../kernel/index.js';

const DAY = (instant: string) => `(${instant} at time zone 'Asia/Shanghai')::date::text`;
const LAST = (actions: string) => `
  select at, action from ledger_event
  where subject_type = 'case' and subject_id = c.id and action in (${actions}) order by position desc limit 1`;

const MATTER = `
  'case' as "subjectType", c.id as "subjectId", c.ref, c.number, c.title, c.congress_id as "congressId"`;
/** What is archived does not move any more. */
const GOING_ON = `
  handling_case c join congress_session governing on governing.id = coalesce(c.carried_to, c.session_id) and governing.status <> 'archived'`;
const DUTIES = `${GOING_ON} join assignment a on a.case_id = c.id join unit on unit.id = a.unit_id`;

const SIGNS = `
  select a.id as "holderId", 'sign' as field, a.sign_by::text as "on", ${DAY('a.assigned_at')} as "from", false as shifted, ${MATTER}, unit.name as unit
  from ${DUTIES}
  where a.status = 'to_sign' and a.override_reason is null and c.status in ('assigned', 'in_handling', 'return_pending', 'in_sign_off')`;

/** A further round has a clock of its own, counted from the order; a final one, an extension and a chosen day are given as dates. */
const REPLIES = `
  select a.id as "holderId", 'reply' as field, a.due_on::text as "on",
    ${DAY('case when ordered.at > a.assigned_at then ordered.at else a.assigned_at end')} as "from", false as shifted, ${MATTER}, unit.name as unit
  from ${DUTIES} left join lateral (${LAST("'order_second_handling', 'order_final_handling'")}) ordered on true
  where a.part in ('lead', 'separate') and a.status not in ('void', 'done') and not a.due_chosen
    and c.status in ('assigned', 'in_handling', 'return_pending', 'in_sign_off')
    and case a.part when 'lead' then c.extended_until else a.extended_until end is null`;

const OPINIONS = `
  select a.id as "holderId", 'opinion' as field, a.due_on::text as "on", ${DAY('a.assigned_at')} as "from", false as shifted, ${MATTER}, unit.name as unit
  from ${DUTIES}
  where a.part = 'assisting' and a.status not in ('void', 'done') and not a.due_chosen and a.opinion is null and a.override_reason is null
    and c.status in ('assigned', 'in_handling', 'return_pending', 'in_sign_off')`;

const RATINGS = `
  select c.id as "holderId", 'rating' as field, c.rate_by::text as "on", ${DAY('issued.at')} as "from", false as shifted, ${MATTER}, '' as unit
  from ${GOING_ON} join lateral (${LAST("'issue_reply', 'complete_parts', 'amend_reply'")}) issued on true
  where c.status = 'replied' and c.rate_by is not null`;

/** The last quarter's day that has come by the due day is the one from which it was shifted. */
const REPORTS = `
  select case a.part when 'separate' then a.id else c.id end as "holderId", 'report' as field, own.report_due_on::text as "on",
    quarter.day::text as "from", true as shifted, ${MATTER}, unit.name as unit
  from ${DUTIES}
  cross join lateral (
    select case a.part when 'separate' then a.report_due_on else c.report_due_on end as report_due_on,
      case a.part when 'separate' then a.done_at else c.replied_at end as replied_at) own
  cross join lateral (
    select max(day) as day from (
      select (${DAY('own.replied_at')}::date + n * interval '3 months')::date as day from generate_series(1, 80) n) days
    where day <= own.report_due_on) quarter
  where c.status = 'follow_up' and a.part in ('lead', 'separate') and a.status <> 'void' and own.report_due_on is not null and quarter.day is not null`;

/** Every date of a running case that was counted: who signs, replies, gives an opinion, rates or reports, and by when. */
export function openCaseDates(tx: Transaction): Promise<OpenDate[]> {
  return tx.query([SIGNS, REPLIES, OPINIONS, RATINGS, REPORTS].join(' union all ')) as Promise<OpenDate[]>;
}
