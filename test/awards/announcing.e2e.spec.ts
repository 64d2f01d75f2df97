import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailDelivery } from '../../src/mail/index.js';
import { Reminders } from '../../src/notifications/reminders/reminders.service.js';
import { cast, castOn, units } from '../support/cast.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';

const { chen, sun, tang, zhao, luo, wu, zhou, mei, bai, shi, ou, gao } = cast;
const AWARDS = '/congress/8-3/awards';

describe('awards with dates, and the notice they make', () => {
  let app: TestApp;
  let serial: string;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db, { minimumSample: 1, awardNominations: 1 });
    const ref = await new Road(app).rated('satisfied');
    serial = await valueOf(
      'select case_origin.ref as value from case_origin join handling_case on id = case_id where handling_case.ref = $1',
      ref,
    );
  }, 180_000);
  afterAll(() => app.close());

  async function valueOf<T>(sql: string, ...values: unknown[]): Promise<T> {
    return ((await app.db.query(sql, values)) as { value: T }[])[0]!.value;
  }
  const pageOf = async (who: { id: string }, path: string) => (await (await app.as(who)).get(path).expect(200)).text;
  const post = async (who: { id: string }, path: string, fields = {}) => (await app.as(who)).post(path, fields);
  const todosOf = (who: { id: string }) => pageOf(who, '/me/todos');
  async function remindedOn(day: string): Promise<string[]> {
    app.clock.set(`${day}T08:30:00+08:00`);
    await app.get(Reminders).remind();
    const rows = (await app.db.query(
      `select name, kind from notification join staff on staff.id = staff_id where at = $1 and kind like 'award%' order by kind, number`,
      [app.clock.now()],
    )) as { name: string; kind: string }[];
    return rows.map(({ name, kind }) => `${name} ${kind}`);
  }

  it('have last days that chair or secretary sets, and nobody else', async () => {
    const days = { nominateBy: '2026-06-10', scoreBy: '2026-06-17' };
    for (const person of [sun, zhao, wu, zhou])
      expect((await post(person, `${AWARDS}/schedule`, days)).status).toBe(403);
    const past = await post(tang, `${AWARDS}/schedule`, { ...days, nominateBy: '2026-01-05' });
    expect([past.status, past.text.includes('这一天已经过去'), past.text.includes('2026-06-17')]).toEqual([
      422,
      true,
      true,
    ]);
    const turned = await post(tang, `${AWARDS}/schedule`, { nominateBy: '2026-06-17', scoreBy: '2026-06-10' });
    expect([turned.status, turned.text.includes('不能早于')]).toEqual([422, true]);

    for (let click = 0; click < 2; click += 1) expect((await post(tang, `${AWARDS}/schedule`, days)).status).toBe(303);

    const events =
      "select count(*)::int as value from ledger_event where subject_type = 'award' and action = 'schedule'";
    expect(await valueOf<number>(events)).toBe(1);
    expect(await pageOf(zhou, AWARDS)).toContain('推荐截止日期');
    for (const head of [zhao, luo]) expect(await todosOf(head)).toContain('还没有推荐优秀提案');
    expect(await todosOf(wu)).not.toContain('还没有推荐优秀提案');
  });

  it('remind the heads who nominated nothing, once; whoever nominated meanwhile gets no mail', async () => {
    expect(await remindedOn('2026-06-04')).toEqual([]);
    expect(await remindedOn('2026-06-05')).toEqual([
      `${zhao.name} award_nominate_soon`,
      `${luo.name} award_nominate_soon`,
    ]);
    expect(await remindedOn('2026-06-08')).toEqual([]);

    expect((await post(zhao, `${AWARDS}/nominations`, { ref: serial, reason: '好。' })).status).toBe(303);
    await app.get(MailDelivery).deliverDue();
    const sent = "select state as value from mail where kind = 'award_nominate_soon' and staff_id = $1";
    expect([await valueOf(sent, zhao.id), await valueOf(sent, luo.id)]).toEqual(['skipped', 'sent']);
    expect(await todosOf(zhao)).not.toContain('还没有推荐优秀提案');
  });

  it('take no nomination after the last day', async () => {
    app.clock.set('2026-06-11T09:00:00+08:00');
    const late = await post(luo, `${AWARDS}/nominations`, { ref: serial, reason: '也好。' });
    expect([late.status, late.text.includes('已过，没有保存')]).toEqual([409, true]);
    await (await app.as(luo)).get(`${AWARDS}/nominations`).expect(409);
  });

  it('remind the members who have not scored everything, and take no score after the day', async () => {
    expect(await todosOf(sun)).toContain('还有 1 件候选提案待您评分');
    expect((await post(chen, `${AWARDS}/candidates/${serial}`, { score: '90' })).status).toBe(303);
    const reminded = await remindedOn('2026-06-12');
    expect(reminded).toContain(`${sun.name} award_score_soon`);
    expect(reminded).not.toContain(`${chen.name} award_score_soon`);

    app.clock.set('2026-06-18T09:00:00+08:00');
    expect((await post(sun, `${AWARDS}/candidates/${serial}`, { score: '80' })).status).toBe(409);
    expect((await post(tang, `${AWARDS}/schedule`, { nominateBy: '2026-06-10', scoreBy: '2026-06-30' })).status).toBe(
      303,
    );
    expect((await post(sun, `${AWARDS}/candidates/${serial}`, { score: '80' })).status).toBe(303);
  });

  it('make no notice before they are decided', async () => {
    const fields = { unitId: units.cw.id, title: '公告', body: '公告' };
    expect((await post(tang, `${AWARDS}/notice`, fields)).status).toBe(409);
    const best = await valueOf<string>('select id as value from proposal where serial = $1', serial);
    const citations = { [`citation-${best}`]: '小切口|大问题。', [`citation-${units.hq.id}`]: '件件有回音。' };
    expect((await post(chen, `${AWARDS}/decision`, citations)).status).toBe(303);
  });

  it('show on the pages of what was awarded, to staff', async () => {
    const words = '第八届第三次会议优秀提案';
    expect(await pageOf(zhou, `/proposals/${serial}`)).toContain(words);
    expect((await app.visitor().get(`/proposals/${serial}`).expect(200)).text).not.toContain(words);
    expect(await pageOf(gao, '/units/hq/cases')).toContain('第八届第三次会议先进承办单位');
    expect(await pageOf(cast.ding, '/units/xx/cases')).not.toContain('先进承办单位');
  });

  it('make one draft for the publishers of a unit, by chair or secretary', async () => {
    const form = await pageOf(tang, `${AWARDS}/notice`);
    for (const text of ['优秀提案', serial, '小切口／大问题。', '吴敏', '件件有回音。', '财务处'])
      expect(form).toContain(text);
    const fields = { unitId: units.cw.id, title: '评优公告', body: `| ${serial} | 充电点 |` };
    for (const person of [sun, zhao, zhou, mei])
      expect((await post(person, `${AWARDS}/notice`, fields)).status).toBe(403);
    const nobody = await post(tang, `${AWARDS}/notice`, { ...fields, unitId: units.gh.id });
    expect([nobody.status, nobody.text.includes('还没有信息员')]).toEqual([409, true]);
    expect((await post(tang, `${AWARDS}/notice`, { ...fields, title: '' })).text).toContain(serial);

    const answers = await Promise.all(Array.from({ length: 10 }, () => post(tang, `${AWARDS}/notice`, fields)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, ...Array<number>(9).fill(409)]);

    expect(await valueOf<number>('select count(*)::int as value from notice where award_session_id is not null')).toBe(
      1,
    );
    const told =
      "select name as value from notification join staff on staff.id = staff_id where kind = 'notice_handed_over'";
    expect(await valueOf(told)).toBe(mei.name);
    expect(await todosOf(mei)).toContain('由提案工作委员会移交');
    await (await app.as(chen)).get(`${AWARDS}/notice`).expect(409);
  });

  it('that goes the ordinary way; before it is published others see nothing of it', async () => {
    const id = await valueOf<string>('select id as value from notice where award_session_id is not null');
    expect(await pageOf(zhou, AWARDS)).not.toContain('评优公告');
    expect(await pageOf(tang, AWARDS)).toContain('评优公告');
    await (await app.as(zhou)).get(`/notices/${id}`).expect(404);
    expect((await post(tang, `/notices/${id}/submission`)).status).toBe(403);

    await walk(id);

    expect(await pageOf(zhou, AWARDS)).toContain('评优公告');
    const index = await valueOf<string>('select index_number as value from notice where id = $1', id);
    const page = (await app.visitor().get(`/notices/${index}`).expect(200)).text;
    expect(page).toContain(`href="/proposals/${serial}"`);
    expect((await post(chen, `${AWARDS}/notice`, { unitId: units.cw.id, title: '又一份', body: '文' })).status).toBe(
      409,
    );
  });

  async function walk(id: string): Promise<void> {
    for (const [who, step] of [
      [mei, 'submit'],
      [bai, 'approve'],
      [shi, 'clear'],
      [ou, 'publish'],
    ] as const)
      await (await app.as(who)).post(`/notices/${id}/${STEP[step]}`).expect(303);
  }
  const STEP = { submit: 'submission', approve: 'approval', clear: 'clearance', publish: 'publication' };
});
