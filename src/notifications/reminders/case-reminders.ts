import { addDays, beijingDate, type WorkingCalendar } from '../../calendar/index.js';
import type { Transaction } from '../../kernel/index.js';
import { type Reminder, type ReminderKind, stageOf } from './reminder.js';

/** Seven working days are never more calendar days than this, not even around the longest holidays. */
const HORIZON_DAYS = 31;
const RATING_STAGE = 3;

type Row = Omit<Reminder, 'kind' | 'cycle' | 'daysLeft'> & { readonly cycleId: string };

const COLUMNS = `
  'case' as "subjectType", c.id as "subjectId", c.ref, c.number, case when c.confidential then '@secrecy.title' else c.title end as title, c.congress_id as "congressId", '' as actor`;
const IN_UNIT = `unit.id as "unitId", unit.name as unit, null as "staffId"`;

const REPLIES = `
  select ${COLUMNS}, ${IN_UNIT}, c.id as "cycleId", coalesce(c.extended_until, c.due_on)::text as "dueOn"
  from handling_case c join assignment a on a.case_id = c.id and a.part = 'lead' and a.status <> 'void' join unit on unit.id = a.unit_id
  where c.status in ('assigned', 'in_handling', 'return_pending', 'in_sign_off') and coalesce(c.extended_until, c.due_on) <= $1
  union all
  select ${COLUMNS}, ${IN_UNIT}, a.id, coalesce(a.extended_until, a.due_on)::text
  from handling_case c join assignment a on a.case_id = c.id and a.part = 'separate' and a.status not in ('void', 'done')
  join unit on unit.id = a.unit_id
  where c.status in ('assigned', 'in_handling') and coalesce(a.extended_until, a.due_on) <= $1`;

const OPINIONS = `
  select ${COLUMNS}, ${IN_UNIT}, a.id as "cycleId", a.due_on::text as "dueOn"
  from assignment a join handling_case c on c.id = a.case_id join unit on unit.id = a.unit_id
  where a.part = 'assisting' and a.status in ('to_sign', 'in_handling') and a.opinion is null and a.override_reason is null
    and c.status in ('assigned', 'in_handling') and a.due_on <= $1`;

const UNSIGNED = `
  select ${COLUMNS}, ${IN_UNIT}, a.id as "cycleId", a.sign_by::text as "dueOn"
  from assignment a join handling_case c on c.id = a.case_id join unit on unit.id = a.unit_id
  where a.status = 'to_sign' and a.sign_by < $1 and c.status in ('assigned', 'in_handling')`;

const OF_PROMISES = (day: string) => `
  select ${COLUMNS}, ${IN_UNIT}, c.id as "cycleId", c.${day}::text as "dueOn"
  from handling_case c join assignment a on a.case_id = c.id and a.part = 'lead' and a.status <> 'void' join unit on unit.id = a.unit_id
  where c.status = 'follow_up' and c.${day} <= $1
  union all
  select ${COLUMNS}, ${IN_UNIT}, a.id, a.${day}::text
  from handling_case c join assignment a on a.case_id = c.id and a.part = 'separate' and a.status <> 'void' join unit on unit.id = a.unit_id
  where c.status = 'follow_up' and a.${day} <= $1`;

const MILESTONES = `
  select ${COLUMNS}, ${IN_UNIT}, m.id as "cycleId", m.due_on::text as "dueOn"
  from key_milestone m join handling_case c on c.id = m.case_id and c.key_case join unit on unit.id = m.unit_id
  where m.reached_at is null and m.dropped_because is null and c.status not in ('concluded', 'withdrawn') and m.due_on <= $1`;

const UNANSWERED = `
  select ${COLUMNS}, ${IN_UNIT}, n.id as "cycleId", n.answer_by::text as "dueOn"
  from supervision_notice n join handling_case c on c.id = n.case_id and c.status <> 'withdrawn' join unit on unit.id = n.unit_id
  where n.status = 'issued' and n.answer_by <= $1`;

const UNRATED = `
  select ${COLUMNS}, null as "unitId", '' as unit, party.staff_id as "staffId", c.id || ':' || c.round as "cycleId", c.rate_by::text as "dueOn"
  from handling_case c join case_party party on party.case_id = c.id
  where c.status = 'replied' and c.rate_by between $1 and $2
    and not exists (select from rating where case_id = c.id and round = c.round and rating.staff_id = party.staff_id)`;

/** What is due, overdue, not signed for or not rated today. */
export async function caseReminders(now: Date, calendar: WorkingCalendar, tx: Transaction): Promise<Reminder[]> {
  const today = beijingDate(now);
  const horizon = addDays(today, HORIZON_DAYS);
  const ask = async (sql: string, values: string[]) => (await tx.query(sql, values)) as Row[];
  const daysLeft = (row: Row) => calendar.workingDaysLeft(today, row.dueOn);
  const dated = (soon: ReminderKind, late: ReminderKind) => (row: Row) =>
    row.dueOn < today ? [once(late, row, daysLeft(row))] : staged(soon, row, daysLeft(row));

  const replies = (await ask(REPLIES, [horizon])).flatMap(dated('due_soon', 'overdue'));
  const opinions = (await ask(OPINIONS, [horizon])).flatMap(dated('opinion_due_soon', 'opinion_overdue'));
  const reports = (await ask(OF_PROMISES('report_due_on'), [horizon])).flatMap(
    dated('report_due_soon', 'report_overdue'),
  );
  const promises = (await ask(OF_PROMISES('promise_due_on'), [horizon])).flatMap(
    dated('promise_due_soon', 'promise_overdue'),
  );
  const notices = (await ask(UNANSWERED, [horizon])).flatMap(dated('supervision_due_soon', 'supervision_overdue'));
  const milestones = (await ask(MILESTONES, [horizon])).flatMap(dated('milestone_due_soon', 'milestone_overdue'));
  const unsigned = (await ask(UNSIGNED, [today])).map((row) => once('sign_late', row, daysLeft(row)));
  const unrated = (await ask(UNRATED, [today, horizon]))
    .filter((row) => daysLeft(row) <= RATING_STAGE)
    .map((row) => once('rating_wanted', row, daysLeft(row)));
  return [...replies, ...opinions, ...reports, ...promises, ...notices, ...milestones, ...unsigned, ...unrated];
}

function once(kind: ReminderKind, { cycleId, ...row }: Row, daysLeft: number): Reminder {
  return { ...row, kind, daysLeft, cycle: `${kind}:${cycleId}:${row.dueOn}` };
}

function staged(kind: ReminderKind, { cycleId, ...row }: Row, daysLeft: number): Reminder[] {
  const stage = stageOf(daysLeft);
  return stage === null ? [] : [{ ...row, kind, daysLeft, cycle: `${kind}:${cycleId}:${row.dueOn}:${stage}` }];
}
