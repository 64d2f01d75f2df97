import { foundFaculty, underReviewBelow } from '../congress/faculty.js';
import { foundSchool, SCHOOL, SUGGESTION } from '../congress/light-school.js';
import { newId } from '../../src/kernel/index.js';
import { cast, congress, units } from './cast.js';
import { ANSWER, Road } from './road.js';
import type { TestApp } from './test-app.js';

/** What happens in the congresses below and at the end of a session, walked through HTTP. */
export class SchoolRoad {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  /** A suggestion of somebody who is no delegate, handed in and answered in a school in light mode. */
  async light(): Promise<void> {
    const { app, road } = this;
    await foundSchool(app);
    await road.post(cast.mei, `/admin/congress/${SCHOOL.id}/mode`, { mode: 'light' });
    const id = newId();
    const form = { ...SUGGESTION, page: newId(), session: SCHOOL.sessionId };
    await road.post(cast.zhou, `/suggestions/${id}/autosave`, form);
    const address = await road.post(cast.zhou, `/suggestions/${id}`, { ...form, version: '1', onward: 'submit' });
    const serial = /hq-\d{4}-\d{4}/.exec(address)![0];
    const ref = await this.caseOf(serial);
    await road.post(cast.mei, `/cases/${ref}/assignment`, { lead: units.hq.id, leader: cast.fang.id });
    await road.post(cast.gao, `/cases/${ref}/receipt`, { assignment: await road.dutyOf(ref, 'lead') });
    const talk = { id: newId(), way: 'visit', happenedOn: '2026-04-14', summary: '在食堂当面谈过。' };
    await road.post(cast.gao, `/cases/${ref}/contacts`, talk);
    await road.post(cast.gao, `/cases/${ref}/reply`, ANSWER);
    await road.post(cast.he, `/cases/${ref}/signature`, { part: 'head', version: '1' });
    await road.post(cast.zhou, `/cases/${ref}/rating`, { attitude: 'satisfied', result: 'satisfied', reason: '' });
  }

  /** Passed upward by a faculty and sent back. */
  async upward(): Promise<void> {
    const { app, road } = this;
    await foundFaculty(app);
    const below = await underReviewBelow(app);
    await road.post(cast.bai, `/proposals/${below}/upward`, { reason: '学院不能单独解决。' });
    const above = await road.one<string>('select serial as value from proposal where passed_from is not null');
    await road.post(cast.tang, `/review/${above}/taking-up`);
    await road.post(cast.tang, `/proposals/${above}/sending-back`, { reason: '可与后勤保障部直接商定。' });
  }

  /** A session is closed and archived; the next one goes on with its open case. */
  async archived(): Promise<void> {
    const { road } = this;
    const session = `/admin/congress/sessions/${congress.sessionId}`;
    await road.inHandling();
    await road.post(cast.tang, `${session}/close`);
    const successor = newId();
    const next = { id: successor, termId: congress.termId, number: '4' };
    await road.post(cast.tang, `/admin/congress/${congress.id}/sessions`, next);
    await road.post(cast.tang, `${session}/archive`, { successor });
  }

  /** While a case is handled its unit is merged into another one, and its author leaves. */
  async reorganised(): Promise<void> {
    const { road } = this;
    await road.inHandling();
    await road.post(cast.guan, `/admin/units/${units.hq.id}/merger`, { successor: units.cw.id });
    await road.post(cast.guan, `/admin/staff/${cast.wu.id}/departure`, { leftOn: '2026-04-14' });
  }

  private caseOf(serial: string): Promise<string> {
    return this.road.one(
      'select handling_case.ref as value from handling_case join case_origin on case_id = id where case_origin.ref = $1',
      serial,
    );
  }
}
