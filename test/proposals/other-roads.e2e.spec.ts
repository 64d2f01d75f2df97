import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';

describe('the other roads of a proposal', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  it('become a suggestion, with a case of its own series', async () => {
    const serial = await journey.underReview();
    const chen = await app.as(cast.chen);
    await chen.post(`/review/${serial}/decision`, { outcome: 'convert', note: '事项具体。' }).expect(303);

    const page = await app.visitor().get(`/proposals/${serial}`).expect(200);
    expect(page.text).toContain('第八届三次建议第');
    expect(page.text).toContain('事项具体。');
  });

  it('end with a coded reason and an explanation', async () => {
    const serial = await journey.underReview();
    const chen = await app.as(cast.chen);
    const bare = { outcome: 'decline', declineCode: '', note: '' };
    expect((await chen.post(`/review/${serial}/decision`, bare).expect(422)).text).toContain('请向提案人说明');
    await chen.post(`/review/${serial}/decision`, { ...bare, declineCode: 'no_such', note: '已办。' }).expect(422);
    const full = { ...bare, declineCode: 'already_solved', note: '三月已经装好。' };
    await chen.post(`/review/${serial}/decision`, full).expect(303);

    const wu = await app.as(cast.wu);
    const page = await wu.get(`/proposals/${serial}`).expect(200);
    expect(page.text).toContain('已经解决或正在办理');
    expect(page.text).toContain('三月已经装好。');
    await app.visitor().get(`/proposals/${serial}`).expect(404);
    await (await app.as(cast.gao)).get(`/proposals/${serial}`).expect(404);
  });

  it('do not take a reason that was retired, and keep its wording where it was used', async () => {
    await app.db.query("update decline_reason set active = false where code = 'late'");
    const serial = await journey.underReview();
    const chen = await app.as(cast.chen);

    const late = { outcome: 'decline', declineCode: 'late', note: '已过期限。' };
    await chen.post(`/review/${serial}/decision`, late).expect(422);
    expect((await chen.get(`/review/${serial}`)).text).not.toContain('超过提案征集期限');
  });

  it('come back for completion and go in again under the same number', async () => {
    const serial = await journey.submitted();
    const tang = await app.as(cast.tang);
    expect((await tang.post(`/review/${serial}/return`, { note: '' }).expect(422)).text).toContain('请填写');
    await tang.post(`/review/${serial}/return`, { note: '请写明楼栋。' }).expect(303);

    const wu = await app.as(cast.wu);
    expect((await wu.get(`/proposals/${serial}/draft`).expect(200)).text).toContain('请写明楼栋。');
    const page = newId();
    const better = { ...TEXT, version: '99', page, title: '关于在图书馆北侧增设充电点的提案' };
    await wu.post(`/proposals/${serial}/autosave`, better).expect(200);
    await wu.post(`/proposals/${serial}/draft`, { ...better, onward: 'check' }).expect(303);
    await wu.post(`/proposals/${serial}/resubmission`).expect(303);

    const [row] = await app.db.query('select serial, status, review_by from proposal where serial = $1', [serial]);
    expect(row).toMatchObject({ serial, status: 'submitted' });
  });

  it('end with a withdrawal that gives its reason and keeps the number', async () => {
    const serial = await journey.underReview();
    const wu = await app.as(cast.wu);
    await wu.post(`/proposals/${serial}/withdrawal`, { reason: ' ' }).expect(422);
    await wu.post(`/proposals/${serial}/withdrawal`, { reason: '已经解决。' }).expect(303);

    expect((await wu.get(`/proposals/${serial}`).expect(200)).text).toContain('已撤案');
    const chen = await app.as(cast.chen);
    await chen.post(`/review/${serial}/decision`, { outcome: 'file', note: '' }).expect(409);
    expect(await journey.submitted()).not.toBe(serial);
  });

  it('end in the drawer when a draft is discarded', async () => {
    const id = await journey.drafted({ title: '关于废弃草稿的提案' });
    const wu = await app.as(cast.wu);
    await wu.post(`/proposals/${id}/discard`).expect(303);

    expect((await wu.get('/proposals/mine').expect(200)).text).not.toContain('关于废弃草稿的提案');
  });

  it('are written by several, each by the own login', async () => {
    const id = await journey.drafted();
    const wu = await app.as(cast.wu);
    expect((await wu.post(`/proposals/${id}/joint`, { number: '2010044' }).expect(422)).text).toContain(
      '不是本届正式代表',
    );
    const found = (await wu.get(`/proposals/${id}/joint?q=${encodeURIComponent('罗')}`).expect(200)).text;
    expect(found).toContain(`name="number" value="${cast.luo.number}"`);
    await wu.post(`/proposals/${id}/joint`, { number: cast.luo.number }).expect(303);
    const luo = await app.as(cast.luo);
    await luo.get(`/proposals/${id}/participation`).expect(200);
    await luo.post(`/proposals/${id}/participation`, { answer: 'join' }).expect(303);
    await luo.post(`/proposals/${id}/participation`, { answer: 'join' }).expect(303);
    await wu.post(`/proposals/${id}/seconding`).expect(303);
    await wu.post(`/proposals/${id}/seconders`, { staffId: cast.luo.id }).expect(409);

    expect((await luo.get(`/proposals/${id}`).expect(200)).text).toContain('罗成');
    await luo.post(`/proposals/${id}/participation`, { answer: 'leave' }).expect(303);
    await luo.get(`/proposals/${id}`).expect(404);
  });

  it('keep a text that was sent after the window, and wait', async () => {
    const id = await journey.drafted();
    app.clock.set('2026-05-02T09:00:00+08:00');
    const wu = await app.as(cast.wu);
    expect((await wu.get('/proposals/new').expect(200)).text).toContain('提案征集已于');
    await wu.post(`/proposals/${newId()}/autosave`, { ...TEXT, page: newId() }).expect(200);
    expect((await wu.post(`/proposals/${id}/seconding`).expect(409)).text).toContain('征集时间已过，怎样继续');
    app.clock.set('2026-04-14T09:00:00+08:00');
    await wu.post(`/proposals/${id}/seconding`).expect(303);
  });
});
