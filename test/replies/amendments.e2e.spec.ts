import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ledger } from '../../src/ledger/index.js';
import { cast, castOn, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { find } from '../handling/cases.js';
import { ANSWER, GOOD, Journey, PROMISE } from './journey.js';
import { MandateDesk } from './mandates.js';

const CHANGE = { reason: '车辆检修延后', text: '加开夜班车改自五月十一日起。', outcomeClass: 'A' };

let app: TestApp;
let journey: Journey;
let desk: MandateDesk;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
  desk = new MandateDesk(app);
});
afterAll(() => app.close());

type Fields = Record<string, string>;
const post = async (who: Player, address: string, fields: Fields = {}) => (await app.as(who)).post(address, fields);
const handIn = async (ref: string, fields: Fields = CHANGE) => {
  expect((await post(cast.gao, `/cases/${ref}/amendment`, fields)).status).toBe(303);
  const sql = `select reply.id from reply join handling_case record on record.id = case_id
    where ref = $1 and amends_id is not null order by reply.id desc limit 1`;
  const [row] = (await app.db.query(sql, [ref])) as [{ id: string }];
  return `/cases/${ref}/amendments/${row.id}/signature`;
};
const sign = async (address: string, version = '1') => {
  expect((await post(cast.he, address, { part: 'head', version })).status).toBe(303);
  expect((await post(cast.fang, address, { part: 'leader', version })).status).toBe(303);
};
const amended = async (ref: string, fields: Fields = CHANGE) => sign(await handIn(ref, fields));
const sees = async (who: Player | null, address: string, text = CHANGE.text) => {
  const client = who ? await app.as(who) : app.visitor();
  return (await client.get(address)).text.includes(text);
};

describe('amending a reply', () => {
  it('goes through the same signatures and stands below the reply that stays as it was', async () => {
    const ref = await journey.replied();
    const [page, letter] = [`/cases/${ref}`, `/cases/${ref}/replies/1/letter`];
    await (await app.as(cast.gao)).get(page).expect(/补充更正答复/);
    const address = await handIn(ref);
    expect(await sees(cast.wu, page)).toBe(false);
    await (await app.as(cast.wu)).get(address).expect(404);
    await (await app.as(cast.he)).get('/me/todos').expect(new RegExp(address));
    await (await app.as(cast.he)).get('/signatures').expect(new RegExp(address));
    expect(await desk.messages(cast.he, 'amendment_to_sign')).toBe(1);
    await (
      await app.as(cast.he)
    )
      .get(address)
      .expect(/车辆检修延后/)
      .expect(/加开一班校车/);
    expect((await post(cast.fang, address, { part: 'leader', version: '1' })).status).toBe(409);
    await sign(address);

    const text = (await (await app.as(cast.wu)).get(page).expect(200)).text;
    expect(text).toMatch(/加开一班校车.*第 1 次补充更正.*车辆检修延后.*改自五月十一日起/s);
    expect(await desk.messages(cast.wu, 'reply_amended')).toBe(1);
    expect(await sees(cast.wu, letter)).toBe(true);
    expect(await sees(null, page)).toBe(false);
    expect(await journey.statusOf(ref)).toBe('replied');
    const steps = ['submit_amendment', 'sign_amendment', 'sign_amendment', 'amend_reply'];
    expect((await journey.actions(ref)).slice(-4)).toEqual(steps);
  });

  it('comes back with a comment, at each signature, and is compared with what was returned', async () => {
    const ref = await journey.replied();
    const address = await handIn(ref);
    expect((await post(cast.he, `${address}/return`, { part: 'head', version: '1', comment: ' ' })).status).toBe(422);
    await post(cast.he, address, { part: 'head', version: '1' });
    const comment = { part: 'leader', version: '1', comment: '日期写全' };
    expect((await post(cast.fang, `${address}/return`, comment)).status).toBe(303);
    await (await app.as(cast.gao)).get(`/cases/${ref}/amendment`).expect(/日期写全/);
    await (await app.as(cast.gao)).get('/me/todos').expect(/补充更正被退回/);
    expect(await handIn(ref, { ...CHANGE, text: '改自二〇二六年五月十一日起。' })).toBe(address);
    await (
      await app.as(cast.he)
    )
      .get(address)
      .expect(/与第 1 稿相比的改动/)
      .expect(/签字不再有效/);
    await sign(address, '2');
  });

  it('is refused to everybody else, without a reason, before the reply and to the wrong signer', async () => {
    const ref = await journey.replied();
    for (const other of [cast.he, cast.fang, cast.ding, cast.wu, cast.chen, cast.bai]) {
      expect((await post(other, `/cases/${ref}/amendment`, CHANGE)).status).toBe(403);
      await (await app.as(other)).get(`/cases/${ref}/amendment`).expect(403);
    }
    const typed = await post(cast.gao, `/cases/${ref}/amendment`, { ...CHANGE, reason: '' });
    expect([typed.status, typed.text.includes(CHANGE.text)]).toEqual([422, true]);
    const address = await handIn(ref);
    for (const other of [cast.gao, cast.ding, cast.yan, cast.wu, cast.chen])
      expect((await post(other, address, { part: 'head', version: '1' })).status).toBe(403);
    expect((await post(cast.gao, `/cases/${ref}/amendment/draft`, CHANGE)).status).toBe(409);
    const early = await journey.submitted();
    expect((await post(cast.gao, `/cases/${early}/amendment`, CHANGE)).status).toBe(409);
  });

  it('can be taken back until the head has signed', async () => {
    const ref = await journey.replied();
    const address = await handIn(ref);
    expect((await post(cast.gao, `/cases/${ref}/amendment/recall`)).status).toBe(303);
    expect((await post(cast.he, address, { part: 'head', version: '1' })).status).toBe(409);
    await handIn(ref);
    await post(cast.he, address, { part: 'head', version: '2' });
    expect((await post(cast.gao, `/cases/${ref}/amendment/recall`)).status).toBe(409);
  });

  it('ten times at once has one effect and one notice', async () => {
    const ref = await journey.replied();
    const tenTimes = (who: Player, address: string, fields: Fields) =>
      Promise.all(Array.from({ length: 10 }, () => post(who, address, fields)));
    const statuses = (answers: { status: number }[]) => answers.filter(({ status }) => ![303, 409].includes(status));
    const before = await desk.messages(cast.he, 'amendment_to_sign');
    expect(statuses(await tenTimes(cast.gao, `/cases/${ref}/amendment`, CHANGE))).toEqual([]);
    expect(await desk.messages(cast.he, 'amendment_to_sign')).toBe(before + 1);
    const address = await handIn(ref);
    await tenTimes(cast.he, address, { part: 'head', version: '1' });
    const told = await desk.messages(cast.wu, 'reply_amended');
    expect(statuses(await tenTimes(cast.fang, address, { part: 'leader', version: '1' }))).toEqual([]);
    expect(await desk.messages(cast.wu, 'reply_amended')).toBe(told + 1);
    const actions = (await journey.actions(ref)).filter((action) => action.includes('amend'));
    expect(actions).toEqual(['submit_amendment', 'sign_amendment', 'sign_amendment', 'amend_reply']);
  });
});

