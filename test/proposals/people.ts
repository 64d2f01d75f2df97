import { expect } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, congress, idOf, type Player, units } from '../support/cast.js';
import { ANSWER, Road } from '../support/road.js';
import type { TestApp } from '../support/test-app.js';

/** Delegates of the first delegation who come, propose, sign and leave. */
export class People {
  private count = 10;

  constructor(private readonly app: TestApp) {}

  async arrives(name: string): Promise<Player> {
    const number = `30000${(this.count += 1)}`;
    const id = idOf(number);
    const { db } = this.app;
    await db.query(
      "insert into staff (id, number, name, unit_id, title, active) values ($1, $2, $3, $4, '教师', true)",
      [id, number, name, units.sx.id],
    );
    await db.query("insert into account (staff_id, created_at) values ($1, '2024-01-01')", [id]);
    await db.query(
      `insert into delegate (id, term_id, staff_id, delegation_id, kind, valid_from)
       values ($1, $2, $3, $4, 'delegate', '2024-01-01')`,
      [newId(), congress.termId, id, idOf('delegation-1')],
    );
    return { id, number, name, unit: 'sx' };
  }

  async leaves({ id }: Player): Promise<void> {
    await this.post(cast.guan, `/admin/staff/${id}/departure`, { leftOn: '2026-04-14' });
  }

  async losesSeat({ id }: Player): Promise<void> {
    const [seat] = await this.app.db.query('select id from delegate where staff_id = $1', [id]);
    await this.post(cast.guan, `/admin/congress/delegates/${seat.id}/end`);
  }

  async joins(id: string, author: Player, who: Player): Promise<void> {
    await this.post(author, `/proposals/${id}/joint`, { number: who.number });
    await this.post(who, `/proposals/${id}/participation`, { answer: 'join' });
  }

  async signs(id: string, author: Player, ...people: Player[]): Promise<void> {
    for (const one of people) {
      await this.post(author, `/proposals/${id}/seconders`, { staffId: one.id });
      await this.post(one, `/proposals/${id}/second`, { answer: 'second' });
    }
  }

  /** Answers with the serial number. */
  async handsIn(id: string, author: Player): Promise<string> {
    return /\d{4}-\d{4}/.exec(await this.post(author, `/proposals/${id}/submission`))![0];
  }

  /** A draft of wu, all the way to the reply; answers with the reference of its case. */
  async replied(id: string): Promise<string> {
    await this.post(cast.wu, `/proposals/${id}/seconding`);
    await this.signs(id, cast.wu, cast.lin, cast.zhao);
    const serial = await this.handsIn(id, cast.wu);
    await this.post(cast.tang, `/review/${serial}/taking-up`);
    await this.post(cast.chen, `/review/${serial}/decision`, { outcome: 'file', note: '' });
    const [{ ref }] = await this.app.db.query(
      'select handling_case.ref from handling_case join case_origin on case_id = id where case_origin.ref = $1',
      [serial],
    );
    await this.post(cast.chen, `/cases/${ref}/assignment`, { lead: units.hq.id });
    const assignment = await new Road(this.app).dutyOf(ref, 'lead');
    await this.post(cast.gao, `/cases/${ref}/receipt`, { assignment });
    const contact = { id: newId(), way: 'visit', happenedOn: '2026-04-14', summary: '当面看过。' };
    await this.post(cast.gao, `/cases/${ref}/contacts`, contact);
    await this.post(cast.gao, `/cases/${ref}/reply`, ANSWER);
    await this.post(cast.he, `/cases/${ref}/signature`, { part: 'head', version: '1' });
    await this.post(cast.fang, `/cases/${ref}/signature`, { part: 'leader', version: '1' });
    return ref;
  }

  private async post(who: Player, address: string, fields: Record<string, string> = {}): Promise<string> {
    const answer = await (await this.app.as(who)).post(address, fields);
    expect([address, answer.status]).toEqual([address, 303]);
    return answer.headers.location ?? '';
  }
}
