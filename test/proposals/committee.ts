import { newId } from '../../src/kernel/index.js';
import { TodoLists } from '../../src/web/index.js';
import { congress } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';

/** Gives somebody a further seat in the committee or the presidium. */
export async function seated(app: TestApp, person: { id: string }, role: string): Promise<void> {
  const sql = `insert into committee_seat (id, term_id, staff_id, role, valid_from) values ($1, $2, $3, $4, '2024-01-01')`;
  await app.db.query(sql, [newId(), congress.termId, person.id, role]);
}

export async function fingerprintOf(app: TestApp, serial: string): Promise<string> {
  const sql = `select encode(sha256(convert_to(concat_ws(E'\\n', title, reason, measures), 'UTF8')), 'hex') as text from proposal where serial = $1`;
  const [row] = (await app.db.query(sql, [serial])) as { text: string }[];
  return row!.text;
}

/** One vote, through the form. */
export async function voted(app: TestApp, who: { id: string }, serial: string, vote: string): Promise<void> {
  const text = await fingerprintOf(app, serial);
  await (await app.as(who)).post(`/review/${serial}/vote`, { vote, text }).expect(303);
}

export async function eventsOf(app: TestApp, serial: string, action: string) {
  return (await app.db.query(
    `select actor_name as who, role, note, data from ledger_event join proposal on proposal.id = subject_id
     where serial = $1 and action = $2 order by position`,
    [serial, action],
  )) as { who: string; role: string; note: string | null; data: Record<string, unknown> }[];
}

/** Who was told what about a proposal, by the kind of message. */
export async function toldOf(app: TestApp, serial: string, kind: string): Promise<string[]> {
  const rows = (await app.db.query(
    `select staff.name from notification join staff on staff.id = staff_id join proposal on proposal.id = subject_id
     where serial = $1 and notification.kind = $2 order by number`,
    [serial, kind],
  )) as { name: string }[];
  return rows.map(({ name }) => name);
}

export async function todosOf(app: TestApp, person: { id: string }, serial: string): Promise<string[]> {
  const todos = await app.get(TodoLists).list(await app.actor(person), 100);
  return todos.filter(({ number }) => number === serial).map(({ next }) => next.key);
}
