import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress } from '../support/cast.js';
import { PROPOSAL, Road } from '../support/road.js';
import { type Client, TestApp } from '../support/test-app.js';

const SESSION = `/admin/congress/sessions/${congress.sessionId}`;

describe('closing a session', () => {
  let app: TestApp;
  let road: Road;
  let tang: Client;
  let wu: Client;
  let seconding: string;
  let serial: string;
  let open: string;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    road = new Road(app);
    tang = await app.as(cast.tang);
    wu = await app.as(cast.wu);
    open = await road.filed();
    serial = await road.underReview({ title: '关于改善教室照明的提案' });
    seconding = await road.seconding({ title: '关于增设午休室的提案' });
    for (const one of [cast.lin, cast.zhao])
      await road.post(one, `/proposals/${seconding}/second`, { answer: 'second' });
  }, 180_000);
  afterAll(() => app.close());

  it('begins with a page that says what ends and what is not done yet', async () => {
    const { text } = await tang.get(`${SESSION}/closing`).expect(200);

    expect(text).toContain('不能再提交提案');
    expect(text).toContain('尚未作出决定的提案 1 件');
    expect(text).toContain(`/proposals/${serial}`);
    expect(text).toContain('尚未交办的案件 1 件');
    expect(text).toContain(`/cases/${open}`);
    expect((await tang.get(SESSION)).text).toContain(`href="${SESSION}/closing"`);
  });

  it('is for those who keep the books', async () => {
    for (const one of [cast.chen, cast.wu, cast.he]) {
      await (await app.as(one)).get(`${SESSION}/closing`).expect(404);
      await (await app.as(one)).post(`${SESSION}/close`).expect(404);
    }
  });

  it('shows an administrator how many matters wait, and not what they are about', async () => {
    const { text } = await (await app.as(cast.guan)).get(`${SESSION}/closing`).expect(200);

    expect(text).toContain('尚未作出决定的提案 1 件');
    expect(text).not.toContain('改善教室照明');
  });

  it('ends the filing although the window is still open, and nothing else', async () => {
    await tang.post(`${SESSION}/close`).expect(303);

    const refused = await wu.post(`/proposals/${seconding}/submission`).expect(409);
    expect(refused.text).toMatch(/\p{Script=Han}/u);
    await wu.get('/proposals/new').expect(409);
    expect((await app.visitor().get('/congress/8-3')).text).toContain('提案征集已结束');

    await road.post(cast.chen, `/review/${serial}/decision`, { outcome: 'file', note: '' });
    expect((await tang.get(`${SESSION}/closing`)).status).toBe(409);
    await tang.post(`${SESSION}/close`).expect(409);
  });

  it('leaves the door open where the school files between sessions', async () => {
    await app.db.query('update congress_session set settings = $2 where id = $1', [
      congress.sessionId,
      { betweenSessionFiling: true },
    ]);

    await road.post(cast.wu, `/proposals/${newId()}/draft`, { ...PROPOSAL, page: newId() });
    await wu.post(`/proposals/${seconding}/submission`).expect(303);
  });

  it('can be undone', async () => {
    await tang.post(`${SESSION}/open`).expect(303);

    expect((await app.visitor().get('/congress/8-3')).text).toContain('正在征集提案');
    expect((await tang.get(`${SESSION}/closing`)).text).toContain('仍可作为闭会期间提案提交');
  });

  it('does not lose its dates to an empty form', async () => {
    const before = await datesOf();
    const refused = await tang.post(`${SESSION}/dates`).expect(422);

    expect(refused.text).toContain('没有填写任何日期');
    expect(await datesOf()).toEqual(before);
  });

  const datesOf = () =>
    app.db.query('select window_from, window_until from congress_session where id = $1', [congress.sessionId]);
});
