import { newId } from '../../src/kernel/index.js';
import { TodoLists } from '../../src/web/index.js';
import { cast, type Player } from '../support/cast.js';
import { PROPOSAL, Road } from '../support/road.js';
import type { TestApp } from '../support/test-app.js';

type Fields = Record<string, string | string[]>;

/** What the committee has before it, and what everybody is told of what it does. */
export class Committee {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  /** A proposal of anybody, signed by two others and taken up; answers with its serial number. */
  async underReview(title: string, author: Player = cast.wu, seconders: readonly Player[] = [cast.lin, cast.zhao]) {
    const id = newId();
    await this.post(author, `/proposals/${id}/draft`, { ...PROPOSAL, title, page: newId() });
    await this.post(author, `/proposals/${id}/seconding`);
    for (const one of seconders) {
      await this.post(author, `/proposals/${id}/seconders`, { staffId: one.id });
      await this.post(one, `/proposals/${id}/second`, { answer: 'second' });
    }
    const address = await this.post(author, `/proposals/${id}/submission`);
    const serial = /\d{4}-\d{4}/.exec(address)![0];
    await this.post(cast.tang, `/review/${serial}/taking-up`);
    return serial;
  }

  decide(serial: string, fields: Fields): Promise<string> {
    return this.post(cast.chen, `/review/${serial}/decision`, { note: '', ...fields });
  }

  prepare(serial: string, fields: Fields, by: Player = cast.tang): Promise<string> {
    return this.post(by, `/review/${serial}/decision`, { note: '', ...fields, onward: 'draft' });
  }

  post(who: Player, address: string, fields: Fields = {}): Promise<string> {
    return this.road.post(who, address, fields);
  }

  /** References of the cases of a proposal, in their order. */
  async casesOf(serial: string): Promise<string[]> {
    const rows = (await this.app.db.query(
      `select handling_case.ref from handling_case join case_origin on case_id = id
       where case_origin.ref = $1 and absorbed_into is null order by handling_case.ref`,
      [serial],
    )) as { ref: string }[];
    return rows.map(({ ref }) => ref);
  }

  async partiesOf(ref: string): Promise<string[]> {
    const rows = (await this.app.db.query(
      `select staff.name from case_party join handling_case on handling_case.id = case_id
       join staff on staff.id = staff_id where ref = $1 order by part desc, staff.number`,
      [ref],
    )) as { name: string }[];
    return rows.map(({ name }) => name);
  }

  statusOf(serial: string): Promise<string> {
    return this.road.one('select status as value from proposal where serial = $1', serial);
  }

  /** What somebody has been told since a moment of the test, by kind. */
  async toldTo(person: Player, since = 0): Promise<string[]> {
    const rows = (await this.app.db.query('select kind from notification where staff_id = $1 order by id', [
      person.id,
    ])) as { kind: string }[];
    return rows.slice(since).map(({ kind }) => kind);
  }

  async countOf(person: Player): Promise<number> {
    return (await this.toldTo(person)).length;
  }
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
