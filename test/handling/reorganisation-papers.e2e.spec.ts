import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { freeName } from '../../src/handling/reply/template-hand-over.js';
import { GOOD, Journey, PROMISE } from '../replies/journey.js';
import { cast, castOn, type Player, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { assigned, find, inHandling } from './cases.js';
import { DutyRoad } from './duties.js';
import { noticeOf } from './supervision-desk.js';

const { gao, he, ding, bai, guan, chen, tang, fang } = cast;
const TEMPLATE = { version: '0', name: '充电设施类', text: '关于{案名}，现答复如下。' };

describe('what lies in open cases for a unit that is merged into another one', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await app.db.query("insert into role_grant (id, staff_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, 'leader', $2, '2024-01-01')", [fang.id, units.cw.id]); // prettier-ignore
  });
  afterAll(() => app.close());

  const text = async (who: Player, address: string) => (await (await app.as(who)).get(address)).text;
  const post = async (who: Player, address: string, fields: Record<string, string> = {}) =>
    (await (await app.as(who)).post(address, fields)).status;
  const values = async (sql: string, ...params: string[]) =>
    ((await app.db.query(sql, params)) as { value: string }[]).map(({ value }) => value);
  const milestone = (title: string) => ({ plan: '先选址，再施工。', id: newId(), title, dueOn: '2026-04-30', unit: units.hq.id }); // prettier-ignore

  it('goes along: notices, milestones, notes, promises, templates, drafts; what is closed stays as it was', async () => {
    const { ref } = await inHandling(app);
    const at = (tail: string) => `/cases/${ref}/${tail}`;
    const [closed, open] = [noticeOf({ answerBy: '2026-04-20' }), noticeOf({ answerBy: '2026-04-21' })];
    await post(tang, at('supervision'), closed);
    await post(gao, at(`supervision/${closed.id}/answer`), { id: newId(), text: '月底前完成。' });
    await post(chen, at(`supervision/${closed.id}/decision`), { decision: 'accept', note: '' });
    await post(tang, at('supervision'), { ...open, level: '2' });
    await post(chen, at('key/mark'), { leader: fang.id, reason: '年度重点' });
    const [done, due] = [milestone('选定路线'), milestone('购车')];
    for (const one of [done, due]) await post(gao, at('key/plan'), one);
    await post(gao, at(`key/milestones/${done.id}/evidence`), { id: newId(), text: '已选', withoutFiles: '图纸较大' });
    expect(await post(gao, at('notes'), { id: newId(), owner: units.hq.id, note: '司机排班要先问人事处' })).toBe(303);
    for (const [who, code] of [
      [gao, 'hq'],
      [bai, 'cw'],
    ] as const)
      // prettier-ignore
      await post(who, `/units/${code}/templates`, { ...TEMPLATE, id: newId() });
    const helping = await assigned(app, {}, { lead: units.xx.id, assisting: [units.hq.id] });
    const promised = await new Journey(app).rated(GOOD, PROMISE);

    expect(await post(guan, `/admin/units/${units.hq.id}/merger`, { successor: units.cw.id })).toBe(303);

    expect(await text(bai, '/me/todos')).toContain(`/cases/${ref}/supervision/${open.id}`);
    expect(await text(bai, `/cases/${ref}`)).toMatch(/司机排班要先问人事处/);
    expect(await text(ding, `/cases/${ref}`)).not.toContain('司机排班要先问人事处');
    expect(await post(gao, at(`supervision/${open.id}/answer`), { id: newId(), text: '我来答' })).toBe(404);
    expect(await post(bai, at(`supervision/${open.id}/answer`), { id: newId(), text: '由财务处继续办理。' })).toBe(303);
    const evidence = { id: newId(), text: '车已到位', withoutFiles: '合同较大' };
    expect(await post(bai, at(`key/milestones/${due.id}/evidence`), evidence)).toBe(303);
    expect(await text(chen, `/cases/${ref}`)).toContain('后勤保障部');
    const unitOf = (table: string, id: string) => values(`select unit.code as value from ${table} record join unit on unit.id = unit_id where record.id = $1`, id); // prettier-ignore
    expect([await unitOf('supervision_notice', closed.id!), await unitOf('supervision_notice', open.id!)]).toEqual([['hq'], ['cw']]); // prettier-ignore
    expect([await unitOf('key_milestone', done.id), await unitOf('key_milestone', due.id)]).toEqual([['hq'], ['cw']]);
    const templates = await text(bai, '/units/cw/templates');
    for (const name of ['充电设施类', '充电设施类（后勤保障部）']) expect(templates).toContain(name);
    expect((await find(app, helping.ref)).assisting.map(({ unitId }) => unitId)).toEqual([units.cw.id]);
    expect(await text(bai, '/promises')).toContain(`/cases/${promised}/follow-up`);
    const report = { id: newId(), percent: '50', report: '财务处继续落实', withoutFiles: '合同在办' };
    expect(await post(bai, `/cases/${promised}/follow-up/progress`, report)).toBe(303);
    expect(await post(he, `/cases/${promised}/follow-up/progress`, report)).toBe(403);
  });

  it('becomes one where the successor has a part of its own: the sterner notice, both promises, no lost draft', async () => {
    const apart = { lead: units.xx.id, separate: [units.cw.id], leader: fang.id, assisting: [] };
    const { ref } = await assigned(app, {}, apart);
    const road = new DutyRoad(app, ref);
    for (const [who, unit] of [[ding, units.xx.id], [bai, units.cw.id]] as const) await road.signFor(who, unit); // prettier-ignore
    await road.talk(ding, units.xx.id);
    await road.post(ding, 'reply/draft', { text: '信息中心写的一段草稿', outcomeClass: 'A' });
    await road.post(bai, 'reply/draft', { text: '财务处写的草稿', outcomeClass: 'A' });
    const [stern, mild] = [noticeOf({ unit: units.xx.id, answerBy: '2026-04-21', level: '2', skipReason: '拖了很久' }), noticeOf({ unit: units.cw.id, answerBy: '2026-04-21' })]; // prettier-ignore
    for (const one of [stern, mild]) expect(await road.post(tang, 'supervision', one)).toBe(303);
    const other = await assigned(app, {}, apart);
    const undrafted = new DutyRoad(app, other.ref);
    await undrafted.signFor(ding, units.xx.id);
    await undrafted.post(ding, 'reply/draft', { text: '只有信息中心写了', outcomeClass: 'A' });

    expect(await post(guan, `/admin/units/${units.xx.id}/merger`, { successor: units.cw.id })).toBe(303);

    expect((await find(app, ref)).leads.map(({ unitId }) => unitId)).toEqual([units.cw.id]);
    expect(await road.textFor(bai, '/reply')).toContain('财务处写的草稿');
    expect(await road.textFor(bai)).toContain('信息中心写的一段草稿');
    expect(await road.textFor(cast.wu)).not.toContain('信息中心写的一段草稿');
    expect(await road.textFor(bai)).not.toContain('至少登记一次与提案人的沟通');
    expect(await undrafted.textFor(bai, '/reply')).toContain('只有信息中心写了');
    const statuses = await values('select status as value from supervision_notice where id = any($1) order by level', `{${stern.id},${mild.id}}`); // prettier-ignore
    expect(statuses).toEqual(['absorbed', 'issued']);
    expect(await text(tang, '/supervision?state=decided')).toContain('由另一份督办单继续');
    const answer = { id: newId(), text: '合并后由财务处答复。' };
    expect(await road.post(bai, `supervision/${stern.id}/answer`, answer)).toBe(303);
    expect(await road.post(bai, `supervision/${mild.id}/answer`, { ...answer, id: newId() })).toBe(409);
  });

  it('is kept by the database: a note changes its unit for the successor’s, and nothing else', async () => {
    const { ref } = await assigned(app, {}, { lead: units.cw.id, leader: fang.id, assisting: [] });
    await post(bai, `/cases/${ref}/notes`, { id: newId(), owner: units.cw.id, note: '只给本处看' });
    const change = (what: string) => app.db.query(`update internal_note set ${what} where text = '只给本处看'`);
    await expect(change(`unit_id = '${units.sx.id}'`)).rejects.toThrow('append-only');
    await expect(change("text = '改过的'")).rejects.toThrow('append-only');
  });
});

describe('a template whose name is taken', () => {
  it('says where it comes from, as often as needed', () => {
    expect(freeName('校车', '后勤处', new Set())).toBe('校车');
    expect(freeName('校车', '后勤处', new Set(['校车']))).toBe('校车（后勤处）');
    expect(freeName('校车', '后勤处', new Set(['校车', '校车（后勤处）']))).toBe('校车（后勤处2）');
  });
});