describe('what an amendment changes', () => {
  it('is class and promise while the rating is open, with fresh time for whoever has not rated; a given rating stays', async () => {
    const ref = await journey.replied();
    const before = await find(app, ref);
    app.clock.passDays(3);
    await amended(ref, { ...PROMISE, reason: '改为新购车辆' });
    const after = await find(app, ref);
    expect([after.outcomeClass, after.promiseDueOn]).toEqual(['B', PROMISE.promisedOn]);
    expect(after.rateBy! > before.rateBy!).toBe(true);
    expect((await post(cast.wu, `/cases/${ref}/rating`, GOOD)).status).toBe(303);
    expect(await journey.statusOf(ref)).toBe('follow_up');
    const fixed = await post(cast.gao, `/cases/${ref}/amendment`, CHANGE);
    expect([fixed.status, fixed.text.includes('不能在补充更正里更改')]).toEqual([422, true]);
    expect(fixed.text).toContain('办理结果类别和承诺不变');
    expect(fixed.text).toMatch(/type="hidden" name="outcomeClass" value="B"/);
    expect(fixed.text).not.toContain('type="radio"');
    app.clock.passDays(1);
    await amended(ref, { ...PROMISE, reason: '车型有变', text: '改购纯电动车。' });
    expect((await find(app, ref)).promiseDueOn).toBe(PROMISE.promisedOn);
    await (await app.as(cast.wu)).get(`/cases/${ref}`).expect(/之前的评价是在这次补充更正之前作出的/);
    await post(cast.wu, `/cases/${ref}/rating`, GOOD);
    const [{ n }] = (await app.db.query('select count(*)::int as n from rating where case_id = $1', [before.id])) as [
      { n: number },
    ];
    expect(n).toBe(1);
  });

  it('is public as soon as the reply is, whichever comes first', async () => {
    const [first, second] = [await journey.rated(GOOD), await journey.rated(GOOD)];
    await amended(first);
    expect(await sees(null, `/cases/${first}`)).toBe(false);
    expect((await post(cast.chen, `/cases/${first}/publication`)).status).toBe(303);
    expect(await sees(null, `/cases/${first}`)).toBe(true);
    await post(cast.chen, `/cases/${second}/publication`);
    await amended(second);
    expect(await sees(null, `/cases/${second}`)).toBe(true);
    expect(await sees(null, `/cases/${second}/replies/1/letter`)).toBe(true);
  });

  it('never touches what was signed', async () => {
    const ref = await journey.replied({ ...ANSWER, text: '原来的答复。' });
    await amended(ref);
    expect(await sees(cast.wu, `/cases/${ref}`, '原来的答复。')).toBe(true);
    await expect(
      app.db.query("update reply set amendment_reason = 'anders' where amends_id is not null"),
    ).rejects.toThrow(/stays as it was signed/);
    expect(await app.get(Ledger).verify()).toEqual([]);
  });
});
