import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { Reminders } from '../../src/notifications/reminders/reminders.service.js';
import { GOOD, PROMISE } from '../replies/journey.js';
import { cast, castOn, type Player, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { assigned, find } from './cases.js';
import { DutyRoad, names } from './duties.js';
import { noticeOf } from './supervision-desk.js';

const { gao, he, ding, yan, fang, wu, chen, tang } = cast;
const BUSES = { ...PROMISE, promise: '新购两辆校车。', promisedOn: '2026-09-30' };
const PAGES = { ...PROMISE, promise: '时刻页面上线。', promisedOn: '2026-08-31', responsible: '严明' };
const DONE = { text: '时刻页面已经上线。', outcomeClass: 'A' };

let app: TestApp;
let road: DutyRoad;
let [hq, xx] = ['', ''];
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
});
afterAll(() => app.close());

const progress = (report: string) => ({ id: newId(), percent: '40', report, withoutFiles: '合同还在走流程' });
const text = async (who: Player, address: string) =>
  (await (await app.as(who)).get(address)).text.replaceAll('&#x3D;', '=');
const toldTo = async (who: Player): Promise<string[]> => {
  const sql = 'select kind from notification where staff_id = $1 and subject_id = (select id from handling_case where ref = $2)'; // prettier-ignore
  return ((await app.db.query(sql, [who.id, road.ref])) as { kind: string }[]).map(({ kind }) => kind);
};
const promises = async () => {
  const { assignments, reportDueOn, promiseDueOn } = await find(app, road.ref);
  const of = (id: string) => assignments.find((one) => one.id === id)!;
  const dates = (id: string) => [of(id).promiseDueOn, of(id).reportDueOn];
  return { hq: dates(hq), xx: dates(xx), together: [promiseDueOn, reportDueOn] };
};

/** hq answers on 14 April, xx on 20 April; wu is content. */
async function followedUp(ofHq: Record<string, string>, ofXx: Record<string, string>): Promise<void> {
  app.clock.set('2026-04-14T09:00:00+08:00');
  const { ref } = await assigned(app, {}, { lead: units.hq.id, separate: [units.xx.id], assisting: [] });
  road = new DutyRoad(app, ref);
  [hq, xx] = [await road.dutyOf(units.hq.id), await road.dutyOf(units.xx.id)];
  await answered(gao, he, units.hq.id, ofHq);
  app.clock.set('2026-04-20T09:00:00+08:00');
  await answered(ding, yan, units.xx.id, ofXx);
  expect(await road.post(wu, 'rating', GOOD)).toBe(303);
}
async function answered(officer: Player, head: Player, unitId: string, reply: Record<string, string>): Promise<void> {
  await road.signFor(officer, unitId);
  await road.talk(officer, unitId);
  const duty = `?duty=${await road.dutyOf(unitId)}`;
  expect(await road.post(officer, `reply${duty}`, reply)).toBe(303);
  for (const [who, part] of [
    [head, 'head'],
    [fang, 'leader'],
  ] as const)
    // prettier-ignore
    expect(await road.post(who, `signature${duty}`, { part, version: '1' })).toBe(303);
}

