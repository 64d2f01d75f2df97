import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { Reminders } from '../../src/notifications/reminders/reminders.service.js';
import { GOOD, Journey, PROMISE } from '../replies/journey.js';
import { cast, castOn, congress } from '../support/cast.js';
import { PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';
import { find } from './cases.js';

const SPRING = '2026-04-14T09:00:00+08:00';
let app: TestApp;
let journey: Journey;
let ref: string;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());
/** A promise of logistics, due on 30 September, replied to on 14 April. */
beforeEach(async () => {
  app.clock.set(SPRING);
  ref = await journey.rated(GOOD, PROMISE);
});

const at = (tail = '') => `/cases/${ref}/follow-up${tail}`;
const progress = (more: Record<string, string> = {}) => ({
  id: newId(),
  percent: '40',
  report: '车辆已招标',
  withoutFiles: '合同还在走流程',
  ...more,
});
const remindersFor = async (who: { id: string }): Promise<string[]> => {
  const rows = (await app.db.query(
    'select kind from notification where staff_id = $1 and subject_id = (select id from handling_case where ref = $2)',
    [who.id, ref],
  )) as { kind: string }[];
  return rows.map(({ kind }) => kind);
};

describe('the quarterly report on a promise', () => {
  it('is owed a quarter after the reply, and the page says so', async () => {
    expect(await find(app, ref)).toMatchObject({ status: 'follow_up', reportDueOn: '2026-07-14' });
    const gao = await app.as(cast.gao);
    await gao
      .get(at())
      .expect(/下次季度报告/)
      .expect(/2026年7月14日/);
    await gao.get('/me/todos').expect(/2026年7月14日（周二）前提交本季度的落实进展报告/);
  });

  it('brings evidence, or says why there is none; what was typed comes back', async () => {
    const gao = await app.as(cast.gao);
    await gao
      .post(at('/progress'), progress({ withoutFiles: '' }))
      .expect(422)
      .expect(/写明没有佐证材料的原因/)
      .expect(/车辆已招标/);
    const files = { files: { name: '中标通知书.pdf', body: PDF } };
    await gao.upload(at('/progress'), progress({ withoutFiles: '' }), files).expect(303);
    expect((await find(app, ref)).reportDueOn).toBe('2026-10-14');

    const page = await (await app.as(cast.wu)).get(at()).expect(200);
    expect(page.text).toContain('中标通知书.pdf');
    const [, file] = /href="(\/files\/[^"]+)"/.exec(page.text)!;
    for (const reader of [cast.wu, cast.gao, cast.chen, cast.fang, cast.jian])
      await (await app.as(reader)).get(file!).expect(200);
    for (const other of [cast.mei, cast.lin]) await (await app.as(other)).get(file!).expect(404);
    await app.visitor().get(file!).expect(404);
    const seen = (await app.visitor().get(`/cases/${ref}`).expect(200)).text;
    expect(seen).not.toContain('车辆已招标');
  });

  it('is filed once, however often the form is sent', async () => {
    const gao = await app.as(cast.gao);
    const form = progress();
    const answers = await Promise.all(Array.from({ length: 10 }, () => gao.post(at('/progress'), form)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect((await journey.actions(ref)).filter((action) => action === 'report_progress')).toHaveLength(1);
    expect((await remindersFor(cast.wu)).filter((kind) => kind === 'progress')).toHaveLength(1);
  });

  it('asks proposers and secretary to confirm once it says that all is done, and not before', async () => {
    const asked = async (who: { id: string }) =>
      new RegExp(`/cases/${ref}/follow-up[^]*请核实，属实的请确认`).test(
        (await (await app.as(who)).get('/me/todos')).text,
      );
    const reports = async (form: Record<string, string>) =>
      (await app.as(cast.gao)).post(at('/progress'), form).expect(303).expect('location', at());
    await reports(progress());
    expect([await asked(cast.wu), await asked(cast.tang)]).toEqual([false, false]);
    app.clock.passDays(1);
    await reports(progress({ percent: '100' }));
    expect([await asked(cast.wu), await asked(cast.tang)]).toEqual([true, true]);
    for (const other of [cast.gao, cast.lin, cast.fang]) expect(await asked(other)).toBe(false);
    await (await app.as(cast.wu)).post(at('/implementation'), { note: '看过现场，属实。' }).expect(303);
    expect([await asked(cast.wu), await asked(cast.tang)]).toEqual([false, false]);
  });

  it('is asked for before it is due, and its absence is told to unit, head and committee, once', async () => {
    const reminders = app.get(Reminders);
    app.clock.set('2026-07-13T09:00:00+08:00');
    await reminders.remind();
    expect(await remindersFor(cast.gao)).toContain('report_due_soon');
    expect(await remindersFor(cast.tang)).not.toContain('report_overdue');
    app.clock.set('2026-07-15T09:00:00+08:00');
    await reminders.remind();
    await reminders.remind();
    for (const one of [cast.gao, cast.he, cast.tang])
      expect((await remindersFor(one)).filter((kind) => kind === 'report_overdue')).toHaveLength(1);
    app.clock.set('2026-10-09T09:00:00+08:00');
    await reminders.remind();
    expect(await remindersFor(cast.he)).toContain('promise_overdue');
    expect(await remindersFor(cast.tang)).toContain('promise_overdue');
  });
});

