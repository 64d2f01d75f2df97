import { newId } from '../../src/kernel/index.js';
import { cast, type Player } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';
import { TEXT } from './journey.js';

type Fields = Record<string, string | string[]>;

/** What the committee has before it, and what everybody is told of what it does. */
export class Committee {
  constructor(private readonly app: TestApp) {}

  /** A proposal of anybody, signed by two others and taken up; answers with its serial number. */
  async underReview(title: string, author: Player = cast.wu, seconders: readonly Player[] = [cast.lin, cast.zhao]) {
    const id = newId();
    await this.post(author, `/proposals/${id}/draft`, { ...TEXT, title, page: newId() });
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

  async post(who: Player, address: string, fields: Fields = {}): Promise<string> {
    const answer = await (await this.app.as(who)).post(address, fields);
    if (answer.status !== 303) throw new Error(`${who.name} POST ${address}: ${answer.status}\n${answer.text}`);
    return answer.headers.location ?? '';
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

  async statusOf(serial: string): Promise<string> {
    const [row] = (await this.app.db.query('select status from proposal where serial = $1', [serial])) as [
      { status: string },
    ];
    return row.status;
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