describe('promises of two separate leads', () => {
  beforeEach(() => followedUp(BUSES, PAGES));

  it('have a date and quarterly reports each, counted from the own reply; the case shows what they come to', async () => {
    expect(await promises()).toEqual({
      hq: ['2026-09-30', '2026-07-14'],
      xx: ['2026-08-31', '2026-07-20'],
      together: ['2026-09-30', '2026-07-14'],
    });
    const page = await text(wu, `/cases/${road.ref}/follow-up`);
    expect(page).toMatch(/后勤保障部.*2026年9月30日.*新购两辆校车.*信息化建设与管理中心.*2026年8月31日.*时刻页面上线/s);
    for (const [who, duty, day] of [
      [gao, hq, '2026年7月14日'],
      [ding, xx, '2026年7月20日'],
    ] as const)
      // prettier-ignore
      expect(await text(who, '/me/todos')).toMatch(new RegExp(`follow-up\\?duty=${duty}.*${day}（周.）前提交`, 's'));
    expect(await road.told('follow_up_duty')).toEqual(names('gao', 'he', 'ding', 'yan'));
  });

  it('stand in the list of promises one by one, each unit reading its own', async () => {
    const all = await text(chen, '/promises');
    for (const duty of [hq, xx]) expect(all).toContain(`/cases/${road.ref}/follow-up?duty=${duty}`);
    expect(all).toMatch(/时刻页面上线/);
    const [own, other] = [await text(gao, '/promises'), await text(ding, '/promises')];
    expect([own.includes(hq), own.includes(xx), other.includes(hq), other.includes(xx)]).toEqual([true, false, false, true]); // prettier-ignore
    expect(await text(chen, `/promises?unit=${units.xx.id}`)).not.toContain(hq);
  });

  it('are reported on by each unit for itself', async () => {
    expect(await road.post(ding, `follow-up/progress?duty=${hq}`, progress('替别人报'))).toBe(404);
    expect(await road.post(gao, 'follow-up/progress', progress('车辆已招标'))).toBe(303);
    expect(await promises()).toMatchObject({ hq: ['2026-09-30', '2026-10-14'], xx: ['2026-08-31', '2026-07-20'] });
    expect((await promises()).together).toEqual(['2026-09-30', '2026-07-20']);
    expect(await text(wu, `/cases/${road.ref}/follow-up`)).toMatch(/后勤保障部 高远提交/);
    app.clock.set('2026-08-03T09:00:00+08:00');
    expect(await text(ding, '/promises?state=unreported')).toContain(xx);
    expect(await text(gao, '/promises?state=unreported')).not.toContain(hq);
    await app.get(Reminders).remind();
    expect((await toldTo(ding)).filter((kind) => kind === 'report_overdue')).toHaveLength(1);
    expect(await toldTo(gao)).not.toContain('report_overdue');
  });

  it('slip one by one, by the head of that unit', async () => {
    const slip = { until: '2026-12-31', reason: '上牌要等' };
    expect(await road.post(yan, `follow-up/postponement?duty=${hq}`, slip)).toBe(404);
    expect(await road.post(yan, 'follow-up/postponement', { ...slip, until: '2026-08-01' })).toBe(409);
    expect(await road.post(yan, 'follow-up/postponement', slip)).toBe(303);
    expect(await promises()).toMatchObject({ hq: ['2026-09-30', '2026-07-14'], xx: ['2026-12-31', '2026-07-20'] });
    expect((await promises()).together[0]).toBe('2026-12-31');
    expect((await text(chen, '/promises')).match(/推迟 1 次/g)).toHaveLength(1);
  });

  it('are urged one by one when they are overdue', async () => {
    app.clock.set('2026-09-15T09:00:00+08:00');
    const proposed = await text(tang, '/supervision?state=proposed');
    expect(proposed).toContain(`/cases/${road.ref}/supervision/new?unit=${units.xx.id}`);
    expect(proposed).not.toContain(`/cases/${road.ref}/supervision/new?unit=${units.hq.id}`);
    expect(await text(ding, '/units/xx/cases?state=overdue')).toContain(road.ref);
    expect(await text(gao, '/units/hq/cases?state=overdue')).not.toContain(road.ref);
    const form = await text(tang, `/cases/${road.ref}/supervision/new?unit=${units.xx.id}`);
    expect(form).toMatch(new RegExp(`value="${units.xx.id}"[^>]*(checked|selected)`));
    const notice = noticeOf({ unit: units.xx.id, answerBy: '2026-09-22' });
    expect(await road.post(tang, 'supervision', notice)).toBe(303);
    app.clock.set('2026-10-12T09:00:00+08:00');
    expect(await text(tang, '/supervision?state=proposed')).toContain(`/cases/${road.ref}/supervision/new?unit=${units.hq.id}`); // prettier-ignore
  });

  it('end together, and stay in the list under what became of them', async () => {
    expect(await road.post(wu, 'follow-up/implementation', { note: '两件事都看到了' })).toBe(303);
    const kept = await text(chen, '/promises?state=kept');
    for (const promise of ['新购两辆校车', '时刻页面上线']) expect(kept).toContain(promise);
    expect((await promises()).hq).toEqual(['2026-09-30', null]);
  });
});

describe('a promise of one of two separate leads', () => {
  beforeEach(() => followedUp(BUSES, DONE));

  it('asks nothing of the other one', async () => {
    expect(await promises()).toMatchObject({ hq: ['2026-09-30', '2026-07-14'], xx: [null, null] });
    expect(await road.told('follow_up_duty')).toEqual(names('gao', 'he'));
    expect(await road.post(ding, 'follow-up/progress', progress('没有承诺'))).toBe(403);
    expect(await road.post(yan, 'follow-up/postponement', { until: '2026-12-31', reason: '没有承诺' })).toBe(403);
    expect(await text(ding, `/cases/${road.ref}/follow-up`)).not.toContain('<textarea');
    expect(await text(ding, '/me/todos')).not.toContain(`/cases/${road.ref}/`);
    expect(await text(ding, '/units/xx/cases')).toContain('由其他承办单位继续落实');
    expect(await text(ding, '/units/xx/cases?state=follow_up')).not.toContain(road.ref);
    expect(await text(chen, '/promises')).toContain(hq);
    expect(await text(chen, '/promises')).not.toContain(xx);
  });
});
