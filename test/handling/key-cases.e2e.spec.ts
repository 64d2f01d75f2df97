import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { Reminders } from '../../src/notifications/reminders/reminders.service.js';
import { ANSWER, Journey } from '../replies/journey.js';
import { cast, castOn, type Player, units } from '../support/cast.js';
import { PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';
import { find } from './cases.js';
import { SupervisionDesk } from './supervision-desk.js';

let app: TestApp;
let ref: string;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
});
afterAll(() => app.close());
/** Talked about and with the opinion of IT: ready to be answered, if it were not a key proposal. */
beforeEach(async () => {
  app.clock.set('2026-04-14T09:00:00+08:00');
  ({ ref } = await new Journey(app).ready());
});

const post = async (who: Player, tail: string, form: Record<string, string>) =>
  (await app.as(who)).post(`/cases/${ref}/key/${tail}`, form);
const toldTo = (who: Player) => new SupervisionDesk(app, ref).toldTo(who);
const mark = (who: Player = cast.chen) => post(who, 'mark', { leader: cast.fang.id, reason: '涉及面广，年度重点' });
const plan = (more: Record<string, string> = {}) => ({
  plan: '四月摸底，五月定线，六月开行。',
  id: newId(),
  title: '完成客流摸底',
  dueOn: '2026-04-30',
  unit: units.xx.id,
  ...more,
});
const milestones = (): Promise<{ id: string; title: string; reached_at: Date | null }[]> =>
  app.db.query(
    'select id, title, reached_at from key_milestone where case_id = (select id from handling_case where ref = $1) order by due_on',
    [ref],
  );
async function planned(): Promise<string> {
  expect((await mark()).status).toBe(303);
  expect((await post(cast.gao, 'plan', plan())).status).toBe(303);
  return (await milestones())[0]!.id;
}
const evidence = (more: Record<string, string> = {}) => ({
  id: newId(),
  text: '刷卡数据已汇总',
  withoutFiles: '数据在内网，不便上传',
  ...more,
});

