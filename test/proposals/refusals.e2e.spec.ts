import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';

describe('proposals refuse', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  const save = (fields: Record<string, string> = {}) => ({ ...TEXT, page: newId(), version: '99', ...fields });

  it('everybody else to know of a draft', async () => {
    const id = await journey.drafted();

    for (const other of [cast.lin, cast.chen, cast.tang, cast.jian, cast.guan]) {
      const client = await app.as(other);
      await client.get(`/proposals/${id}`).expect(404);
      await client.get(`/proposals/${id}/draft`).expect(404);
      await client.post(`/proposals/${id}/draft`, save()).expect(404);
      await client.post(`/proposals/${id}/autosave`, save()).expect(404);
      await client.post(`/proposals/${id}/discard`).expect(404);
    }
    await app.visitor().get(`/proposals/${id}`).expect(404);
  });

  it('who is no delegate to write', async () => {
    const gao = await app.as(cast.gao);
    await gao.get('/proposals/new').expect(403);
    await gao.post(`/proposals/${newId()}/draft`, save()).expect(403);
    await gao.post(`/proposals/${newId()}/autosave`, save()).expect(403);
  });

  it('everybody but the invited to second', async () => {
    const id = await journey.seconding();
    await journey.invite(id, cast.lin);

    await (await app.as(cast.wu)).post(`/proposals/${id}/second`, { answer: 'second' }).expect(403);
    await (await app.as(cast.zhao)).post(`/proposals/${id}/second`, { answer: 'second' }).expect(404);
    await (await app.as(cast.lin)).post(`/proposals/${id}/submission`).expect(403);
    await (await app.as(cast.lin)).get(`/proposals/${id}/seconders`).expect(403);
  });

  it('to invite who is no delegate, or the author', async () => {
    const id = await journey.seconding();
    const wu = await app.as(cast.wu);

    for (const one of [cast.gao, cast.wu]) await wu.post(`/proposals/${id}/seconders`, { staffId: one.id }).expect(409);
    await wu.post(`/proposals/${id}/seconders`, { staffId: newId() }).expect(409);
    await wu.post(`/proposals/${id}/seconders`, { staffId: "' or 1=1" }).expect(422);
  });

  it('the desk of the committee to everybody else, and the decision to all but the chair', async () => {
    const serial = await journey.underReview();
    const file = { outcome: 'file', note: '' };

    for (const other of [cast.wu, cast.lin, cast.gao]) {
      const client = await app.as(other);
      await client.get(`/review/${serial}`).expect(404);
      await client.get('/review').expect(403);
      expect([403, 404]).toContain((await client.post(`/review/${serial}/decision`, file)).status);
      expect([403, 404]).toContain((await client.post(`/review/${serial}/return`, { note: '退' })).status);
    }
    for (const member of [cast.tang, cast.sun])
      await (await app.as(member)).post(`/review/${serial}/decision`, file).expect(403);
    await (await app.as(cast.sun)).post(`/review/${serial}/return`, { note: '退' }).expect(403);
    const visitor = await app.visitor().get('/review').expect(303);
    expect(visitor.headers.location).toContain('/sign-in');
  });

  it('a chair who seconded it', async () => {
    const seats = `insert into committee_seat (id, term_id, staff_id, role, valid_from)
      select gen_random_uuid(), term_id, $1, 'committee_chair', '2024-01-01' from committee_seat limit 1`;
    await app.db.query(seats, [cast.lin.id]);
    const serial = await journey.underReview();
    const lin = await app.as(cast.lin);

    expect((await lin.get(`/review/${serial}`).expect(200)).text).toContain('由其他委员审查');
    await lin.post(`/review/${serial}/decision`, { outcome: 'file', note: '' }).expect(403);
  });

  it('a title of 51 characters and give the text back', async () => {
    const wu = await app.as(cast.wu);
    const id = newId();
    const page = await wu
      .post(`/proposals/${id}/draft`, save({ title: '字'.repeat(51), reason: '想了很久的案由' }))
      .expect(422);

    expect(page.text).toContain('最多 50 字');
    expect(page.text).toContain('想了很久的案由');
    await wu.post(`/proposals/${id}/draft`, save({ title: '😀'.repeat(50) })).expect(303);
    await wu.post(`/proposals/${id}/autosave`, save({ title: '字'.repeat(51) })).expect(422);
  });

  it('an incomplete text at the check, but keep it', async () => {
    const wu = await app.as(cast.wu);
    const id = newId();
    const page = await wu.post(`/proposals/${id}/draft`, save({ measures: '', onward: 'check' })).expect(422);

    expect(page.text).toContain('请填写建议措施');
    expect(page.text).toContain('<title>错误：修改提案 – ');
    expect((await wu.get(`/proposals/${id}/draft`).expect(200)).text).toContain('七十多辆');
  });

  it('forged fields, unknown units and broken characters', async () => {
    const wu = await app.as(cast.wu);
    const id = await journey.drafted();
    await wu
      .post(`/proposals/${id}/draft`, save({ status: 'filed', serial: '2026-9999', authorId: cast.lin.id }))
      .expect(303);
    const [row] = await app.db.query('select status, serial, author_id from proposal where id = $1', [id]);
    expect(row).toEqual({ status: 'draft', serial: null, author_id: cast.wu.id });

    await wu.post(`/proposals/${id}/draft`, save({ wishedUnit: newId() })).expect(422);
    await wu.post(`/proposals/${id}/draft`, save({ category: 'nonsense' })).expect(422);
    await wu.post(`/proposals/${id}/draft`, save({ reason: '坏\uFFFD字' })).expect(422);
    await wu.post(`/proposals/${id}/draft`, save({ reason: '空\0字' })).expect(303);
  });

  it('addresses that lead nowhere', async () => {
    const wu = await app.as(cast.wu);
    for (const ref of ['2026-9999', newId(), 'x', '2026-1', "2026-0001'--", '%01', 'constructor'])
      await wu.get(`/proposals/${ref}`).expect(404);
    await wu.get('/review/2026-9999').expect(404);
    await wu.post(`/proposals/${newId()}/seconding`).expect(404);
    await wu.get('/proposals/similar?title=电动自行车&own=nonsense').expect(200);
    for (const query of ['session=x', 'page=abc', 'q=%01', 'q=%25_', 'unit=__proto__', 'status=constructor'])
      await app.visitor().get(`/proposals?${query}`).expect(200);
    for (const query of ['status=x', 'age=constructor', 'delegation=0', 'session=9-9', 'q=%27'])
      await (await app.as(cast.tang)).get(`/review?${query}`).expect(200);
  });

  it('to overwrite what was saved from another page, and show both texts', async () => {
    const id = await journey.drafted();
    const wu = await app.as(cast.wu);
    await wu.post(`/proposals/${id}/draft`, save({ reason: '先保存的案由' })).expect(303);
    const page = await wu.post(`/proposals/${id}/draft`, save({ version: '1', reason: '后写的案由' })).expect(409);

    expect(page.text).toContain('先保存的案由');
    expect(page.text).toContain('后写的案由');
  });

  it('to change anything of an archived session', async () => {
    const serial = await journey.underReview();
    await app.db.query("update congress_session set status = 'archived' where number = 3");

    await (await app.as(cast.chen)).post(`/review/${serial}/decision`, { outcome: 'file', note: '' }).expect(409);
    await (await app.as(cast.wu)).post(`/proposals/${serial}/withdrawal`, { reason: '不要' }).expect(409);
  });
});
