import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ledger } from '../../src/ledger/index.js';
import { Figures } from '../../src/statistics/figures.js';
import { partsOf } from '../../src/statistics/session-numbers.js';
import { Congresses } from '../../src/congress/index.js';
import { cast, castOn, congress, units } from '../support/cast.js';
import { PROMISE } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { assigned, find, opened } from './cases.js';
import { DutyRoad, names } from './duties.js';

const ANSWER = { text: '夜间校车已加开一班。', outcomeClass: 'A' };
const OTHER = { ...PROMISE, text: '校车时刻页面年内上线。' };
const apart = { lead: units.hq.id, separate: [units.xx.id], assisting: [] };

describe('a case with separate leads', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  async function handledApart(changes = {}): Promise<DutyRoad> {
    const { ref } = await assigned(app, changes, apart);
    const road = new DutyRoad(app, ref);
    expect([await road.signFor(cast.gao, units.hq.id), await road.signFor(cast.ding, units.xx.id)]).toEqual([303, 303]);
    expect([await road.talk(cast.gao, units.hq.id), await road.talk(cast.ding, units.xx.id)]).toEqual([303, 303]);
    return road;
  }

  it('charges each with a duty of its own, and nobody twice', async () => {
    const { ref, assignments } = await assigned(app, {}, apart);
    expect(assignments.map(({ part, dueOn }) => [part, dueOn])).toEqual([
      ['separate', '2026-05-28'],
      ['separate', '2026-05-28'],
    ]);
    const road = new DutyRoad(app, ref);
    expect(await road.textFor(cast.wu)).toContain('后勤保障部、信息化建设与管理中心');
    expect(await road.told('assigned_lead')).toEqual(names('gao', 'he', 'ding', 'yan'));

    const other = await opened(app);
    const chen = await app.as(cast.chen);
    for (const [separate, assisting] of [
      [units.hq.id, units.cw.id],
      [units.xx.id, units.xx.id],
    ] as const) {
      const order = { lead: units.hq.id, separate: [separate], assisting: [assisting] };
      await chen.post(`/cases/${other.ref}/assignment`, order).expect(422);
    }
  });

  it('moves on with the first receipt, and each unit sees its own state', async () => {
    const { ref } = await assigned(app, {}, apart);
    const road = new DutyRoad(app, ref);
    expect(await road.signFor(cast.gao, units.xx.id)).toBe(403);
    expect(await road.signFor(cast.gao, units.hq.id)).toBe(303);
    expect(await find(app, ref)).toMatchObject({ status: 'in_handling' });
    const list = async (who: typeof cast.gao | typeof cast.ding, code: string, state: string) =>
      (await (await app.as(who)).get(`/units/${code}/cases?state=${state}`)).text.includes(`/cases/${ref}"`);
    expect([await list(cast.gao, 'hq', 'in_handling'), await list(cast.ding, 'xx', 'to_sign')]).toEqual([true, true]);
    expect([await list(cast.gao, 'hq', 'to_sign'), await list(cast.ding, 'xx', 'in_handling')]).toEqual([false, false]);
  });

  it('shows each reply as soon as it is signed, and asks for one rating after the last', async () => {
    const road = await handledApart();
    const [hq, xx] = [await road.dutyOf(units.hq.id), await road.dutyOf(units.xx.id)];
    expect(await road.textFor(cast.chen)).toMatch(/后勤保障部经办人[^]*信息化建设与管理中心经办人/);
    expect(await road.post(cast.gao, `reply?duty=${xx}`, OTHER)).toBe(404);
    expect(await road.post(cast.gao, 'reply', ANSWER)).toBe(303);
    expect(await road.told('reply_to_sign')).toEqual(names('he'));
    expect((await (await app.as(cast.ding)).get(`/cases/${road.ref}/reply`)).text).not.toContain(ANSWER.text);
    expect(await road.post(cast.yan, `signature?duty=${hq}`, { part: 'head', version: '1' })).toBe(403);
    expect(await road.post(cast.he, 'signature', { part: 'head', version: '1' })).toBe(303);
    expect(await road.textFor(cast.wu)).not.toContain(ANSWER.text);
    expect(await road.post(cast.fang, `signature?duty=${hq}`, { part: 'leader', version: '1' })).toBe(303);

    expect(await road.textFor(cast.wu)).toContain(ANSWER.text);
    expect(await road.told('part_replied')).toEqual(names('wu'));
    expect(await road.post(cast.wu, 'rating', { attitude: 'satisfied', result: 'satisfied', reason: '' })).toBe(409);
    expect(await find(app, road.ref)).toMatchObject({ status: 'in_handling', repliedAt: null });

    expect(await road.post(cast.ding, 'reply', OTHER)).toBe(303);
    expect(await road.post(cast.yan, 'signature', { part: 'head', version: '1' })).toBe(303);
    const last = Array.from({ length: 10 }, () =>
      road.post(cast.fang, `signature?duty=${xx}`, { part: 'leader', version: '1' }),
    );
    await Promise.all(last);
    expect([await road.events('issue_part'), await road.events('complete_parts')]).toEqual([2, 1]);
    expect(await road.told('parts_replied')).toEqual(names('wu'));
    expect(await find(app, road.ref)).toMatchObject({
      status: 'replied',
      outcomeClass: 'B',
      promiseDueOn: '2026-08-31',
    });
    const page = await road.textFor(cast.wu, '/rating');
    expect([page.includes(ANSWER.text), page.includes(OTHER.text)]).toEqual([true, true]);
    for (const [duty, text] of [
      [hq, ANSWER.text],
      [xx, OTHER.text],
    ]) {
      const letter = await road.textFor(cast.wu, `/replies/1/letter?duty=${duty}`);
      expect(letter).toContain(text);
      expect(letter).toMatch(/(后勤保障部|信息化建设与管理中心)复〔2026〕\d+号/);
    }
    expect(await road.post(cast.wu, 'rating', { attitude: 'satisfied', result: 'satisfied', reason: '' })).toBe(303);
    expect(await find(app, road.ref)).toMatchObject({ status: 'follow_up', finalRating: 'satisfied' });
    expect(await app.get(Ledger).verify()).toEqual([]);
  });

  it('lets one unit return its part, be extended or be reassigned while the other goes on', async () => {
    const { ref } = await assigned(app, {}, apart);
    const road = new DutyRoad(app, ref);
    await road.signFor(cast.gao, units.hq.id);
    const xx = await road.dutyOf(units.xx.id);
    expect(await road.post(cast.ding, 'return', { assignment: xx, reason: '不属我中心职责。' })).toBe(303);
    expect(await road.signFor(cast.ding, units.xx.id)).toBe(409);
    expect(await road.talk(cast.gao, units.hq.id)).toBe(303);
    const grant = { assignment: xx, decision: 'grant', unit: units.cw.id, reason: '由财务处分办。' };
    expect(await road.post(cast.chen, 'return/decision', grant)).toBe(303);
    const record = await find(app, ref);
    expect(record).toMatchObject({ status: 'in_handling', leadUnitId: units.hq.id });
    expect(await road.signFor(cast.bai, units.cw.id)).toBe(303);

    const ask = { until: '2026-06-30', reason: '暑期才能施工。' };
    expect(await road.post(cast.gao, 'extension', ask)).toBe(303);
    const hq = await road.dutyOf(units.hq.id);
    expect(await road.post(cast.chen, `extension/decision?duty=${hq}`, { decision: 'grant', reason: '' })).toBe(303);
    const after = await find(app, ref);
    expect(after.leads.map(({ unitId, extendedUntil }) => [unitId, extendedUntil])).toEqual([
      [units.hq.id, '2026-06-30'],
      [units.cw.id, null],
    ]);
    expect(after.dueOn).toBe('2026-05-28');
  });

  it('counts for each unit with what that unit did, and as one case for the session', async () => {
    const road = await handledApart();
    await road.post(cast.gao, 'reply', ANSWER);
    const hq = await road.dutyOf(units.hq.id);
    await road.post(cast.he, `signature?duty=${hq}`, { part: 'head', version: '1' });
    await road.post(cast.fang, `signature?duty=${hq}`, { part: 'leader', version: '1' });
    const session = await app.get(Congresses).session(congress.sessionId);
    const { cases } = await app.get(Figures).of(session, await app.actor(cast.chen));
    const [own, ...others] = cases.filter(({ ref }) => ref === road.ref);
    expect(others).toEqual([]);
    expect(own).toMatchObject({ repliedOn: null, outcomeClass: null, dueOn: '2026-05-28' });
    expect(partsOf(own!).map(({ unit, repliedOn }) => [unit, repliedOn])).toEqual([
      ['后勤保障部', '2026-04-14'],
      ['信息化建设与管理中心', null],
    ]);
  });

  it('sends only the named units into a second round', async () => {
    const road = await handledApart();
    for (const [officer, head, unit] of [
      [cast.gao, cast.he, units.hq],
      [cast.ding, cast.yan, units.xx],
    ] as const) {
      await road.post(officer, 'reply', ANSWER);
      await road.post(head, 'signature', { part: 'head', version: '1' });
      const duty = await road.dutyOf(unit.id);
      expect(await road.post(cast.fang, `signature?duty=${duty}`, { part: 'leader', version: '1' })).toBe(303);
    }
    await road.post(cast.wu, 'rating', { attitude: 'satisfied', result: 'dissatisfied', reason: '页面还没有。' });
    const again = await road.dutyOf(units.xx.id);
    const order = { decision: 'second_handling', explanation: '请信息中心再办。', again: [again] };
    expect(await road.post(cast.chen, 'dissatisfaction', order)).toBe(303);
    const record = await find(app, road.ref);
    expect(record.leads.map(({ unitId, status }) => [unitId, status])).toEqual([
      [units.hq.id, 'done'],
      [units.xx.id, 'in_handling'],
    ]);
    expect(await road.post(cast.gao, 'reply', ANSWER)).toBe(409);
  });
});