describe('a key proposal', () => {
  it('is marked by the chair, with a reason and a leader who is told; everybody sees the mark', async () => {
    for (const other of [cast.tang, cast.sun, cast.gao, cast.he, cast.wu, cast.fang])
      expect((await mark(other)).status).toBe(403);
    expect((await post(cast.chen, 'mark', { leader: cast.fang.id, reason: '' })).status).toBe(422);
    expect((await post(cast.chen, 'mark', { leader: cast.wu.id, reason: '重要' })).status).toBe(404);
    await (await app.as(cast.chen)).get(`/cases/${ref}/key/mark`).expect(200).expect(/方正/);
    const answers = await Promise.all(Array.from({ length: 10 }, () => mark()));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await toldTo(cast.fang)).filter((kind) => kind === 'key_leader')).toHaveLength(1);
    for (const one of [cast.gao, cast.he, cast.wu]) expect(await toldTo(one)).toContain('key_marked');
    await app
      .visitor()
      .get(`/cases/${ref}`)
      .expect(/重点提案/)
      .expect(/领办领导：方正/);
    for (const reader of [cast.fang, cast.gao, cast.tang])
      await (
        await app.as(reader)
      )
        .get('/key-cases')
        .expect(new RegExp(ref))
        .expect(/还没有计划/);
    await (await app.as(cast.fang)).get('/me/todos').expect(/还没有办理计划/);
  });

  it('has a plan with milestones, which everybody sees; a form sent twice adds one', async () => {
    await mark();
    expect((await post(cast.ding, 'plan', plan())).status).toBe(403);
    expect((await post(cast.gao, 'plan', plan({ dueOn: '' }))).status).toBe(422);
    expect((await post(cast.gao, 'plan', plan({ dueOn: '2026-04-01' }))).status).toBe(409);
    expect((await post(cast.gao, 'plan', plan({ unit: units.cw.id }))).status).toBe(404);
    const form = plan();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(cast.fang, 'plan', form)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect(await milestones()).toHaveLength(1);
    const seen = (await app.visitor().get(`/cases/${ref}`).expect(200)).text;
    expect(seen).toContain('完成客流摸底');
    expect(seen).not.toContain('五月定线');
    await (await app.as(cast.wu)).get(`/cases/${ref}`).expect(/五月定线/);
    await (await app.as(cast.ding)).get('/me/todos').expect(/请在2026年4月30日（周四）前完成这个节点/);
  });

  it('is ticked off milestone by milestone, with evidence, by the unit that is responsible', async () => {
    const id = await planned();
    const at = `milestones/${id}/evidence`;
    const keyPage = async () => (await (await app.as(cast.chen)).get(`/cases/${ref}/key`).expect(200)).text;
    expect(await keyPage()).toMatch(/下一步：.*须在2026年4月30日（周四）前完成节点“完成客流摸底”/);
    for (const other of [cast.chen, cast.fang, cast.wu, cast.bai])
      expect((await post(other, at, evidence())).status).toBeGreaterThanOrEqual(403);
    expect((await post(cast.ding, at, evidence({ withoutFiles: '' }))).status).toBe(422);
    const form = evidence();
    await Promise.all(Array.from({ length: 10 }, () => post(cast.ding, at, form)));
    expect((await milestones())[0]!.reached_at).not.toBeNull();
    expect(await keyPage()).toMatch(/下一步：.*提交专题报告[^]*节点完成情况：完成客流摸底/);
    expect((await toldTo(cast.fang)).filter((kind) => kind === 'milestone_reached')).toHaveLength(1);
    expect((await post(cast.ding, at, evidence())).status).toBe(409);
    await app
      .visitor()
      .get(`/cases/${ref}`)
      .expect(/已完成/);
  });

  it('has late milestones told to unit, leader and committee, once', async () => {
    await planned();
    app.clock.set('2026-05-06T09:00:00+08:00');
    await app.get(Reminders).remind();
    await app.get(Reminders).remind();
    for (const one of [cast.ding, cast.yan, cast.fang, cast.tang])
      expect((await toldTo(one)).filter((kind) => kind === 'milestone_overdue')).toHaveLength(1);
    await (await app.as(cast.fang)).get('/key-cases?state=key_late').expect(new RegExp(ref));
    await (await app.as(cast.fang)).get('/me/todos').expect(/尚未完成/);
  });

  it('drops a milestone with a reason, and loses its mark with a reason', async () => {
    const id = await planned();
    expect((await post(cast.gao, `milestones/${id}/removal`, { reason: '' })).status).toBe(422);
    expect((await post(cast.gao, `milestones/${id}/removal`, { reason: '并入定线' })).status).toBe(303);
    expect((await post(cast.gao, 'unmark', { reason: '不办了' })).status).toBe(403);
    expect((await post(cast.chen, 'unmark', { reason: '' })).status).toBe(422);
    expect((await post(cast.chen, 'unmark', { reason: '另有专项推进' })).status).toBe(303);
    expect(await find(app, ref)).toMatchObject({ keyCase: false, keyLeaderId: null });
    expect(await toldTo(cast.fang)).toContain('key_unmarked');
    expect((await post(cast.gao, 'plan', plan())).status).toBe(409);
    expect((await app.visitor().get(`/cases/${ref}`).expect(200)).text).not.toContain('领办领导');
  });

  it('is not answered before its special report, which there is one of', async () => {
    await planned();
    const gao = await app.as(cast.gao);
    await gao
      .post(`/cases/${ref}/reply`, ANSWER)
      .expect(409)
      .expect(/须先提交专题报告/);
    const report = { id: newId(), text: '调研、协调、试行三步已走完。' };
    expect((await post(cast.ding, 'report', report)).status).toBe(403);
    await gao.upload(`/cases/${ref}/key/report`, report, { files: { name: '专题报告.pdf', body: PDF } }).expect(303);
    expect((await post(cast.gao, 'report', { ...report, id: newId() })).status).toBe(409);
    expect(await toldTo(cast.fang)).toContain('special_report');
    await (await app.as(cast.wu)).get(`/cases/${ref}`).expect(/三步已走完/);
    expect((await app.visitor().get(`/cases/${ref}`).expect(200)).text).not.toContain('三步已走完');
    await gao.post(`/cases/${ref}/reply`, ANSWER).expect(303);
  });
});

describe('minutes and instructions', () => {
  it('are papers between the offices: nobody else finds them on any page', async () => {
    await planned();
    const minutes = { id: newId(), heldOn: '2026-04-14', attendees: '方正、何川', text: '议定增开三班。' };
    expect((await post(cast.gao, 'minutes', { ...minutes, heldOn: '2026-04-20' })).status).toBe(409);
    expect((await post(cast.gao, 'minutes', minutes)).status).toBe(303);
    expect((await post(cast.gao, 'instruction', { id: newId(), text: '越俎代庖' })).status).toBe(403);
    expect((await post(cast.fang, 'instruction', { id: newId(), text: '请后勤月底前拿出方案。' })).status).toBe(303);
    for (const one of [cast.gao, cast.he, cast.chen, cast.tang]) expect(await toldTo(one)).toContain('instructed');
    for (const reader of [cast.gao, cast.ding, cast.sun, cast.jian])
      await (
        await app.as(reader)
      )
        .get(`/cases/${ref}/key`)
        .expect(/议定增开三班/)
        .expect(/月底前拿出方案/);
    for (const other of [cast.wu, cast.mei, cast.lin]) {
      const client = await app.as(other);
      await client.get(`/cases/${ref}/key`).expect(404);
      const seen = (await client.get(`/cases/${ref}`).expect(200)).text;
      expect(seen).not.toContain('月底前拿出方案');
      expect(seen).not.toContain('批示');
      expect(seen).not.toContain('协调会');
      expect((await client.get('/search?q=拿出方案').expect(200)).text).not.toContain(ref);
    }
  });
});
