import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { inHandling } from '../handling/cases.js';
import { ANSWER, Journey } from './journey.js';

const TEXT = '{提案人}代表提出的《{案名}》（{案号}）收悉，{单位}答复如下：';
const FILLED = /吴敏代表提出的《关于增开夜间校车的提案》（第八届三次第\d+号）收悉，后勤保障部答复如下：/;

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());

const template = (changes: Record<string, string> = {}) => ({
  id: newId(),
  version: '0',
  name: `校车类 ${newId().slice(-6)}`,
  text: TEXT,
  ...changes,
});
const keep = async (who: Player, fields: Record<string, string>, unit = 'hq') =>
  (await app.as(who)).post(`/units/${unit}/templates`, fields);
const kept = async (changes: Record<string, string> = {}) => {
  const fields = template(changes);
  expect((await keep(cast.gao, fields)).status).toBe(303);
  return fields;
};

describe('the templates of a unit', () => {
  it('are kept by its officers and its head', async () => {
    const fields = await kept();
    await (await app.as(cast.gao)).get('/units/hq/cases').expect(/units\/hq\/templates/);
    const he = await app.as(cast.he);
    await he.get('/units/hq/templates').expect(new RegExp(fields.name));
    const page = await he.get(`/units/hq/templates/${fields.id}`).expect(200);
    expect(page.text).toContain('{案名}');
    expect((await keep(cast.he, { ...fields, version: '1', text: '改过的文字' })).status).toBe(303);
    await he.get(`/units/hq/templates/${fields.id}`).expect(/改过的文字/);
  });

  it('are nobody else’s', async () => {
    const fields = await kept();
    for (const other of [cast.ding, cast.yan, cast.fang, cast.chen, cast.wu, cast.guan]) {
      expect((await keep(other, template())).status).toBe(403);
      const client = await app.as(other);
      await client.get('/units/hq/templates').expect(403);
      await client.get(`/units/hq/templates/${fields.id}`).expect(403);
      await client.post(`/units/hq/templates/${fields.id}/retirement`).expect(403);
    }
    expect((await keep(cast.ding, fields, 'xx')).status).toBe(404);
    await (await app.as(cast.ding)).get(`/units/xx/templates/${fields.id}`).expect(404);
    await app.visitor().get('/units/hq/templates').expect(303);
  });

  it('refuse a placeholder that nobody fills in, a name twice, and an older page', async () => {
    const wrong = await keep(cast.gao, template({ text: '请拨打{电话}' }));
    expect([wrong.status, wrong.text.includes('没有「电话」这个占位'), wrong.text.includes('请拨打')]).toEqual([
      422,
      true,
      true,
    ]);
    const fields = await kept();
    const twice = await keep(cast.he, template({ name: fields.name }));
    expect([twice.status, twice.text.includes('已有同名模板')]).toEqual([422, true]);
    await keep(cast.he, { ...fields, version: '1', text: '何川改的' });
    expect((await keep(cast.gao, { ...fields, version: '1', text: '高远改的' })).status).toBe(409);
    await (await app.as(cast.gao)).get(`/units/hq/templates/${fields.id}`).expect(/何川改的/);
  });

  it('are saved once, however often the form is sent', async () => {
    const fields = template();
    const answers = await Promise.all(Array.from({ length: 10 }, () => keep(cast.gao, fields)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    const sql =
      "select count(*)::int as n from ledger_event where action = 'write_template' and data->>'templateId' = $1";
    const [row] = (await app.db.query(sql, [fields.id])) as [{ n: number }];
    expect(row.n).toBe(1);
  });

  it('can be retired, and are then no longer chosen', async () => {
    const { ref } = await inHandling(app);
    const fields = await kept();
    const gao = await app.as(cast.gao);
    await gao.get(`/cases/${ref}/reply`).expect(new RegExp(fields.name));
    await gao.post(`/units/hq/templates/${fields.id}/retirement`).expect(303);
    await gao.get(`/units/hq/templates/${fields.id}`).expect(/已经停用/);
    expect((await gao.get(`/cases/${ref}/reply`)).text).not.toContain(fields.name);
    await gao.post(`/cases/${ref}/reply/template`, { template: fields.id, text: '' }).expect(404);
    expect((await keep(cast.gao, { ...fields, version: '2', text: '又改' })).status).toBe(409);
    expect((await keep(cast.gao, template({ name: fields.name }))).status).toBe(303);
  });
});

describe('choosing a template', () => {
  it('fills an empty reply with what is known of the case', async () => {
    const { ref } = await inHandling(app);
    const { id } = await kept();
    const gao = await app.as(cast.gao);
    const form = { template: id, text: '', outcomeClass: 'A' };
    await gao.post(`/cases/${ref}/reply/template`, form).expect(303).expect('location', `/cases/${ref}/reply`);
    const page = await gao.get(`/cases/${ref}/reply`).expect(200);
    expect(page.text).toMatch(FILLED);
    expect(page.text).toMatch(/value="A"[^>]*checked/);
  });

  it('never overwrites what was typed, on this page or by a colleague, but shows the template beside it', async () => {
    const { ref } = await inHandling(app);
    const { id } = await kept();
    const gao = await app.as(cast.gao);
    const beside = `/cases/${ref}/reply?template=${id}`;
    await gao
      .post(`/cases/${ref}/reply/template`, { template: id, text: '我写的' })
      .expect(303)
      .expect('location', beside);
    const page = await gao.get(beside).expect(200);
    expect(page.text).toMatch(/<textarea[^>]*>我写的</);
    expect(page.text).toMatch(FILLED);
    await gao.post(`/cases/${ref}/reply/template`, { template: id, text: '' }).expect(303).expect('location', beside);
    expect((await gao.get(`/cases/${ref}/reply`)).text).toMatch(/<textarea[^>]*>我写的</);
  });

  it('asks which one, and keeps what was typed', async () => {
    const { ref } = await inHandling(app);
    await kept();
    const gao = await app.as(cast.gao);
    await gao.post(`/cases/${ref}/reply/template`, { template: '', text: '我写的' }).expect(303);
    expect((await gao.get(`/cases/${ref}/reply`)).text).toMatch(/<textarea[^>]*>我写的</);
  });

  it('is for the officer of the lead unit, while the case is in handling', async () => {
    const { id } = await kept();
    const { ref } = await inHandling(app);
    for (const other of [cast.ding, cast.he, cast.wu, cast.chen])
      await (await app.as(other)).post(`/cases/${ref}/reply/template`, { template: id }).expect(403);
    const sent = await journey.submitted(ANSWER);
    await (await app.as(cast.gao)).post(`/cases/${sent}/reply/template`, { template: id }).expect(409);
  });
});
