import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { seated } from '../support/seats.js';
import { TestApp } from '../support/test-app.js';
import { eventsOf, todosOf, toldOf } from './committee.js';
import { Journey } from './journey.js';

const { chen, tang, wu, fang, lin } = cast;
const DECLINE = { outcome: 'decline', declineCode: 'already_solved', note: '三月已经装好。' };
const REASON = '三月装的是另一栋楼，请再看一次。';

describe('a second look', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await seated(app, fang, 'presidium');
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  const declined = async () => {
    const serial = await journey.underReview();
    await (await app.as(chen)).post(`/review/${serial}/decision`, DECLINE).expect(303);
    return serial;
  };
  const ask = async (who: { id: string }, serial: string, reason = REASON) =>
    (await app.as(who)).post(`/proposals/${serial}/second-look`, { reason });

  it('is offered to the proposer with its last day, asked with a reason, and decided by the presidium', async () => {
    const serial = await declined();
    const proposer = await app.as(wu);
    const page = (await proposer.get(`/proposals/${serial}`)).text;
    expect(page.includes(`/proposals/${serial}/second-look`) && page.includes('您可以在2026年4月28日')).toBe(true);
    const form = (await proposer.get(`/proposals/${serial}/second-look`).expect(200)).text;
    expect(form.includes('2026年4月28日') && form.includes('三月已经装好。')).toBe(true);
    expect((await ask(wu, serial, '')).status).toBe(422);
    expect((await ask(wu, serial)).status).toBe(303);

    expect(await toldOf(app, serial, 'second_look')).toEqual(['方正']);
    expect(await toldOf(app, serial, 'second_look_told')).toEqual(['陈立', '唐宁']);
    expect(await todosOf(app, fang, serial)).toEqual(['deliberation.todo.presidium']);
    const presidium = await app.as(fang);
    expect((await presidium.get(`/review/${serial}`).expect(200)).text.includes(REASON)).toBe(true);
    expect((await presidium.get('/review').expect(200)).text.includes('复议')).toBe(true);
    await presidium.post(`/review/${serial}/decision`, { outcome: 'file', note: '情况属实。' }).expect(303);
    expect((await eventsOf(app, serial, 'file'))[0]?.role).toBe('presidium');
  });

  it('is given once: the second time is refused with a clear sentence', async () => {
    const serial = await declined();
    await ask(wu, serial);
    await (await app.as(fang)).post(`/review/${serial}/decision`, DECLINE).expect(303);
    const again = await ask(wu, serial);

    expect([again.status, again.text.includes('复议只有一次')]).toEqual([409, true]);
    const page = (await (await app.as(wu)).get(`/proposals/${serial}`)).text;
    expect(page.includes(`/proposals/${serial}/second-look`)).toBe(false);
    expect(await eventsOf(app, serial, 'ask_second_look')).toHaveLength(1);
  });

  it('is open until the end of its last day, by the clock of the server', async () => {
    const [early, late] = [await declined(), await declined()];
    app.clock.set('2026-04-28T23:59:00+08:00');
    expect((await ask(wu, early)).status).toBe(303);
    app.clock.set('2026-04-29T00:01:00+08:00');
    const answer = await ask(wu, late);
    expect([answer.status, answer.text.includes('请求复议的期限已过')]).toEqual([409, true]);
    expect((await (await app.as(wu)).get(`/proposals/${late}/second-look`)).status).toBe(409);
    app.clock.set('2026-04-14T09:00:00+08:00');
  });

  it('is nobody else’s to ask, and not open before a decision or twice at once', async () => {
    const [serial, waiting] = [await declined(), await journey.underReview()];
    expect((await ask(lin, serial)).status).toBe(403);
    expect((await ask(tang, serial)).status).toBe(403);
    expect((await ask(cast.gao, serial)).status).toBe(404);
    expect((await ask(wu, waiting)).status).toBe(409);
    const answers = await Promise.all([1, 2, 3].map(() => ask(wu, serial)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
    expect(await toldOf(app, serial, 'second_look')).toEqual(['方正']);
  });
});
