import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';

describe('the main road of a proposal', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  it('leads from a blank page to a case', async () => {
    const wu = await app.as(cast.wu);
    const blank = await wu.get('/proposals/new').expect(200);
    const id = /action="\/proposals\/([0-9a-f-]{36})\/draft"/.exec(blank.text)![1]!;
    const page = newId();

    const saved = await wu.post(`/proposals/${id}/autosave`, { ...TEXT, measures: '', page }).expect(200);
    expect(Date.parse((saved.body as { savedAt: string }).savedAt)).not.toBeNaN();
    const checked = await wu.post(`/proposals/${id}/draft`, { ...TEXT, page, onward: 'check' }).expect(303);
    expect(checked.headers.location).toBe(`/proposals/${id}/check`);
    await wu.get(`/proposals/${id}/check`).expect(200);
    expect((await wu.get(`/proposals/${id}/seconders`).expect(200)).text).toContain('请先核对内容');
    await wu.post(`/proposals/${id}/seconding`).expect(303);

    const found = await wu.get(`/proposals/${id}/seconders?q=林`).expect(200);
    expect(found.text).toContain('林晓');
    await journey.invite(id, cast.lin, cast.zhao);
    const lin = await app.as(cast.lin);
    expect((await lin.get('/proposals/mine').expect(200)).text).toContain('请您附议');
    expect((await lin.get(`/proposals/${id}/second`).expect(200)).text).toContain('七十多辆');
    await lin.post(`/proposals/${id}/second`, { answer: 'second', remark: '早该如此' }).expect(303);
    expect((await lin.get(`/proposals/${id}/second`).expect(200)).text).toContain('您已附议');
    await wu.post(`/proposals/${id}/submission`).expect(409);
    await (await app.as(cast.zhao)).post(`/proposals/${id}/second`, { answer: 'second' }).expect(303);
    const receipt = await wu.post(`/proposals/${id}/submission`).expect(303);
    expect(receipt.headers.location).toBe('/proposals/2026-0001/receipt');
    expect((await wu.get('/proposals/2026-0001/receipt').expect(200)).text).toContain('2026-0001');
    await app.visitor().get('/proposals/2026-0001').expect(404);

    const tang = await app.as(cast.tang);
    expect((await tang.get('/review').expect(200)).text).toContain('2026-0001');
    await tang.post('/review/2026-0001/taking-up').expect(303);
    const chen = await app.as(cast.chen);
    expect((await chen.get('/review/2026-0001').expect(200)).text).toContain('作出决定');
    await chen.post('/review/2026-0001/decision', { outcome: 'file', note: '' }).expect(303);

    const shown = await app.visitor().get('/proposals/2026-0001').expect(200);
    expect(shown.text).toContain('第八届三次第001号');
    expect(shown.text).not.toContain('赵刚');
    expect(shown.text).not.toContain('8672-3105');
    const list = await app.visitor().get('/proposals').expect(200);
    expect(list.text).toContain(TEXT.title);
    expect(list.text).toContain('第八届第三次会议');
  });
});
