import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ledger } from '../../src/ledger/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { ANSWER, Journey } from './journey.js';

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());

describe('signing off', () => {
  it('goes from gao to he to fang to wu, who sees nothing before', async () => {
    const ref = await journey.submitted();
    const wu = await app.as(cast.wu);
    const hidden = async () => {
      expect((await wu.get(`/cases/${ref}`).expect(200)).text).not.toContain('加开一班校车');
      await wu.get(`/cases/${ref}/replies/1/letter`).expect(404);
      await wu.get(`/cases/${ref}/rating`).expect(404);
      await wu.get(`/cases/${ref}/signature`).expect(404);
    };
    await hidden();
    const he = await app.as(cast.he);
    const fang = await app.as(cast.fang);
    await fang.get(`/cases/${ref}/signature`).expect(404);
    await fang.post(`/cases/${ref}/signature`, { part: 'leader', version: '1' }).expect(409);
    await he.get('/signatures').expect(new RegExp(`/cases/${ref}/signature`));
    await he.get(`/cases/${ref}/signature`).expect(/同意，签字/);
    await he.post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(303);
    await hidden();
    await fang.get('/signatures').expect(new RegExp(`/cases/${ref}/signature`));
    await fang
      .get(`/cases/${ref}/signature`)
      .expect(/同意，签发/)
      .expect(/何川/);
    await fang.post(`/cases/${ref}/signature`, { part: 'leader', version: '1' }).expect(303);

    const page = await wu.get(`/cases/${ref}`).expect(200);
    expect(page.text).toContain('加开一班校车');
    expect(page.text).toMatch(/后勤保障部复〔2026〕\d+号/);
    await wu
      .get(`/cases/${ref}/replies/1/letter`)
      .expect(/提案答复函/)
      .expect(/方正/);
    await app.visitor().get(`/cases/${ref}/replies/1/letter`).expect(404);
    expect((await app.visitor().get(`/cases/${ref}`).expect(200)).text).not.toContain('加开一班校车');
    expect((await journey.actions(ref)).slice(-4)).toEqual(['submit_reply', 'sign_reply', 'sign_reply', 'issue_reply']);
  });

  it('is refused to everybody else', async () => {
    const ref = await journey.submitted();
    for (const other of [cast.gao, cast.ding, cast.yan, cast.wu, cast.lin, cast.chen, cast.jian]) {
      const client = await app.as(other);
      await client.post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(403);
      await client.post(`/cases/${ref}/signature/return`, { part: 'head', version: '1', comment: '不行' }).expect(403);
    }
    await (await app.as(cast.fang)).post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(403);
    await app.visitor().post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(303);
    expect(await journey.statusOf(ref)).toBe('in_sign_off');
  });

  it('goes back with a comment and comes again as the next version', async () => {
    const ref = await journey.submitted();
    const he = await app.as(cast.he);
    await he.post(`/cases/${ref}/signature/return`, { part: 'head', version: '1', comment: ' ' }).expect(422);
    await he.post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(303);
    const fang = await app.as(cast.fang);
    const comment = { part: 'leader', version: '1', comment: '请写明发车时刻' };
    await fang.post(`/cases/${ref}/signature/return`, comment).expect(303);

    const gao = await app.as(cast.gao);
    await gao.get(`/cases/${ref}/reply`).expect(/请写明发车时刻/);
    expect((await (await app.as(cast.wu)).get(`/cases/${ref}`)).text).not.toContain('请写明发车时刻');
    await journey.submit(ref, { ...ANSWER, text: '二十二点整发车。' });
    await he.post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(303);
    expect(await journey.statusOf(ref)).toBe('in_sign_off');
    await he.post(`/cases/${ref}/signature`, { part: 'head', version: '3' }).expect(409);
    await journey.sign(ref, '2');
    expect(await journey.statusOf(ref)).toBe('replied');
  });

  it('can be called off by gao until he has signed', async () => {
    const ref = await journey.submitted();
    const gao = await app.as(cast.gao);
    await (await app.as(cast.ding)).post(`/cases/${ref}/reply/recall`).expect(403);
    await gao.post(`/cases/${ref}/reply/recall`).expect(303);
    expect(await journey.statusOf(ref)).toBe('in_handling');
    await journey.submit(ref);
    await (await app.as(cast.he)).post(`/cases/${ref}/signature`, { part: 'head', version: '2' }).expect(303);
    await gao.post(`/cases/${ref}/reply/recall`).expect(409);
  });

  it('ends with the head for a suggestion', async () => {
    const ref = await journey.submitted(ANSWER, { kind: 'suggestion' });
    const he = await app.as(cast.he);
    await he.get(`/cases/${ref}/signature`).expect(/同意，签发/);
    await he.post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(303);
    expect(await journey.statusOf(ref)).toBe('replied');
  });

  it('concludes a request for information at once, as nobody rates it', async () => {
    const ref = await journey.submitted(ANSWER, { kind: 'request' });
    await (await app.as(cast.he)).post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(303);
    expect(await journey.statusOf(ref)).toBe('concluded');
    expect((await journey.actions(ref)).slice(-3)).toEqual(['sign_reply', 'issue_reply', 'conclude']);
  });

  it('tells the whole of it in a ledger that holds', async () => {
    expect(await app.get(Ledger).verify()).toEqual([]);
  });
});
