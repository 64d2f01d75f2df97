import { addDays, beijingDate } from '../../calendar/index.js';
import type { Transaction } from '../../kernel/index.js';
import { type Reminder, type ReminderKind, stageOf } from './reminder.js';

const LONGEST_STAGE_DAYS = 7;
const DAY_MS = 86_400_000;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly congressId: string;
  readonly until: Date;
  readonly staffId: string;
  readonly actor: string;
}

const IN_OPEN_WINDOW = `
  join congress_session session on session.id = proposal.session_id
  where session.status = 'open' and session.window_from <= $1 and session.window_until > $1 and session.window_until <= $2`;

const DRAFTS = `
  select proposal.id, case when proposal.confidential then '@secrecy.title' else proposal.title end as title, proposal.congress_id as "congressId", window_until as until, author_id as "staffId", '' as actor
  from proposal ${IN_OPEN_WINDOW} and proposal.status in ('draft', 'seconding')`;

const INVITATIONS = `
  select proposal.id, case when proposal.confidential then '@secrecy.title' else proposal.title end as title, proposal.congress_id as "congressId", window_until as until, second.staff_id as "staffId", author.name as actor
  from proposal join proposal_second second on second.proposal_id = proposal.id join staff author on author.id = author_id
  ${IN_OPEN_WINDOW} and proposal.status = 'seconding' and second.status = 'invited'`;

/** Proposals that are not handed in, and invitations without an answer, when the window is about to close. Calendar days. */
export async function windowReminders(now: Date, tx: Transaction): Promise<Reminder[]> {
  const horizon = new Date(now.getTime() + (LONGEST_STAGE_DAYS + 1) * DAY_MS);
  const ask = async (sql: string) => (await tx.query(sql, [now, horizon])) as Row[];
  return [
    ...(await ask(DRAFTS)).flatMap((row) => reminder('window_closes', row, now)),
    ...(await ask(INVITATIONS)).flatMap((row) => reminder('window_closes_second', row, now)),
  ];
}

function reminder(kind: ReminderKind, { id, title, congressId, until, staffId, actor }: Row, now: Date): Reminder[] {
  const lastDay = beijingDate(new Date(until.getTime() - 1)); // a window until 1 May, 00:00, has 30 April as its last day
  const daysLeft = daysBetween(beijingDate(now), lastDay);
  const stage = stageOf(daysLeft);
  if (stage === null) return [];
  const subject = { subjectType: 'proposal', subjectId: id, ref: id, number: '' } as const;
  const matter = { title: title || '@notifications.untitled', congressId, unitId: null, unit: '', staffId, actor };
  return [{ kind, cycle: `${kind}:${id}:${lastDay}:${stage}`, ...subject, ...matter, dueOn: lastDay, daysLeft }];
}

function daysBetween(from: string, to: string): number {
  let days = 0;
  for (let day = from; day < to; day = addDays(day, 1)) days += 1;
  return days;
}
