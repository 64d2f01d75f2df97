import { newId } from '../../src/kernel/index.js';
import { congress, idOf } from './cast.js';
import type { TestApp } from './test-app.js';

type Person = Readonly<{ id: string }>;

/** Gives somebody a further seat in the committee or the presidium. */
export async function seated(app: TestApp, person: Person, role: string): Promise<void> {
  const sql = `insert into committee_seat (id, term_id, staff_id, role, valid_from) values ($1, $2, $3, $4, '2024-01-01')`;
  await app.db.query(sql, [newId(), congress.termId, person.id, role]);
}

/** Makes somebody a delegate of the first delegation. */
export async function delegated(app: TestApp, person: Person): Promise<void> {
  const sql = `insert into delegate (id, term_id, staff_id, delegation_id, kind, valid_from) values ($1, $2, $3, $4, 'delegate', '2024-01-01')`;
  await app.db.query(sql, [newId(), congress.termId, person.id, idOf('delegation-1')]);
}

/** Makes somebody an officer of a unit. */
export async function appointed(app: TestApp, person: Person, unit: Person): Promise<void> {
  const sql = `insert into role_grant (id, staff_id, role, unit_id, valid_from) values ($1, $2, 'unit_officer', $3, '2024-01-01')`;
  await app.db.query(sql, [newId(), person.id, unit.id]);
}
