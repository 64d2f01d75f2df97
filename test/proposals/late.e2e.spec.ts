import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CongressAdministration } from '../../src/congress/congress-administration.js';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';

const IN_TIME = '2026-04-14T09:00:00+08:00';
const TOO_LATE = '2026-05-06T09:00:00+08:00';

describe('a proposal that comes too late', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  beforeEach(() => app.clock.set(IN_TIME));
  afterAll(() => app.close());

  const rowOf = async (id: string) => {
    const rows = await app.db.query(
      'select serial, status, handed_in_as, waits_for_session, session_id, reason from proposal where id::text = $1 or serial = $1',
      [id],
    );
    return rows[0] as Record<string, unknown>;
  };
  const choose = async (id: string, way: string, who: Player = cast.wu) =>
    (await app.as(who)).post(`/proposals/${id}/late`, { way });
  const toldOf = async (who: Player, title: string): Promise<string[]> => {
    const rows = await app.db.query("select kind from notification where staff_id = $1 and params ->> 'title' = $2", [
      who.id,
      title,
    ]);
    return (rows as { kind: string }[]).map(({ kind }) => kind);
  };
  const page = async (who: Player, address: string) => (await (await app.as(who)).get(address).expect(200)).text;

  it('is kept, and its page and the refused step offer the ways on', async () => {
    const id = await journey.seconding({ title: '关于迟交的提案' });
    await journey.seconded(id, cast.lin, cast.zhao);
    await (await app.as(cast.wu)).get(`/proposals/${id}/late`).expect(409);
    expect((await choose(id, 'suggestion')).status).toBe(409);

    app.clock.set(TOO_LATE);
    const wu = await app.as(cast.wu);
    const refused = await wu.post(`/proposals/${id}/submission`).expect(409);
    const offered = ['征集时间已过，怎样继续', '作为合理化建议提交', '留待下次会议', '作为闭会期间提案继续'];
    expect(offered.map((text) => refused.text.includes(text))).toEqual([true, true, true, false]);
    expect(await page(cast.wu, `/proposals/${id}`)).toContain(`/proposals/${id}/late`);
    expect((await wu.post(`/proposals/${id}/late`, {}).expect(422)).text).toContain('error-summary');
    expect((await choose(id, 'suggestion', cast.lin)).status).toBe(403);
    expect((await choose(id, 'suggestion', cast.tang)).status).toBe(404);
    expect(await rowOf(id)).toMatchObject({ status: 'seconding', reason: TEXT.reason, serial: null });
  });

  it('is not late before: every page of the writing says until when', async () => {
    const id = await journey.seconding();
    await journey.invite(id, cast.lin);
    for (const address of ['/proposals/new', `/proposals/${id}`, `/proposals/${id}/seconders`])
      expect(await page(cast.wu, address)).toMatch(/提案征集到\d{4}年.* 24 时截止，请在截止前提交。/);
    expect(await page(cast.lin, `/proposals/${id}/second`)).toMatch(/请在\d{4}年.*提案征集截止前答复。/);
    expect(await page(cast.lin, '/me/todos')).toMatch(/class="due/);
  });

  it('can still be written down after the window', async () => {
    app.clock.set(TOO_LATE);
    const closed = await page(cast.wu, '/proposals/new');
    expect([closed.includes('提案征集已于'), closed.includes('/proposals/new?late=yes')]).toEqual([true, true]);
    expect(await page(cast.wu, '/proposals/new?late=yes')).toContain('写提案');
    const id = await journey.drafted();
    await choose(id, 'suggestion');
    expect((await rowOf(id)).handed_in_as).toBe('suggestion');
  });

  it('goes in as a suggestion, which the committee passes on or declines and never files', async () => {
    const title = '关于改作建议的提案';
    const id = await journey.drafted({ title });
    const bare = await journey.drafted({ title: '关于缺措施的提案', measures: '' });
    app.clock.set(TOO_LATE);
    expect((await choose(bare, 'suggestion')).text).toContain('请填写建议措施');
    const answer = await choose(id, 'suggestion');
    const serial = /\d{4}-\d{4}/.exec(answer.headers.location as string)![0];
    expect((await choose(id, 'suggestion')).status).toBe(409);

    expect(await rowOf(serial)).toMatchObject({ status: 'submitted', handed_in_as: 'suggestion' });
    expect(await toldOf(cast.tang, title)).toEqual(['received']);
    expect(await toldOf(cast.wu, title)).toContain('submitted');
    for (const address of [`/proposals/${serial}`, '/proposals/mine'])
      expect(await page(cast.wu, address)).toContain('<span class="tag tag-key">建议</span>');
    expect(await page(cast.tang, '/review')).toContain('<span class="tag tag-key">建议</span>');

    await (await app.as(cast.tang)).post(`/review/${serial}/taking-up`).expect(303);
    const chen = await app.as(cast.chen);
    await chen.post(`/review/${serial}/decision`, { outcome: 'file', note: '' }).expect(403);
    await chen.post(`/review/${serial}/decision`, { outcome: 'convert', note: '请后勤研究。' }).expect(303);
    expect(await page(cast.wu, `/proposals/${serial}`)).toContain('第八届三次建议第');
    expect(await page(cast.tang, '/statistics/received?part=converted')).toContain(serial);
  });

  it('waits for the next session and moves there by itself; the seconds lapse', async () => {
    const title = '关于留待下次的提案';
    const id = await journey.seconding({ title });
    await journey.seconded(id, cast.lin, cast.zhao);
    app.clock.set(TOO_LATE);
    expect(await page(cast.wu, `/proposals/${id}/late`)).toContain('下次会议还没有筹备');
    expect((await choose(id, 'next_session')).status).toBe(303);

    expect(await rowOf(id)).toMatchObject({ status: 'draft', waits_for_session: true, session_id: congress.sessionId });
    for (const address of [`/proposals/${id}`, '/proposals/mine'])
      expect(await page(cast.wu, address)).toContain('等待下次会议');
    expect(await toldOf(cast.lin, title)).toContain('second_lapsed');

    const next = newId();
    const keeper = await app.actor(cast.tang);
    await app.get(CongressAdministration).addSession(next, congress.termId, 4, keeper);
    expect(await rowOf(id)).toMatchObject({
      status: 'draft',
      waits_for_session: false,
      session_id: next,
      reason: TEXT.reason,
    });
    expect(await toldOf(cast.wu, title)).toContain('moved_to_session');
    expect(await page(cast.wu, `/proposals/${id}`)).toContain('转入下次会议的草稿');

    const wu = await app.as(cast.wu);
    const early = await wu.post(`/proposals/${id}/seconding`).expect(409);
    expect([early.text.includes('尚未开始'), early.text.includes('提案征集时间已过')]).toEqual([true, false]);
    const another = await journey.drafted({ title: '关于马上转入的提案' });
    expect(await page(cast.wu, `/proposals/${another}/late`)).toContain('第八届四次会议的草稿');
    await choose(another, 'next_session');
    expect(await rowOf(another)).toMatchObject({ session_id: next, waits_for_session: false });

    const dates = { heldFrom: null, heldUntil: null, windowFrom: '2026-09-01', windowUntil: '2026-09-30' };
    await app.get(CongressAdministration).setDates(next, dates, keeper);
    await app.get(CongressAdministration).take('open', next, keeper);
    app.clock.set('2026-09-02T09:00:00+08:00');
    await (await app.as(cast.wu)).post(`/proposals/${id}/seconding`).expect(303);
    expect(await page(cast.wu, `/proposals/${id}/seconders`)).toContain('已有 0 位附议');
    await app.db.query("update congress_session set status = 'preparing' where id = $1", [next]);
  });

  it('goes on between the sessions where the school allows it, with a number of its own', async () => {
    await app.db.query(`update congress_session set settings = '{"betweenSessionFiling": true}' where id = $1`, [
      congress.sessionId,
    ]);
    app.clock.set(TOO_LATE);
    const id = await journey.drafted({ title: '关于闭会期间的提案' });
    expect(await page(cast.wu, `/proposals/${id}/late`)).toContain('作为闭会期间提案继续');
    expect((await choose(id, 'between_sessions')).headers.location).toBe(`/proposals/${id}/check`);

    const serials = [await journey.filed({ title: '关于闭会期间办的提案' }), await journey.filed()];
    for (const serial of serials) expect((await rowOf(serial)).handed_in_as).toBe('between_sessions');
    const visible = await app.visitor().get(`/proposals/${serials[0]}`);
    expect(['闭会期间提案', '第八届三次闭会第001号'].map((text) => visible.text.includes(text))).toEqual([true, true]);
    expect((await app.visitor().get('/proposals')).text).toContain('闭会期间提案');
    const numbers = await app.db.query('select ref from handling_case where between_sessions order by ref');
    expect(numbers).toEqual([{ ref: '8-3-b001' }, { ref: '8-3-b002' }]);
    expect((await app.visitor().get('/cases/8-3-b001').expect(200)).text).toContain('闭会期间提案');

    app.clock.set(IN_TIME);
    expect((await rowOf(await journey.filed())).handed_in_as).toBe('proposal');
  });
});
