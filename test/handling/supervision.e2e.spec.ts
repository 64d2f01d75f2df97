import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { Reminders } from '../../src/notifications/reminders/reminders.service.js';
import { GOOD, Journey, PROMISE } from '../replies/journey.js';
import { cast, castOn, type Player, units } from '../support/cast.js';
import { PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';
import { find, inHandling } from './cases.js';
import { noticeOf, SupervisionDesk } from './supervision-desk.js';

const OVERDUE = '2026-06-10T09:00:00+08:00';
let app: TestApp;
let ref: string;
const desk = () => new SupervisionDesk(app, ref);
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
});
afterAll(() => app.close());
/** Assigned on 14 April, due on 28 May; it is 10 June now and logistics has not answered. */
beforeEach(async () => {
  app.clock.set('2026-04-14T09:00:00+08:00');
  ({ ref } = await inHandling(app));
  app.clock.set(OVERDUE);
});

const wish = (more: Record<string, string> = {}) => noticeOf(more);
const issue = (form = wish(), who: Player = cast.tang) => desk().issue(form, who);
const notices = () => desk().notices();
const toldTo = (who: Player) => desk().toldTo(who);
const answer = (id: string, who: Player = cast.gao) => desk().answer(id, who);
const decide = (id: string, decision: string, note = '') => desk().decide(id, decision, note);

describe('an overdue case', () => {
  it('is proposed on the board, and nothing is sent by itself', async () => {
    await app.get(Reminders).remind();
    expect(await notices()).toEqual([]);
    const chen = await app.as(cast.chen);
    await chen.get('/board').expect(/件逾期，建议督办/);
    await chen
      .get('/supervision?state=proposed')
      .expect(new RegExp(`/cases/${ref}/supervision/new`))
      .expect(/建议：催办/);
    const gao = await app.as(cast.gao);
    expect((await gao.get('/supervision?state=proposed').expect(200)).text).not.toContain(ref);
    await issue();
    expect((await chen.get('/supervision?state=proposed').expect(200)).text).not.toContain(`/cases/${ref}/`);
  });
});

describe('a reminder of level one', () => {
  it('is issued by chair or secretary only, with reason and day, numbered, told to officer and head, shown as a flag', async () => {
    for (const other of [cast.sun, cast.gao, cast.he, cast.fang, cast.wu, cast.mei])
      expect((await issue(wish(), other)).status).toBe(403);
    const empty = await issue(wish({ reason: '' }));
    expect(empty.status).toBe(422);
    expect((await issue(wish({ answerBy: '2026-06-10' }))).status).toBe(422);
    expect((await issue(wish({ unit: units.cw.id }))).status).toBe(404);
    expect((await issue()).status).toBe(303);
    const [notice] = await notices();
    expect(notice).toMatchObject({ level: 1, status: 'issued' });
    expect(notice!.number).toMatch(/^督〔2026〕\d+号$/);
    for (const one of [cast.gao, cast.he]) expect(await toldTo(one)).toContain('supervised');
    expect(await toldTo(cast.fang)).not.toContain('supervised_leader');
    await app
      .visitor()
      .get(`/cases/${ref}`)
      .expect(/已催办/);
    await (await app.as(cast.chen)).get('/board').expect(/已催办/);
    await (await app.as(cast.gao)).get('/me/todos').expect(/书面答复督办单/);
  });

  it('is one notice with one message, however often the form is sent', async () => {
    const form = wish();
    const answers = await Promise.all(Array.from({ length: 10 }, () => issue(form)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect(await notices()).toHaveLength(1);
    expect((await toldTo(cast.gao)).filter((kind) => kind === 'supervised')).toHaveLength(1);
  });

  it('is one at a time: of ten different ones at once, one is issued', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => issue(wish())));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409 || status === 422)).toHaveLength(9);
    expect(await notices()).toHaveLength(1);
  });

  it('is talk between the offices: its page, its paper and its answer are closed to everybody else', async () => {
    await issue();
    const { id } = (await notices())[0]!;
    const page = `/cases/${ref}/supervision/${id}`;
    for (const reader of [cast.gao, cast.he, cast.ding, cast.tang, cast.sun, cast.fang, cast.jian]) {
      await (await app.as(reader)).get(page).expect(200);
      await (
        await app.as(reader)
      )
        .get(`${page}/letter`)
        .expect(200)
        .expect(/（盖章）/)
        .expect(/督〔2026〕/);
    }
    for (const other of [cast.wu, cast.mei, cast.bai]) await (await app.as(other)).get(page).expect(404);
    await (
      await app.as(cast.gao)
    )
      .upload(`${page}/answer`, { id: newId(), text: '车辆检修' }, { files: { name: '检修单.pdf', body: PDF } })
      .expect(303);
    const [, file] = /href="(\/files\/[^"]+)"/.exec((await (await app.as(cast.chen)).get(page)).text)!;
    await (await app.as(cast.he)).get(file!).expect(200);
    for (const other of [cast.wu, cast.mei]) await (await app.as(other)).get(file!).expect(404);
    const seen = (await (await app.as(cast.wu)).get(`/cases/${ref}`).expect(200)).text;
    expect(seen).not.toContain('车辆检修');
    expect(seen).not.toContain('书面答复督办');
  });
});

