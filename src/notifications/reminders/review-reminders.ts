import { addDays, beijingDate, type WorkingCalendar } from '../../calendar/index.js';
import type { CommitteeRole } from '../../congress/index.js';
import type { Transaction } from '../../kernel/index.js';
import { type Reminder, type ReminderKind, stageOf } from './reminder.js';

const HORIZON_DAYS = 31;
/** A decision is announced late in its time: the committee sees its whole list every day. */
const REVIEW_STAGE = 3;

interface Row {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly congressId: string;
  readonly dueOn: string;
  readonly status: string;
  readonly authorId: string;
  readonly inquiryId: string | null;
  readonly unitId: string | null;
  readonly unit: string;
}

const COLUMNS = `proposal.id, serial as ref, title, congress_id as "congressId", status, author_id as "authorId"`;
const NO_UNIT = `null as "inquiryId", null as "unitId", '' as unit`;

const DECISIONS = `
  select ${COLUMNS}, ${NO_UNIT}, review_by::text as "dueOn" from proposal
  where status in ('submitted', 'under_review', 'referred') and review_by <= $1`;
const COMPLETIONS = `
  select ${COLUMNS}, ${NO_UNIT}, complete_by::text as "dueOn" from proposal where status = 'returned' and complete_by <= $1`;
const INQUIRIES = `
  select ${COLUMNS}, inquiry.id as "inquiryId", unit.id as "unitId", unit.name as unit, due_on::text as "dueOn"
  from review_inquiry inquiry join proposal on proposal.id = proposal_id join unit on unit.id = inquiry.unit_id
  where answer is null and status in ('under_review', 'referred') and due_on <= $1`;

/** Decisions, completions and opinions of units that are due soon or overdue. */
export async function reviewReminders(now: Date, calendar: WorkingCalendar, tx: Transaction): Promise<Reminder[]> {
  const today = beijingDate(now);
  const ask = async (sql: string) => (await tx.query(sql, [addDays(today, HORIZON_DAYS)])) as Row[];
  const dated =
    (soon: ReminderKind, late: ReminderKind, from = Infinity) =>
    (row: Row) => {
      const daysLeft = calendar.workingDaysLeft(today, row.dueOn);
      if (row.dueOn < today) return [remind(late, row, daysLeft, 'late')];
      const stage = stageOf(daysLeft);
      return stage === null || daysLeft > from ? [] : [remind(soon, row, daysLeft, String(stage))];
    };
  const decisions = (await ask(DECISIONS)).flatMap((row) =>
    dated('review_due_soon', 'review_overdue', REVIEW_STAGE)(row).map((one) => atTheDesk(one, row.status)),
  );
  const completions = (await ask(COMPLETIONS)).flatMap(dated('completion_due_soon', 'completion_overdue'));
  const overdue = completions.filter(({ kind }) => kind === 'completion_overdue');
  const inquiries = (await ask(INQUIRIES)).flatMap(dated('inquiry_due_soon', 'inquiry_overdue'));
  return [...decisions, ...completions, ...overdue.map((one) => atTheDesk(one, 'returned')), ...inquiries];
}

/** The same for those who decide about it. */
function atTheDesk(reminder: Reminder, status: string): Reminder {
  const seats: readonly CommitteeRole[] =
    status === 'referred' ? ['presidium'] : ['committee_secretary', 'committee_chair'];
  const page = `/review/${reminder.ref}${status === 'returned' ? '/completion' : ''}`;
  return { ...reminder, staffId: null, seats, page };
}

function remind(kind: ReminderKind, row: Row, daysLeft: number, stage: string): Reminder {
  const { id, ref, title, congressId, dueOn, authorId, inquiryId, unitId, unit } = row;
  const subject = { subjectType: 'proposal', subjectId: id, ref, number: ref } as const;
  const whom = inquiryId ? { unitId, staffId: null, page: `/inquiries/${inquiryId}` } : { unitId, staffId: authorId };
  const cycle = `${kind}:${inquiryId ?? id}:${dueOn}:${stage}`;
  return { kind, cycle, ...subject, title, congressId, dueOn, daysLeft, unit, actor: '', ...whom };
}
