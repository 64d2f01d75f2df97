import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ratings } from '../../src/handling/index.js';
import { Ledger } from '../../src/ledger/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { find } from '../handling/cases.js';
import { ANSWER, BAD, GOOD, Journey, PROMISE } from './journey.js';

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());

const both = {
  parties: [
    { staffId: cast.wu.id, part: 'lead' as const },
    { staffId: cast.lin.id, part: 'joint' as const },
  ],
};

describe('rating a reply', () => {
  it('is chosen, checked, changed, given and then concludes the case', async () => {
    const ref = await journey.replied();
    const wu = await app.as(cast.wu);
    await wu
      .get(`/cases/${ref}/rating`)
      .expect(200)
      .expect(/加开一班校车/)
      .expect(/2026年4月28日/);
    const check = await wu.post(`/cases/${ref}/rating/check`, GOOD).expect(200);
    expect(check.text).toContain('评价提交后不能更改');
    expect(await journey.actions(ref)).not.toContain('rate');
    await wu
      .post(`/cases/${ref}/rating/form`, { ...GOOD, reason: '很好' })
      .expect(200)
      .expect(/很好/);
    await wu.post(`/cases/${ref}/rating`, GOOD).expect(303).expect('location', `/cases/${ref}/rating`);

    await wu
      .get(`/cases/${ref}/rating`)
      .expect(200)
      .expect(/您已评价这次答复/)
      .expect(/已经结案/);
    expect(await find(app, ref)).toMatchObject({ status: 'concluded', finalRating: 'satisfied' });
    expect((await journey.actions(ref)).slice(-2)).toEqual(['rate', 'conclude']);
  });

  it('asks for a reason when dissatisfied, and keeps what was chosen', async () => {
    const ref = await journey.replied();
    const wu = await app.as(cast.wu);
    for (const address of [`/cases/${ref}/rating/check`, `/cases/${ref}/rating`]) {
      const page = await wu.post(address, { ...BAD, reason: ' ' }).expect(422);
      expect(page.text).toContain('href="#reason"');
      expect(page.text).toMatch(/value="mostly" checked/);
    }
    await wu.post(`/cases/${ref}/rating`, { attitude: 'excellent' }).expect(422);
    expect(await journey.statusOf(ref)).toBe('replied');
  });

  it('is given by the parties and by nobody for them', async () => {
    const ref = await journey.replied();
    for (const other of [cast.gao, cast.he, cast.fang, cast.chen, cast.tang, cast.lin, cast.ding]) {
      const client = await app.as(other);
      await client.get(`/cases/${ref}/rating`).expect(403);
      await client.post(`/cases/${ref}/rating`, GOOD).expect(403);
      await client.post(`/cases/${ref}/rating/check`, GOOD).expect(403);
    }
    await app
      .visitor()
      .post(`/cases/${ref}/rating`, GOOD)
      .expect(303)
      .expect('location', /sign-in/);
    expect(await journey.actions(ref)).not.toContain('rate');
  });

  it('waits for each joint proposer and counts as the worst of them', async () => {
    const ref = await journey.replied(ANSWER, both);
    await (await app.as(cast.wu)).post(`/cases/${ref}/rating`, GOOD).expect(303);
    await (await app.as(cast.wu)).post(`/cases/${ref}/rating`, BAD).expect(409);
    await (await app.as(cast.wu)).get(`/cases/${ref}`).expect(/2 位提案人，已有 1 位评价/);
    expect(await journey.statusOf(ref)).toBe('replied');

    await (await app.as(cast.lin)).post(`/cases/${ref}/rating`, BAD).expect(303);
    expect(await find(app, ref)).toMatchObject({ status: 'rated', finalRating: 'dissatisfied' });
  });

  it('is public without the name and the reason', async () => {
    const ref = await journey.rated(BAD);
    await (await app.as(cast.tang)).post(`/cases/${ref}/publication`).expect(303);
    const outside = (await app.visitor().get(`/cases/${ref}`).expect(200)).text;
    expect(outside).toContain('不满意');
    expect(outside).not.toContain(BAD.reason);
    for (const one of [cast.wu, cast.gao, cast.chen])
      await (await app.as(one)).get(`/cases/${ref}`).expect(new RegExp(BAD.reason));
  });
});

describe('a rating period that is over', () => {
  it('means no answer, never satisfaction, and only once', async () => {
    const ref = await journey.replied();
    const promised = await journey.replied(PROMISE);
    app.clock.set('2026-04-28T23:59:00+08:00');
    expect(await app.get(Ratings).closeRatingPeriods(app.clock.now())).toBe(0);
    app.clock.set('2026-04-29T00:10:00+08:00');
    await (
      await app.as(cast.wu)
    )
      .post(`/cases/${ref}/rating`, GOOD)
      .expect(409)
      .expect(/评价期已于/);
    await Promise.all([1, 2, 3].map(() => app.get(Ratings).closeRatingPeriods(app.clock.now())));

    expect(await find(app, ref)).toMatchObject({ status: 'concluded', finalRating: 'no_answer', ratedAt: null });
    expect(await find(app, promised)).toMatchObject({ status: 'follow_up', finalRating: 'no_answer' });
    const actions = await journey.actions(ref);
    expect(actions.filter((action) => action === 'conclude')).toHaveLength(1);
    app.clock.set('2026-04-14T09:00:00+08:00');
  });

  it('counts those who did answer', async () => {
    const ref = await journey.replied(ANSWER, both);
    await (await app.as(cast.lin)).post(`/cases/${ref}/rating`, BAD).expect(303);
    app.clock.set('2026-04-29T00:10:00+08:00');
    await app.get(Ratings).closeRatingPeriods(app.clock.now());
    expect(await find(app, ref)).toMatchObject({ status: 'rated', finalRating: 'dissatisfied' });
    app.clock.set('2026-04-14T09:00:00+08:00');
  });
});

describe('the ledger of rated cases', () => {
  it('holds, and contains no reason', async () => {
    expect(await app.get(Ledger).verify()).toEqual([]);
    const [{ count }] = (await app.db.query(
      "select count(*)::int as count from ledger_event where concat(note, data::text) like '%' || $1 || '%'",
      [BAD.reason],
    )) as [{ count: number }];
    expect(count).toBe(0);
  });
});