describe('the written answer', () => {
  it('is given by the unit itself, in time or late, once; the committee accepts it', async () => {
    await issue();
    const { id } = (await notices())[0]!;
    for (const other of [cast.ding, cast.chen, cast.wu, cast.bai])
      expect((await answer(id, other)).status).toBeGreaterThanOrEqual(403);
    expect((await decide(id, 'accept')).status).toBe(409);
    const answers = await Promise.all(Array.from({ length: 10 }, () => answer(id)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await toldTo(cast.chen)).filter((kind) => kind === 'supervision_answered')).toHaveLength(1);
    await (await app.as(cast.tang)).get('/me/todos').expect(/请认定督办答复/);
    expect((await decide(id, 'accept')).status).toBe(303);
    expect(await notices()).toMatchObject([{ status: 'accepted' }]);
    expect(await toldTo(cast.he)).toContain('answer_accepted');
    expect((await decide(id, 'refuse', '再说')).status).toBe(409);
  });

  it('is not accepted without a reason', async () => {
    await issue();
    const { id } = (await notices())[0]!;
    await answer(id);
    const refused = await decide(id, 'refuse');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('请写明理由');
    expect((await decide(id, 'refuse', '没有完成日期')).status).toBe(303);
    expect(await toldTo(cast.gao)).toContain('answer_refused');
  });

  it('is reminded of, and its absence told to unit and committee', async () => {
    await issue();
    app.clock.set('2026-06-16T09:00:00+08:00');
    await app.get(Reminders).remind();
    expect(await toldTo(cast.gao)).toContain('supervision_due_soon');
    app.clock.set('2026-06-18T09:00:00+08:00');
    await app.get(Reminders).remind();
    await app.get(Reminders).remind();
    for (const one of [cast.gao, cast.he, cast.tang])
      expect((await toldTo(one)).filter((kind) => kind === 'supervision_overdue')).toHaveLength(1);
  });
});

describe('the next level', () => {
  it('follows when the time to answer is over, in order; level three goes to the leader as well', async () => {
    await issue();
    const early = await issue(wish({ level: '2' }));
    expect(early.status).toBe(422);
    expect(early.text).toContain('还没有到');
    app.clock.set('2026-06-18T09:00:00+08:00');
    await (await app.as(cast.chen)).get('/supervision?state=proposed').expect(/建议：督办通知/);
    expect((await issue(wish({ level: '1', answerBy: '2026-06-25' }))).status).toBe(422);
    expect((await issue(wish({ level: '2', answerBy: '2026-06-25' }))).status).toBe(303);
    expect(await notices()).toMatchObject([{ status: 'raised' }, { level: 2, status: 'issued' }]);
    app.clock.set('2026-06-26T09:00:00+08:00');
    expect((await issue(wish({ level: '3', answerBy: '2026-07-03' }))).status).toBe(303);
    expect(await toldTo(cast.fang)).toContain('supervised_leader');
    await app
      .visitor()
      .get(`/cases/${ref}`)
      .expect(/校领导督办/);
    expect((await find(app, ref)).supervisedLevel).toBe(3);
  });

  it('is left out only with a reason, which is kept', async () => {
    const skipped = await issue(wish({ level: '3' }));
    expect(skipped.status).toBe(422);
    expect(skipped.text).toContain('越级督办须写明理由');
    expect((await issue(wish({ level: '3', skipReason: '涉及安全，须立即办理' }))).status).toBe(303);
    const { id } = (await notices())[0]!;
    await (await app.as(cast.he)).get(`/cases/${ref}/supervision/${id}`).expect(/涉及安全/);
  });
});

describe('a promise that is overdue', () => {
  it('is supervised as well', async () => {
    app.clock.set('2026-04-14T09:00:00+08:00');
    ref = await new Journey(app).rated(GOOD, PROMISE);
    app.clock.set('2026-10-12T09:00:00+08:00');
    await (await app.as(cast.chen)).get('/supervision?state=proposed').expect(new RegExp(`/cases/${ref}/`));
    expect((await issue(wish({ answerBy: '2026-10-19' }))).status).toBe(303);
  });
});