describe('a promise that slips', () => {
  it('needs a new date, a reason, and the head of the unit', async () => {
    const slip = { until: '2026-12-31', reason: '上牌要等' };
    for (const other of [cast.gao, cast.chen, cast.wu])
      await (await app.as(other)).post(at('/postponement'), slip).expect(403);
    const he = await app.as(cast.he);
    await he.post(at('/postponement'), { ...slip, reason: '' }).expect(422);
    await he.post(at('/postponement'), { ...slip, until: '2026-09-01' }).expect(409);
    await he.post(at('/postponement'), slip).expect(303);
    expect(await remindersFor(cast.wu)).toContain('promise_slipped');
    await (
      await app.as(cast.chen)
    )
      .get('/promises')
      .expect(/推迟 1 次/)
      .expect(/原承诺2026年9月30日（周三），现推迟到/);
  });
});

describe('a promise that is kept', () => {
  it('is confirmed once, by proposer or committee, with what was checked', async () => {
    const tang = await app.as(cast.tang);
    await tang.post(at('/implementation'), { note: '' }).expect(422);
    const note = { note: '到现场看过，夜班车已开行一周' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => tang.post(at('/implementation'), note)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await remindersFor(cast.wu)).filter((kind) => kind === 'implemented')).toHaveLength(1);
    await (await app.as(cast.chen)).get('/promises?state=kept').expect(new RegExp(ref));
  });
});

describe('a promise that is classed anew', () => {
  it('is so by the chair alone, with a reason, and everybody concerned is told', async () => {
    const form = { outcomeClass: 'C', reason: '用地调整，不再具备条件' };
    for (const other of [cast.gao, cast.he, cast.wu, cast.tang, cast.sun, cast.fang]) {
      await (await app.as(other)).get(`/cases/${ref}/reclassification`).expect(403);
      await (await app.as(other)).post(`/cases/${ref}/reclassification`, form).expect(403);
    }
    const chen = await app.as(cast.chen);
    await chen.get(at()).expect(/reclassification/);
    await chen.post(`/cases/${ref}/reclassification`, { ...form, outcomeClass: 'B' }).expect(422);
    await chen
      .post(`/cases/${ref}/reclassification`, { ...form, reason: '' })
      .expect(422)
      .expect(/改类理由/);
    await chen.post(`/cases/${ref}/reclassification`, form).expect(303);
    expect(await find(app, ref)).toMatchObject({ status: 'concluded', outcomeClass: 'C', reportDueOn: null });
    for (const one of [cast.wu, cast.gao, cast.he]) expect(await remindersFor(one)).toContain('reclassified');
    await chen.post(`/cases/${ref}/reclassification`, form).expect(409);
    await chen.get('/promises?state=reclassified').expect(new RegExp(ref));
    expect((await app.visitor().get(`/cases/${ref}`).expect(200)).text).not.toContain('用地调整');
  });
});

describe('the ledger of promises', () => {
  it('goes on although the session is closed', async () => {
    await app.db.query("update congress_session set status = 'closed' where id = $1", [congress.sessionId]);
    const gao = await app.as(cast.gao);
    await gao.get('/promises').expect(new RegExp(ref));
    await gao.post(at('/progress'), progress()).expect(303);
    app.clock.set('2026-10-15T09:00:00+08:00');
    const chen = await app.as(cast.chen);
    await chen
      .get('/promises?state=overdue')
      .expect(new RegExp(ref))
      .expect(/已跟踪 6 个月/)
      .expect(/完成 40%/);
    await chen
      .get('/promises?state=unreported')
      .expect(new RegExp(ref))
      .expect(/季度报告未交/);
    await chen.post(at('/implementation'), { note: '实地看过' }).expect(303);
    await app.db.query("update congress_session set status = 'open' where id = $1", [congress.sessionId]);
  });

  it('is read by those who watch over promises, each their own', async () => {
    for (const reader of [cast.gao, cast.he, cast.fang, cast.chen, cast.tang, cast.sun, cast.jian])
      await (await app.as(reader)).get('/promises').expect(200).expect(new RegExp(ref));
    expect((await (await app.as(cast.ding)).get('/promises').expect(200)).text).not.toContain(ref);
    for (const other of [cast.wu, cast.mei, cast.guan]) await (await app.as(other)).get('/promises').expect(404);
  });
});
