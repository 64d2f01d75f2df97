import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { seated } from '../support/seats.js';
import { TestApp } from '../support/test-app.js';
import { eventsOf, todosOf, toldOf, voted } from './committee.js';
import { Journey } from './journey.js';

const { chen, tang, sun, luo, wu, fang, lin } = cast;

describe('the presidium', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await seated(app, luo, 'committee_member');
    await seated(app, fang, 'presidium');
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  const decision = (outcome: string, more = {}) => ({ outcome, note: '', ...more });
  const refer = async (who: { id: string }, serial: string, reason = '票数相同，请主席团决定。') =>
    (await app.as(who)).post(`/review/${serial}/referral`, { reason });

  it('is asked after a tie, and decides in its own role', async () => {
    const serial = await journey.underReview();
    await voted(app, sun, serial, 'file');
    await voted(app, luo, serial, 'decline');
    const page = (await (await app.as(tang)).get(`/review/${serial}`).expect(200)).text;
    expect(page.includes('票数相同') && page.includes(`/review/${serial}/referral`)).toBe(true);
    const alone = await (await app.as(chen)).post(`/review/${serial}/decision`, decision('file')).expect(422);
    expect(alone.text.includes('或提交主席团')).toBe(true);
    expect((await refer(tang, serial, '')).status).toBe(422);
    expect((await refer(tang, serial)).status).toBe(303);

    expect([await toldOf(app, serial, 'referred'), await toldOf(app, serial, 'referred_told')]).toEqual([
      ['方正'],
      ['吴敏'],
    ]);
    expect(await todosOf(app, fang, serial)).toEqual(['deliberation.todo.presidium']);
    const presidium = await app.as(fang);
    const queue = (await presidium.get('/review').expect(200)).text;
    expect(queue.includes(serial)).toBe(true);
    expect((await presidium.get(`/review/${serial}`).expect(200)).text.includes('1 票（孙悦）')).toBe(true);
    await (await app.as(chen)).post(`/review/${serial}/decision`, decision('file')).expect(403);
    await presidium.post(`/review/${serial}/decision`, decision('file')).expect(303);

    await presidium.post(`/review/${serial}/decision`, decision('file')).expect(409);
    const [event] = await eventsOf(app, serial, 'file');
    expect([event?.who, event?.role]).toEqual(['方正', 'presidium']);
    expect(await todosOf(app, fang, serial)).toEqual([]);
    expect((await (await app.as(wu)).get(`/proposals/${serial}`)).text.includes('主席团')).toBe(true);
  });

  it('decides under the same conditions: declining needs a reason and an explanation', async () => {
    const serial = await journey.underReview();
    expect((await refer(chen, serial, '意见分歧较大。')).status).toBe(303);
    const presidium = await app.as(fang);

    await presidium.post(`/review/${serial}/decision`, decision('decline')).expect(422);
    const whole = decision('decline', { declineCode: 'repeat', note: '与去年提案相同。' });
    await presidium.post(`/review/${serial}/decision`, whole).expect(303);
    expect(await toldOf(app, serial, 'declined')).toEqual(['吴敏']);
  });

  it('against the votes of the committee says why', async () => {
    const serial = await journey.underReview();
    for (const one of [sun, luo]) await voted(app, one, serial, 'decline');
    await refer(tang, serial, '涉及多个校区。');
    const presidium = await app.as(fang);

    await presidium.post(`/review/${serial}/decision`, decision('convert')).expect(422);
    await presidium.post(`/review/${serial}/decision`, decision('convert', { deviation: '校区已商定。' })).expect(303);
  });

  it('does not see votes before it is asked, and nobody else refers', async () => {
    const serial = await journey.underReview();
    await voted(app, sun, serial, 'decline');

    expect((await (await app.as(fang)).get(`/review/${serial}`).expect(200)).text.includes('孙悦')).toBe(false);
    for (const one of [fang, sun]) expect((await refer(one, serial)).status).toBe(403);
    expect((await refer(wu, serial)).status).toBe(403);
    await (await app.as(fang)).post(`/review/${serial}/decision`, decision('file')).expect(403);
    expect((await (await app.as(wu)).get(`/proposals/${serial}`)).text.includes('票数')).toBe(false);
  });

  it('is asked once, however often it is pressed', async () => {
    const serial = await journey.underReview();
    const answers = await Promise.all([1, 2, 3].map(() => refer(tang, serial)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
    expect(await toldOf(app, serial, 'referred')).toEqual(['方正']);
  });

  it('takes over when every chair has a part in it, so that nothing gets stuck', async () => {
    await app.db.query("update committee_seat set staff_id = $1 where role = 'committee_chair'", [lin.id]);
    const serial = await journey.underReview();
    expect(await todosOf(app, tang, serial)).toEqual(['deliberation.todo.refer']);
    const secretary = await app.as(tang);
    expect((await secretary.get('/review').expect(200)).text.includes('主任须回避')).toBe(true);
    expect((await secretary.get(`/review/${serial}`).expect(200)).text.includes('没有其他主任可以决定')).toBe(true);
    const chair = await app.as(lin);
    expect((await chair.get(`/review/${serial}`).expect(200)).text.includes('/referral')).toBe(true);
    await chair.post(`/review/${serial}/decision`, decision('file')).expect(403);
    expect((await refer(lin, serial, '本人附议，应当回避。')).status).toBe(303);

    await (await app.as(fang)).post(`/review/${serial}/decision`, decision('file')).expect(303);
    await app.db.query("update committee_seat set staff_id = $1 where role = 'committee_chair'", [chen.id]);
  });
});
