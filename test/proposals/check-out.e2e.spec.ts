import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { seated } from '../support/seats.js';
import { TestApp } from '../support/test-app.js';
import { eventsOf, fingerprintOf, toldOf, voted } from './committee.js';
import { Journey } from './journey.js';

const { chen, tang, sun, wu, luo, lin } = cast;
const FILE = { outcome: 'file', note: '' };

describe('the desk of a proposal', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await seated(app, luo, 'committee_chair');
    journey = new Journey(app);
  });
  beforeEach(() => app.clock.set('2026-04-14T09:00:00+08:00'));
  afterAll(() => app.close());

  const claim = async (who: { id: string }, serial: string, path = '') =>
    (await (await app.as(who)).post(`/review/${serial}/claim${path}`)).status;
  const seenBy = async (who: { id: string }, serial: string) =>
    (await (await app.as(who)).get(`/review/${serial}`).expect(200)).text;

  it('says to the others who works on it since when; taking over is a step of its own, and the first one is told', async () => {
    const serial = await journey.underReview();
    expect(await claim(tang, serial)).toBe(303);
    const page = await seenBy(chen, serial);
    expect(page.includes('正由唐宁处理') && page.includes('09:00') && page.includes('接手')).toBe(true);
    expect((await seenBy(tang, serial)).includes('您正在处理')).toBe(true);
    expect((await (await app.as(chen)).get('/review').expect(200)).text.includes('正由唐宁处理')).toBe(true);
    expect(await claim(chen, serial)).toBe(409);
    expect(await claim(chen, serial, '/takeover')).toBe(303);
    expect(await claim(chen, serial, '/takeover')).toBe(303);

    expect(await toldOf(app, serial, 'taken_over')).toEqual(['唐宁']);
    expect(await eventsOf(app, serial, 'take_desk_over')).toHaveLength(1);
    expect((await seenBy(tang, serial)).includes('正由陈立处理')).toBe(true);
    expect((await (await app.as(wu)).get(`/proposals/${serial}`)).text.includes('正由')).toBe(false);
  });

  it('is one person’s at a time, also when all press at once', async () => {
    const serial = await journey.underReview();
    const answers = await Promise.all([claim(chen, serial), claim(tang, serial), claim(sun, serial)]);
    expect(answers.toSorted()).toEqual([303, 409, 409]);
  });

  it('is free again when it is given back, after half an hour, and after the decision', async () => {
    const serial = await journey.underReview();
    await claim(tang, serial);
    await claim(chen, serial, '/release');
    expect((await seenBy(chen, serial)).includes('正由唐宁处理')).toBe(true);
    await claim(tang, serial, '/release');
    expect((await seenBy(chen, serial)).includes('没有人在处理')).toBe(true);
    await claim(tang, serial);
    app.clock.passMinutes(31);
    expect((await seenBy(chen, serial)).includes('正由唐宁处理')).toBe(false);
    expect(await claim(chen, serial)).toBe(303);
    await (await app.as(chen)).post(`/review/${serial}/decision`, FILE).expect(303);
    expect(await app.db.query('select from work_claim where subject_id = (select id from proposal where serial = $1)', [serial])).toEqual([]); // prettier-ignore
  });

  it('held by a colleague refuses a decision and gives back what was typed; votes go on', async () => {
    const serial = await journey.underReview();
    await claim(tang, serial);
    const decision = { outcome: 'file', note: '我写了很久的立案说明' };
    const answer = await (await app.as(chen)).post(`/review/${serial}/decision`, decision);
    expect(answer.status).toBe(409);
    for (const both of ['正由唐宁处理', '我写了很久的立案说明', '接手']) expect(answer.text.includes(both)).toBe(true);
    await voted(app, sun, serial, 'file');
    await claim(chen, serial, '/takeover');
    await (await app.as(chen)).post(`/review/${serial}/decision`, decision).expect(303);
  });

  it('where two decide at once shows the second both texts', async () => {
    const serial = await journey.underReview();
    const first = { outcome: 'decline', declineCode: 'repeat', note: '先写的说明' };
    await (await app.as(chen)).post(`/review/${serial}/decision`, first).expect(303);
    const second = await (
      await app.as(luo)
    ).post(`/review/${serial}/decision`, { outcome: 'file', note: '后写的说明' });
    expect(second.status).toBe(409);
    for (const both of ['先写的说明', '后写的说明', '没有作出决定']) expect(second.text.includes(both)).toBe(true);
  });

  it('where the text changed since it was read shows the new text and keeps what was typed', async () => {
    const serial = await journey.underReview();
    const text = await fingerprintOf(app, serial);
    await app.db.query("update proposal set measures = '1. 新写的措施。' where serial = $1", [serial]);
    const answer = await (
      await app.as(chen)
    ).post(`/review/${serial}/decision`, { outcome: 'file', note: '同意。', text });
    expect(answer.status).toBe(409);
    for (const both of ['新写的措施', '同意。', '文本在您打开页面之后有变动'])
      expect(answer.text.includes(both)).toBe(true);
  });

  it('is nobody else’s to check out', async () => {
    const serial = await journey.underReview();
    for (const one of [wu, lin, cast.gao, cast.jian]) {
      for (const path of ['', '/takeover', '/release']) expect([403, 404]).toContain(await claim(one, serial, path));
    }
  });
});
