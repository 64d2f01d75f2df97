import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { inHandling } from '../handling/cases.js';
import { ANSWER, Journey, PROMISE } from './journey.js';

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());

describe('drafting a reply', () => {
  it('keeps what gao types, shows it to the unit, and to nobody else', async () => {
    const { ref } = await journey.ready();
    const gao = await app.as(cast.gao);
    await gao
      .get(`/cases/${ref}/reply`)
      .expect(200)
      .expect(/起草答复/);
    await gao.post(`/cases/${ref}/reply/draft`, { text: '草稿一' }).set('accept', 'application/json').expect(204);

    await gao.get(`/cases/${ref}/reply`).expect(/草稿一/);
    await gao.get('/units/hq/cases').expect(/tag-bad[^>]*>今天起草，还没有送审/);
    await gao.get('/me/todos').expect(/答复已经起草，还没有送审，请送审/);
    expect((await (await app.as(cast.ding)).get('/units/xx/cases').expect(200)).text).not.toContain('起草');
    await gao.get(`/cases/${ref}`).expect(/还没有送审/);
    await (await app.as(cast.chen)).get(`/cases/${ref}`).expect(/还没有送审/);
    const wu = await (await app.as(cast.wu)).get(`/cases/${ref}`).expect(200);
    expect(wu.text).not.toMatch(/草稿|送审/);
    for (const other of [cast.wu, cast.ding, cast.he, cast.chen, cast.zhou]) {
      const client = await app.as(other);
      await client.get(`/cases/${ref}/reply`).expect(403);
      await client.post(`/cases/${ref}/reply/draft`, { text: '别人的话' }).expect(403);
      await client.post(`/cases/${ref}/reply`, ANSWER).expect(403);
    }
    await app.visitor().get(`/cases/${ref}/reply`).expect(303);
    expect(await journey.actions(ref)).not.toContain('submit_reply');
  });

  it('gives a mistyped form back as typed', async () => {
    const { ref } = await journey.ready();
    const gao = await app.as(cast.gao);
    const page = await gao
      .post(`/cases/${ref}/reply`, { ...PROMISE, promisedOn: '九月底', outcomeClass: 'Z' })
      .expect(422);

    expect(page.text).toContain('时刻已贴在各站');
    expect(page.text).toContain('新购两辆校车');
    expect(page.text).toContain('href="#promisedOn"');
    expect(page.text).toContain('href="#outcomeClass"');
  });

  it('says what is missing of the text, and keeps it', async () => {
    const { ref } = await journey.ready();
    const gao = await app.as(cast.gao);
    await gao.post(`/cases/${ref}/reply`, { ...PROMISE, promisedOn: '2026-04-14', responsible: '' }).expect(422);

    const page = await gao.get(`/cases/${ref}/reply`).expect(200);
    expect(page.text).toContain('新购两辆校车');
    expect(await journey.statusOf(ref)).toBe('in_handling');
  });

  it('says what is missing of the case', async () => {
    const { ref } = await inHandling(app);
    const gao = await app.as(cast.gao);
    await gao.get(`/cases/${ref}/reply`).expect(/至少登记一次与提案人的沟通/);
    const page = await gao.post(`/cases/${ref}/reply`, ANSWER).expect(409);

    expect(page.text).toContain('信息化建设与管理中心的协办意见');
    await gao.get(`/cases/${ref}/reply`).expect(/时刻已贴在各站/);
  });

  it('shows both texts when a colleague wrote meanwhile', async () => {
    const { ref } = await journey.ready();
    await app.db.query(
      "insert into role_grant (id, staff_id, role, unit_id, valid_from) select gen_random_uuid(), $1, 'unit_officer', id, '2024-01-01' from unit where code = 'hq' on conflict do nothing",
      [cast.zhou.id],
    );
    const gao = await app.as(cast.gao);
    const zhou = await app.as(cast.zhou);
    const seen = app.clock.now().toISOString();
    app.clock.passMinutes(1);
    await zhou.post(`/cases/${ref}/reply/draft`, { text: '周平写的' }).expect(303);
    const page = await gao.post(`/cases/${ref}/reply/draft`, { text: '高远写的', seen }).expect(409);

    expect(page.text).toContain('周平写的');
    expect(page.text).toContain('高远写的');
    await zhou.get(`/cases/${ref}/reply`).expect(/周平写的/);
  });

  it('takes attachments along, readable with the reply', async () => {
    const { ref } = await journey.ready();
    const gao = await app.as(cast.gao);
    await gao
      .upload(`/cases/${ref}/reply`, ANSWER, { files: { name: '时刻表.txt', body: '22:00 图书馆' } })
      .expect(303);
    const address = /\/files\/[^"]+/.exec((await gao.get(`/cases/${ref}/reply`)).text)![0];

    await gao.get(address).expect(200);
    await (await app.as(cast.wu)).get(address).expect(404);
    await journey.sign(ref);
    await (await app.as(cast.wu)).get(address).expect(200);
    await app.visitor().get(address).expect(404);
  });
});
