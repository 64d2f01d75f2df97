import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, type Player, units } from '../support/cast.js';
import { ANSWER, PROPOSAL, Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { foundSchool, SCHOOL, SUGGESTION } from './light-school.js';

describe('the light mode of a small school', () => {
  let app: TestApp;
  let road: Road;
  const ids: { serial: string; ref: string } = { serial: '', ref: '' };

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await foundSchool(app);
    road = new Road(app);
  }, 180_000);
  afterAll(() => app.close());

  const page = async (who: Player, address: string) => (await (await app.as(who)).get(address).expect(200)).text;
  const send = async (who: Player, address: string, fields: Record<string, string> = {}) =>
    (await app.as(who)).post(address, fields);
  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    ((await app.db.query(`select count(*)::int as n ${sql}`, values)) as { n: number }[])[0]!.n;
  const form = (fields: Record<string, string> = {}) => ({
    ...SUGGESTION,
    page: newId(),
    session: SCHOOL.sessionId,
    onward: 'submit',
    ...fields,
  });
  const mode = (to: string, who: Player = cast.mei) => send(who, `/admin/congress/${SCHOOL.id}/mode`, { mode: to });
  const told = (kind: string, who: Player) =>
    count('from notification where kind = $1 and staff_id = $2', kind, who.id);
  const caseOf = async (serial: string): Promise<string> =>
    (
      await app.db.query(
        'select handling_case.ref from handling_case join case_origin on case_id = id where case_origin.ref = $1',
        [serial],
      )
    )[0].ref;

  it('is off until it is chosen, and offers nothing', async () => {
    expect((await send(cast.zhou, `/suggestions/${newId()}`, form())).status).toBe(403);
    expect(await page(cast.zhou, '/')).not.toContain('href="/suggestions"');
    expect(await page(cast.gao, '/')).toContain('href="/proposals/mine"');
    expect(await page(cast.gao, '/proposals/new')).toContain('现在不能提交提案');
  });

  it('is chosen by who keeps the congress and nobody else, with what it changes', async () => {
    expect((await mode('light', cast.zhou)).status).toBe(404);
    expect((await mode('light', cast.bai)).status).toBe(404);
    expect((await mode('light', cast.tang)).status).toBe(404);
    const admin = await page(cast.mei, `/admin/congress/${SCHOOL.id}`);
    for (const text of ['现在实行完整流程', '不限于代表', '改为简易模式']) expect(admin).toContain(text);

    expect((await mode('light')).status).toBe(303);
    expect((await mode('light')).status).toBe(303);
    expect(await page(cast.mei, `/admin/congress/${SCHOOL.id}`)).toContain('现在实行简易模式');
    expect(await count("from ledger_event where action = 'switch_to_light'")).toBe(1);
  });

  it('takes the committee chain off the navigation, and refuses it with a sentence', async () => {
    const delegate = await page(cast.gao, '/');
    for (const href of ['/proposals/mine', '/delegation']) expect(delegate).not.toContain(`href="${href}"`);
    expect(delegate).toContain('href="/suggestions"');
    expect(await page(cast.mei, '/')).not.toContain('href="/review"');
    expect(await page(cast.wu, '/')).toContain('href="/proposals/mine"');

    expect((await send(cast.mei, '/admin/congress/x/mode')).status).toBe(404);
    const gao = await app.as(cast.gao);
    const refused = [
      await gao.get('/proposals/new'),
      await gao.post(`/proposals/${newId()}/draft`, { ...PROPOSAL, page: newId(), session: SCHOOL.sessionId }),
    ];
    for (const answer of refused) {
      expect(answer.status).toBe(409);
      expect(answer.text).toContain('实行简易模式，不写提案');
    }
    expect(await page(cast.wu, '/proposals/new')).toContain('name="title"');
  });

  it('lets every member of staff of the unit and below write, whatever the window; others not', async () => {
    expect(await page(cast.zhou, '/suggestions')).toContain('写建议');
    const blank = await page(cast.zhou, '/suggestions/new');
    expect(blank).toContain('后勤教职工代表大会');
    expect(blank).toContain(`value="${units.hq.id}"`);
    expect(blank).not.toContain(`value="${units.sx.id}"`);
    for (const stranger of [cast.wu, cast.mei]) {
      expect((await (await app.as(stranger)).get('/suggestions/new')).status).toBe(403);
      const answer = await send(stranger, `/suggestions/${newId()}`, form());
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('没有可以直接提建议的教代会');
    }
  });

  it('keeps what was typed, and says what is missing before it is handed in', async () => {
    const id = newId();
    const saved = await send(cast.zhou, `/suggestions/${id}/autosave`, form({ measures: '', onward: '' }));
    expect(saved.status).toBe(200);
    const answer = await send(cast.zhou, `/suggestions/${id}`, form({ measures: '', version: '1' }));
    expect(answer.status).toBe(422);
    for (const text of ['请填写建议怎样做', '中午十二点排队二十分钟', 'error-summary'])
      expect(answer.text).toContain(text);
    expect(await page(cast.zhou, `/suggestions/${id}`)).toContain('中午十二点排队二十分钟');
    expect(await page(cast.zhou, `/proposals/${id}`)).not.toContain('/late');
    for (const step of ['seconding', 'late'])
      expect((await send(cast.zhou, `/proposals/${id}/${step}`, { way: 'suggestion' })).status).toBe(403);
    expect((await (await app.as(cast.mei)).get(`/proposals/${id}`)).status).toBe(404);
  });

  it('makes one case and one message of ten clicks', async () => {
    const [id, fields, zhou] = [newId(), form(), await app.as(cast.zhou)];
    const answers = await Promise.all(Array.from({ length: 10 }, () => zhou.post(`/suggestions/${id}`, fields)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    ids.serial = /hq-\d{4}-\d{4}/.exec(answers[0]!.headers.location as string)![0];
    ids.ref = await caseOf(ids.serial);

    expect(ids.serial).toBe('hq-2026-0001');
    expect(ids.ref).toBe('hq-1-1-j001');
    expect(await count("from handling_case where kind = 'suggestion'")).toBe(1);
    expect(await told('suggestion_received', cast.zhou)).toBe(1);
    for (const who of [cast.mei, cast.bai]) expect(await told('suggestion_to_assign', who)).toBe(1);
    for (const who of [cast.tang, cast.chen]) expect(await told('suggestion_to_assign', who)).toBe(0);
    expect(await page(cast.zhou, '/suggestions')).toContain(ids.serial);
    const own = await page(cast.zhou, `/proposals/${ids.serial}`);
    expect(own).toContain('提交了建议');
    expect(own).not.toContain('位附议');
  });

  it('is assigned by the secretary, answered, and rated by its author', async () => {
    const { ref } = ids;
    expect(await page(cast.mei, '/me/todos')).toContain(`/cases/${ref}/assignment`);
    expect(await page(cast.mei, `/cases/${ref}`)).toContain('提案委秘书确定承办单位后交办');
    expect((await send(cast.tang, `/cases/${ref}/assignment`, { lead: units.hq.id })).status).toBe(403);
    await road.post(cast.mei, `/cases/${ref}/assignment`, { lead: units.hq.id, leader: cast.fang.id });
    await road.post(cast.gao, `/cases/${ref}/receipt`, { assignment: await road.dutyOf(ref, 'lead') });
    const happenedOn = app.clock.now().toISOString().slice(0, 10);
    const contact = { id: newId(), way: 'visit', happenedOn, summary: '在食堂当面谈过。' };
    await road.post(cast.gao, `/cases/${ref}/contacts`, contact);
    await road.post(cast.gao, `/cases/${ref}/reply`, { ...ANSWER, text: '下月起分两批开饭。' });
    await road.post(cast.he, `/cases/${ref}/signature`, { part: 'head', version: '1' });
    expect(await page(cast.zhou, `/cases/${ref}`)).toContain('下月起分两批开饭');
    await road.post(cast.zhou, `/cases/${ref}/rating`, { attitude: 'satisfied', result: 'satisfied', reason: '' });
    expect(await count("from handling_case where ref = $1 and status = 'concluded'", ref)).toBe(1);
    const own = await page(cast.zhou, '/suggestions');
    expect([own.includes('办理完毕，提案人满意'), own.includes('等待交办')]).toEqual([true, false]);
  });

  it('takes nothing while no session runs', async () => {
    const id = newId();
    await road.post(cast.zhou, `/suggestions/${id}`, form({ onward: 'stay' }));
    await app.db.query("update congress_session set status = 'closed' where id = $1", [SCHOOL.sessionId]);
    const answer = await send(cast.zhou, `/suggestions/${id}`, form({ version: '1' }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('没有正在进行的教代会会议');
    expect((await send(cast.zhou, `/suggestions/${newId()}`, form())).status).toBe(403);
    await app.db.query("update congress_session set status = 'open' where id = $1", [SCHOOL.sessionId]);
  });

  it('is switched off again: drafts stay and are not handed in, proposals are back', async () => {
    const id = newId();
    await road.post(cast.zhou, `/suggestions/${id}`, form({ onward: 'stay' }));
    expect((await mode('full')).status).toBe(303);

    const answer = await send(cast.zhou, `/suggestions/${id}`, form({ version: '1' }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('已关闭简易模式');
    expect((await send(cast.zhou, `/suggestions/${newId()}`, form())).status).toBe(403);
    expect(await count('from proposal where id = $1 and serial is null', id)).toBe(1);
    expect(await page(cast.gao, '/')).toContain('href="/proposals/mine"');
    expect(await count("from ledger_event where action = 'switch_to_full'")).toBe(1);
  });

  it('stops what was collecting seconders, and is refused while something is undecided', async () => {
    const id = newId();
    await app.db.query(
      "update congress_session set window_from = '2026-04-01', window_until = '2026-05-01' where id = $1",
      [SCHOOL.sessionId],
    );
    await road.post(cast.gao, `/proposals/${id}/draft`, { ...PROPOSAL, page: newId(), session: SCHOOL.sessionId });
    await mode('light');
    const stopped = await send(cast.gao, `/proposals/${id}/seconding`);
    expect(stopped.status).toBe(409);
    expect(stopped.text).toContain('实行简易模式');
    await mode('full');
    await road.post(cast.gao, `/proposals/${id}/seconding`);

    await app.db.query(
      "update proposal set status = 'submitted', serial = 'hq-2026-0099', submitted_at = now(), review_by = '2026-05-01' where id = $1",
      [id],
    );
    const refused = await mode('light');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('还有 1 份提案没有审定');
  });
});
