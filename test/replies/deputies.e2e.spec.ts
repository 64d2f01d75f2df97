import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey } from './journey.js';
import { MandateDesk } from './mandates.js';

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

describe('a deputy of the head', () => {
  it('is told, gets the to-do and the mail, signs in the name of the head, and it is seen everywhere', async () => {
    const { id } = await desk.given(cast.he, cast.luo);
    expect(await desk.messages(cast.luo, 'deputy_named')).toBe(1);
    await (await app.as(cast.luo)).get('/me/deputies').expect(/罗成（2016041） 代 何川（1999011）/);
    const ref = await journey.submitted();
    expect(await desk.messages(cast.luo, 'reply_to_sign')).toBe(1);
    const luo = await app.as(cast.luo);
    await luo.get('/me/todos').expect(new RegExp(`/cases/${ref}/signature`));
    await luo.get('/signatures').expect(new RegExp(`/cases/${ref}/signature`));
    await luo
      .get(`/cases/${ref}/signature`)
      .expect(/同意，签字/)
      .expect(/您凭授权代签/);
    expect((await (await app.as(cast.he)).get(`/cases/${ref}/signature`)).text).not.toContain('您凭授权代签');
    expect((await desk.signs(cast.luo, ref, 'leader')).status).toBe(403);
    expect((await desk.signs(cast.luo, ref)).status).toBe(303);
    expect((await desk.signs(cast.fang, ref, 'leader')).status).toBe(303);

    const signed = /罗成 代 何川(（|<\/span>.*)授权至2026年4月30日（周四）/;
    const wu = await app.as(cast.wu);
    const page = await wu.get(`/cases/${ref}`).expect(200);
    expect(page.text).toMatch(signed);
    await wu.get(`/cases/${ref}/replies/1/letter`).expect(signed);
    const timeline = (await (await app.as(cast.gao)).get(`/cases/${ref}`)).text.split('id="timeline"')[1]!;
    expect(timeline).toMatch(signed);
    expect((await desk.revoke(cast.he, id)).status).toBe(303);
    await wu.get(`/cases/${ref}`).expect(signed);
  });

  it('sends back with a comment, too', async () => {
    const { id } = await desk.given(cast.he, cast.luo);
    const ref = await journey.submitted();
    const fields = { part: 'head', version: '1', comment: '请写明时刻' };
    await (await app.as(cast.luo)).post(`/cases/${ref}/signature/return`, fields).expect(303);
    await (await app.as(cast.gao)).get(`/cases/${ref}/reply`).expect(/请写明时刻/);
    await desk.revoke(cast.luo, id);
  });

  it('can no more from the moment of revocation, and not before the dates', async () => {
    const ref = await journey.submitted();
    const { id } = await desk.given(cast.he, cast.luo);
    await (await app.as(cast.luo)).get(`/cases/${ref}/signature`).expect(200);
    await desk.revoke(cast.he, id);
    expect((await desk.signs(cast.luo, ref)).status).toBe(403);
    expect(await desk.messages(cast.luo, 'deputy_revoked')).toBeGreaterThan(0);
    const later = await desk.given(cast.he, cast.luo, { validFrom: '2026-04-20' });
    expect((await desk.signs(cast.luo, ref)).status).toBe(403);
    expect((await (await app.as(cast.luo)).get('/signatures')).text).not.toContain(ref);
    await desk.revoke(cast.he, later.id);
  });

  it('is for one unit only where the head says so', async () => {
    const { id } = await desk.given(cast.he, cast.luo, { unitId: units['hq-ys'].id });
    const ref = await journey.submitted();
    expect((await desk.signs(cast.luo, ref)).status).toBe(403);
    await desk.revoke(cast.he, id);
    const other = await desk.given(cast.he, cast.luo, { unitId: units.hq.id });
    expect((await desk.signs(cast.luo, ref)).status).toBe(303);
    await desk.revoke(cast.he, other.id);
  });

  it('signs neither an own draft nor the answer to an own proposal, nor both signatures', async () => {
    const officer = await desk.given(cast.he, cast.gao);
    const author = await desk.given(cast.he, cast.wu);
    const ref = await journey.submitted();
    for (const who of [cast.gao, cast.wu]) {
      expect((await desk.signs(who, ref)).status).toBe(409);
      expect((await (await app.as(who)).get(`/cases/${ref}/signature`)).text).not.toContain('同意，签字');
    }
    expect((await (await app.as(cast.gao)).get('/signatures')).text).not.toContain(ref);
    const [first, second] = [
      await desk.given(cast.he, cast.luo),
      await desk.given(cast.fang, cast.luo, { part: 'leader' }),
    ];
    expect((await desk.signs(cast.luo, ref)).status).toBe(303);
    expect((await desk.signs(cast.luo, ref, 'leader')).status).toBe(409);
    expect((await (await app.as(cast.luo)).get('/signatures')).text).not.toContain(ref);
    expect((await desk.signs(cast.fang, ref, 'leader')).status).toBe(303);
    for (const { id } of [officer, author, first]) await desk.revoke(cast.he, id);
    await desk.revoke(cast.fang, second.id);
  });

  it('does nothing else of the head: no notes, no templates, no postponed promises', async () => {
    const { id } = await desk.given(cast.he, cast.luo);
    const ref = await journey.submitted();
    const luo = await app.as(cast.luo);
    await luo.get(`/cases/${ref}/notes`).expect(403);
    await luo.get('/units/hq/templates').expect(403);
    await luo.get(`/cases/${ref}/reply`).expect(403);
    await desk.revoke(cast.he, id);
  });
});

describe('a deputy of the leader', () => {
  it('issues the reply in the name of the leader, ten times at once with one effect', async () => {
    const { id } = await desk.given(cast.fang, cast.luo, { part: 'leader' });
    const ref = await journey.submitted();
    expect((await desk.signs(cast.he, ref)).status).toBe(303);
    expect(await desk.messages(cast.luo, 'reply_to_sign')).toBeGreaterThan(0);
    const before = await desk.messages(cast.wu, 'replied');
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.signs(cast.luo, ref, 'leader')));
    expect(answers.filter(({ status }) => status === 303).length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => ![303, 409].includes(status))).toEqual([]);
    expect(await desk.messages(cast.wu, 'replied')).toBe(before + 1);
    expect((await journey.actions(ref)).filter((action) => action === 'issue_reply')).toEqual(['issue_reply']);
    await (await app.as(cast.wu)).get(`/cases/${ref}/replies/1/letter`).expect(/罗成 代 方正<.*授权至/);
    await desk.revoke(cast.fang, id);
  });
});

describe('the last day of an authorisation', () => {
  it('counts in full, and the day after nothing is signed any more', async () => {
    await desk.given(cast.he, cast.luo);
    const [first, second] = [await journey.submitted(), await journey.submitted()];
    app.clock.set('2026-04-30T23:59:00+08:00');
    expect((await desk.signs(cast.luo, first)).status).toBe(303);
    app.clock.set('2026-05-01T00:01:00+08:00');
    expect((await desk.signs(cast.luo, second)).status).toBe(403);
    await (await app.as(cast.luo)).get('/me/deputies').expect(/已到期/);
  });
});
