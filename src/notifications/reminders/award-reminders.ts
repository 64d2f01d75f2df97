import { addDays, beijingDate, type WorkingCalendar } from '../../calendar/index.js';
import type { Transaction } from '../../kernel/index.js';
import type { Reminder, ReminderKind } from './reminder.js';

const HORIZON_DAYS = 31;
const LAST_DAYS = 3;

interface Row {
  readonly kind: ReminderKind;
  readonly sessionId: string;
  readonly code: string;
  readonly congressId: string;
  readonly congress: string;
  readonly staffId: string;
  readonly dueOn: string;
}

const SEATED = `seat.valid_from <= current and (seat.valid_until is null or seat.valid_until >= current)`;

// Heads and deputies whose delegation has nominated nothing; members and chairs with a candidate that is not their own and not scored.
const owedOn = (day: string) => `
  with open as (
    select round.*, term.id as term_id, term.congress_id, congress.name as congress, ${day} as current,
      case when unit.parent_id is null then '' else congress.code || '-' end || term.number || '-' || session.number as code
    from award_round round join congress_session session on session.id = round.session_id and session.status <> 'archived'
    join congress_term term on term.id = session.term_id join congress on congress.id = term.congress_id join unit on unit.id = congress.unit_id
    where round.status = 'nominating'
  )
  select 'award_nominate_soon' as kind, open.session_id, code, open.congress_id, open.congress, seat.staff_id, nominate_by as due_on
  from open join delegate seat on seat.term_id = open.term_id and seat.post in ('head', 'deputy') and ${SEATED}
  where nominate_by >= current
    and not exists (select from award_nomination where session_id = open.session_id and delegation_id = seat.delegation_id)
  union
  select 'award_score_soon', open.session_id, code, open.congress_id, open.congress, seat.staff_id, score_by
  from open join committee_seat seat on seat.term_id = open.term_id and seat.role in ('committee_member', 'committee_chair') and ${SEATED}
  join award_nomination nomination on nomination.session_id = open.session_id
  join proposal on proposal.id = nomination.proposal_id and proposal.status = 'filed' and 'staff' = any(proposal.audience)
  where score_by >= current and seat.staff_id <> proposal.author_id and seat.staff_id is distinct from proposal.speaker_id
    and not exists (select from proposal_second where proposal_id = proposal.id and staff_id = seat.staff_id and status = 'seconded')
    and not exists (select from proposal_joint where proposal_id = proposal.id and staff_id = seat.staff_id and status = 'joined')
    and not exists (select from award_score where session_id = open.session_id and proposal_id = proposal.id and staff_id = seat.staff_id)`;

/** Three working days before the last day for nominating or scoring, once; a missed morning is made up. */
export async function awardReminders(now: Date, calendar: WorkingCalendar, tx: Transaction): Promise<Reminder[]> {
  const today = beijingDate(now);
  const rows = (await tx.query(
    `select kind, session_id as "sessionId", code, congress_id as "congressId", congress, staff_id as "staffId", due_on::text as "dueOn"
     from (${owedOn('$1::date')}) owed where due_on <= $2 order by kind, staff_id`,
    [today, addDays(today, HORIZON_DAYS)],
  )) as Row[];
  return rows.flatMap((row) => {
    const daysLeft = calendar.workingDaysLeft(today, row.dueOn);
    return daysLeft > LAST_DAYS ? [] : [reminderOf(row, daysLeft)];
  });
}

function reminderOf({ kind, sessionId, code, congress, congressId, staffId, dueOn }: Row, daysLeft: number): Reminder {
  const subject = { subjectType: 'award', subjectId: sessionId, ref: code, number: code, title: congress } as const;
  const whom = { congressId, unitId: null, unit: '', staffId, actor: '', page: `/congress/${code}/awards` };
  return { kind, cycle: `${kind}:${sessionId}:${dueOn}`, ...subject, ...whom, dueOn, daysLeft };
}

/** Whether it is still owed when the mail goes out: $1 the session, $2 the person. */
const stillOwed = (kind: ReminderKind, lastDay: string) => `
  select from (${owedOn(lastDay)}) owed where kind = '${kind}' and session_id = $1 and staff_id::text = $2`;
export const AWARD_NOT_NOMINATED = stillOwed('award_nominate_soon', 'round.nominate_by');
export const AWARD_NOT_SCORED = stillOwed('award_score_soon', 'round.score_by');
