import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { ANSWER, BAD, Journey, PROMISE } from './journey.js';

const FIRST = { ...ANSWER, text: '自五月起加开夜班车。\n时刻已贴在各站。' };
const SECOND = { ...PROMISE, text: '自五月起，每晚二十二点加开一班夜班车。\n时刻已贴在各站。' };
const COMMENT = '请写明发车时刻，并按 B 类承诺';

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());

const versionsOf = async (ref: string) => {
  const sql =
    'select reply.id from reply join handling_case c on c.id = case_id where ref = $1 order by reply.round desc';
  const [row] = (await app.db.query(sql, [ref])) as { id: string }[];
  return `/cases/${ref}/versions/${row!.id}`;
};
const sendBack = async (ref: string, version = '1', part: 'head' | 'leader' = 'head') => {
  const signer = await app.as(part === 'head' ? cast.he : cast.fang);
  await signer.post(`/cases/${ref}/signature/return`, { part, version, comment: COMMENT }).expect(303);
};

describe('a reply that came back', () => {
  it('shows the head what gao changed against what was returned, and why it was', async () => {
    const ref = await journey.submitted(FIRST);
    await sendBack(ref);
    await journey.submit(ref, SECOND);

    const page = await (await app.as(cast.he)).get(`/cases/${ref}/signature`).expect(200);
    expect(page.text).toContain('与第 1 稿相比的改动');
    expect(page.text).toContain(COMMENT);
    expect(page.text).toMatch(/<ins>[^<]*<span[^>]*>[^<]*<\/span>[^<]*每晚二十二点/);
    expect(page.text).toContain('A 类：已经解决 → B 类：正在解决或列入计划');
  });

  it('compares with what was returned, not with what gao called off in between', async () => {
    const ref = await journey.submitted(FIRST);
    await sendBack(ref);
    await journey.submit(ref, { ...FIRST, text: '这一稿自己撤回。' });
    await (await app.as(cast.gao)).post(`/cases/${ref}/reply/recall`).expect(303);
    await journey.submit(ref, FIRST);

    const page = await (await app.as(cast.he)).get(`/cases/${ref}/signature`).expect(200);
    expect(page.text).toContain('与第 1 稿相比的改动');
    expect(page.text).toContain('文字没有改动');
    const chain = await (await app.as(cast.he)).get(await versionsOf(ref)).expect(200);
    expect(chain.text).toMatch(/第 3 稿.*第 2 稿.*撤回.*这一稿自己撤回.*第 1 稿.*退回/s);
  });

  it('says whose signature no longer counts when the leader returned it', async () => {
    const ref = await journey.submitted(FIRST);
    const he = await app.as(cast.he);
    await he.post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(303);
    await sendBack(ref, '1', 'leader');
    const stale = /何川 在以前稿次上的签字不再有效，第 2 稿须重新审签/;
    const gao = await app.as(cast.gao);
    await gao.get(`/cases/${ref}/reply`).expect(stale).expect(new RegExp(COMMENT));
    await gao.get('/me/todos').expect(/答复被退回/);
    await journey.submit(ref, SECOND);
    await he.get(`/cases/${ref}/signature`).expect(stale);
    const fang = await app.as(cast.fang);
    await fang.post(`/cases/${ref}/signature`, { part: 'leader', version: '2' }).expect(409);
    await he.post(`/cases/${ref}/signature`, { part: 'head', version: '2' }).expect(303);
    const page = await fang.get(`/cases/${ref}/signature`).expect(200);
    expect(page.text).toContain('与第 1 稿相比的改动');
  });

  it('is read as a chain by the office, the signers and the committee, and by nobody else', async () => {
    const ref = await journey.submitted(FIRST);
    const address = await versionsOf(ref);
    const fang = await app.as(cast.fang);
    await fang.get(address).expect(404);
    await sendBack(ref);
    await journey.submit(ref, SECOND);
    await journey.sign(ref, '2');

    for (const reader of [cast.gao, cast.he, cast.fang, cast.chen, cast.tang, cast.jian]) {
      const client = await app.as(reader);
      const page = await client.get(address).expect(200);
      expect(page.text).toMatch(/第 2 稿.*第 1 稿/s);
      expect(page.text).toContain(COMMENT);
      await client.get(`/cases/${ref}`).expect(new RegExp(address));
    }
    for (const other of [cast.wu, cast.lin, cast.ding, cast.yan, cast.bai, cast.guan]) {
      const client = await app.as(other);
      await client.get(address).expect(404);
      const page = await client.get(`/cases/${ref}`).expect(200);
      expect(page.text).not.toContain('versions/');
      const isAssisting = other === cast.ding || other === cast.yan;
      expect(page.text.includes(COMMENT)).toBe(isAssisting);
      const found = await client.get(`/search?q=${encodeURIComponent('请写明发车时刻')}`).expect(200);
      expect(found.text).not.toContain(COMMENT);
    }
    await app.visitor().get(address).expect(303);
    await (await app.as(cast.wu)).get(`/cases/${ref}`).expect(/每晚二十二点/);
    expect((await (await app.as(cast.wu)).get(`/cases/${ref}`)).text).not.toContain('自五月起加开夜班车。');
  });

  it('keeps each version once and for ever', async () => {
    const ref = await journey.submitted(FIRST);
    await expect(app.db.query("update reply_version set text = 'anders'")).rejects.toThrow(/append-only/);
    await expect(app.db.query('delete from reply_version')).rejects.toThrow(/append-only/);
    await (await app.as(cast.he)).get(`/cases/${ref}/versions/nothing`).expect(404);
    const other = await journey.submitted(FIRST);
    const address = (await versionsOf(other)).replace(other, ref);
    await (await app.as(cast.he)).get(address).expect(404);
  });
});

describe('writing the reply of a second round', () => {
  it('has the first reply, why it dissatisfied, the talks and the opinions beside the editor', async () => {
    const ref = await journey.rated(BAD, FIRST);
    const order = { decision: 'second_handling', explanation: '末班车问题没有解决' };
    await (await app.as(cast.chen)).post(`/cases/${ref}/dissatisfaction`, order).expect(303);

    const page = await (await app.as(cast.gao)).get(`/cases/${ref}/reply`).expect(200);
    expect(page.text).toContain('自五月起加开夜班车。');
    expect(page.text).toContain(BAD.reason);
    expect(page.text).toContain('当面谈过两次。');
    expect(page.text).toContain('站台显示屏可以配合更新。');
  });
});
