import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ledger } from '../../src/ledger/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { find } from '../handling/cases.js';
import { ANSWER, BAD, GOOD, Journey, PROMISE } from './journey.js';

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());

const decide = async (ref: string, decision: string, explanation = '请负责人当面听取意见') =>
  (await app.as(cast.chen)).post(`/cases/${ref}/dissatisfaction`, { decision, explanation });

describe('a dissatisfied proposer', () => {
  it('is answered in a second round, face to face, by a new reply', async () => {
    const ref = await journey.rated(BAD);
    const chen = await app.as(cast.chen);
    await chen
      .get(`/cases/${ref}/dissatisfaction`)
      .expect(200)
      .expect(/末班车仍然太早/)
      .expect(/15 个工作日/);
    await decide(ref, 'second_handling');
    expect(await find(app, ref)).toMatchObject({ status: 'in_handling', round: 2, dueOn: '2026-05-08' });

    const gao = await app.as(cast.gao);
    await gao
      .post(`/cases/${ref}/reply`, ANSWER)
      .expect(409)
      .expect(/部门负责人须当面/);
    await journey.talk(ref, { headPresent: 'yes' });
    await journey.submit(ref, { ...ANSWER, text: '末班车改为二十二点半。' });
    await journey.sign(ref);
    const wu = await app.as(cast.wu);
    const page = (await wu.get(`/cases/${ref}`).expect(200)).text;
    expect(page).toContain('第 2 轮答复');
    expect(page).toContain('加开一班校车');
    expect(page).toContain('末班车改为二十二点半');
    await wu.post(`/cases/${ref}/rating`, GOOD).expect(303);
    expect(await find(app, ref)).toMatchObject({ status: 'concluded', finalRating: 'satisfied' });
    await wu.get(`/cases/${ref}/replies/1/letter`).expect(200);
    await wu.get(`/cases/${ref}/replies/2/letter`).expect(/二十二点半/);
    await wu.get(`/cases/${ref}/replies/3/letter`).expect(404);
  });

  it('is decided on by the chair alone', async () => {
    const ref = await journey.rated(BAD);
    for (const other of [cast.wu, cast.gao, cast.he, cast.fang, cast.tang, cast.sun]) {
      const client = await app.as(other);
      await client.get(`/cases/${ref}/dissatisfaction`).expect(403);
      await client.post(`/cases/${ref}/dissatisfaction`, { decision: 'explanation', explanation: '算了' }).expect(403);
    }
    expect(await journey.statusOf(ref)).toBe('rated');
  });

  it('is decided on once, however often it is pressed', async () => {
    const ref = await journey.rated(BAD);
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide(ref, 'second_handling')));

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await find(app, ref)).round).toBe(2);
  });
});

describe('a promise', () => {
  it('is followed up, reported on, put off by the head, and ended by the proposer', async () => {
    const ref = await journey.rated(GOOD, PROMISE);
    expect(await find(app, ref)).toMatchObject({ status: 'follow_up', promiseDueOn: '2026-09-30' });
    const [gao, he, wu, ding] = await Promise.all([cast.gao, cast.he, cast.wu, cast.ding].map((one) => app.as(one)));
    const at = `/cases/${ref}/follow-up`;
    await gao!
      .post(`${at}/progress`, { percent: '101', report: '车辆到货', withoutFiles: '验收单在供应商处' })
      .expect(422)
      .expect(/车辆到货/);
    await gao!
      .post(`${at}/progress`, { percent: '50', report: '车辆到货', withoutFiles: '验收单在供应商处' })
      .expect(303);
    await gao!.post(`${at}/postponement`, { until: '2026-12-31', reason: '上牌' }).expect(403);
    await he!.post(`${at}/postponement`, { until: '2026-09-30', reason: '上牌' }).expect(409);
    await he!.post(`${at}/postponement`, { until: '2026-12-31', reason: '上牌要等' }).expect(303);
    await gao!.post(`${at}/implementation`, { note: '自己说的' }).expect(403);
    await ding!.post(`${at}/implementation`, { note: '不相干' }).expect(403);
    await wu!
      .get(at)
      .expect(/完成 50%/)
      .expect(/2026年12月31日/)
      .expect(/上牌要等/);
    await wu!.post(`${at}/implementation`, { note: '已坐上夜班车' }).expect(303);

    expect(await find(app, ref)).toMatchObject({ status: 'concluded', promiseDueOn: '2026-12-31' });
    await wu!.post(`${at}/implementation`, { note: '又一次' }).expect(409);
    expect((await journey.actions(ref)).slice(-4)).toEqual([
      'start_follow_up',
      'report_progress',
      'slip_promise',
      'confirm_implemented',
    ]);
  });

  it('is read about by those concerned only', async () => {
    const ref = await journey.rated(GOOD, PROMISE);
    await (await app.as(cast.mei)).get(`/cases/${ref}/follow-up`).expect(403);
    await app.visitor().get(`/cases/${ref}/follow-up`).expect(303);
  });
});

describe('publishing a reply', () => {
  it('opens the reply and its letter to everybody, once', async () => {
    const ref = await journey.replied();
    await (await app.as(cast.mei)).get(`/cases/${ref}/replies/1/letter`).expect(200);
    await app.visitor().get(`/cases/${ref}/replies/1/letter`).expect(404);
    await (await app.as(cast.chen)).get(`/cases/${ref}`).expect(/公开这份答复/);
    await (await app.as(cast.wu)).post(`/cases/${ref}/publication`).expect(403);
    await (await app.as(cast.tang)).post(`/cases/${ref}/publication`).expect(303);

    await app
      .visitor()
      .get(`/cases/${ref}`)
      .expect(200)
      .expect(/加开一班校车/);
    await app.visitor().get(`/cases/${ref}/replies/1/letter`).expect(200);
    await (await app.as(cast.chen)).post(`/cases/${ref}/publication`).expect(409);
  });

  it('is refused with the reason when the author did not agree', async () => {
    const ref = await journey.replied(ANSWER, { publishable: false });
    await (await app.as(cast.chen)).get(`/cases/${ref}`).expect(/提案人没有同意公开/);
    await (
      await app.as(cast.chen)
    )
      .post(`/cases/${ref}/publication`)
      .expect(409)
      .expect(/提案人没有同意公开/);
    await (await app.as(cast.mei)).get(`/cases/${ref}/replies/1/letter`).expect(404);
  });
});

describe('the ledger of all these cases', () => {
  it('holds', async () => {
    expect(await app.get(Ledger).verify()).toEqual([]);
  });
});
