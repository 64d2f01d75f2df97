import type { OpenDate } from '../calendar/index.js';
import type { Transaction } from '../kernel/index.js';

const DAY = (instant: string) => `(${instant} at time zone 'Asia/Shanghai')::date::text`;
const LAST = (actions: string) => `
  select at, action from ledger_event
  where subject_type = 'proposal' and subject_id = p.id and action in (${actions}) order by position desc limit 1`;

const MATTER = `
  false as shifted, 'proposal' as "subjectType", p.id as "subjectId", coalesce(p.serial, p.id::text) as ref, coalesce(p.serial, '') as number,
  p.title, p.congress_id as "congressId"`;
/** Nothing of an archived session moves, and where no committee decides no clock of it runs. */
const GOING_ON = `
  proposal p join congress_session session on session.id = p.session_id and session.status <> 'archived'
  join congress on congress.id = p.congress_id and not congress.light`;

const REVIEW_BEGINS = `'submit', 'pass_check', 'enter_paper', 'submit_suggestion', 'receive', 'resubmit', 'refer', 'ask_second_look', 'review_as_it_was', 'come_back'`;

const DECISIONS = `
  select p.id as "holderId", 'decision' as field, p.review_by::text as "on", ${DAY('begun.at')} as "from", ${MATTER}, '' as unit
  from ${GOING_ON} join lateral (${LAST(REVIEW_BEGINS)}) begun on true
  where p.status in ('submitted', 'under_review', 'referred') and p.review_by is not null`;

/** An extended period ends on a day that was chosen. */
const COMPLETIONS = `
  select p.id as "holderId", 'completion' as field, p.complete_by::text as "on", ${DAY('returned.at')} as "from", ${MATTER}, '' as unit
  from ${GOING_ON} join lateral (${LAST("'return_for_completion', 'extend_completion'")}) returned on returned.action = 'return_for_completion'
  where p.status = 'returned' and p.complete_by is not null`;

const SECOND_LOOKS = `
  select p.id as "holderId", 'second_look' as field, p.second_look_by::text as "on", ${DAY('p.decided_at')} as "from", ${MATTER}, '' as unit
  from ${GOING_ON}
  where p.status = 'declined' and p.second_look_by is not null and p.second_look_at is null and p.decided_at is not null`;

const INQUIRIES = `
  select inquiry.id as "holderId", 'inquiry' as field, inquiry.due_on::text as "on", ${DAY('inquiry.asked_at')} as "from", ${MATTER}, unit.name as unit
  from ${GOING_ON} join review_inquiry inquiry on inquiry.proposal_id = p.id join unit on unit.id = inquiry.unit_id
  where inquiry.answer is null and p.status in ('under_review', 'referred')`;

/** Every date of a proposal that was counted: the decision, the completion, the second look, what units were asked. */
export function openProposalDates(tx: Transaction): Promise<OpenDate[]> {
  return tx.query([DECISIONS, COMPLETIONS, SECOND_LOOKS, INQUIRIES].join(' union all ')) as Promise<OpenDate[]>;
}
