import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { Reminders } from '../../src/notifications/reminders/reminders.service.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { eventsOf, todosOf, toldOf } from './committee.js';
import { Journey, TEXT } from './journey.js';

const { chen, tang, sun, wu } = cast;
const NOTE = '请写明楼栋。';
const HALF = '1. 图书馆北侧（未写完）';

describe('a returned proposal', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  beforeEach(() => app.clock.set('2026-04-14T09:00:00+08:00'));
  afterAll(() => app.close());

  const returned = async () => {
    const serial = await journey.underReview();
    await (await app.as(tang)).post(`/review/${serial}/return`, { note: NOTE }).expect(303);
    return serial;
  };
  const changed = async (serial: string) =>
    (await app.as(wu)).post(`/proposals/${serial}/autosave`, { ...TEXT, version: '99', page: newId(), measures: HALF });
  const goOn = async (who: { id: string }, serial: string, fields: Record<string, string>) =>
    (await app.as(who)).post(`/review/${serial}/completion`, fields);

  it('has a day by which it is completed; the author is told and reminded, then the committee', async () => {
    const serial = await returned();
    const author = await app.as(wu);
    for (const place of [`/proposals/${serial}`, `/proposals/${serial}/draft`])
      expect((await author.get(place).expect(200)).text.includes('2026年4月21日')).toBe(true);
    expect(await todosOf(app, wu, serial)).toEqual(['proposals.todo.correct']);
    app.clock.set('2026-04-20T09:00:00+08:00');
    await app.get(Reminders).remind();
    expect(await toldOf(app, serial, 'completion_due_soon')).toEqual(['吴敏']);
    expect(await todosOf(app, tang, serial)).toEqual([]);
    app.clock.set('2026-04-22T09:00:00+08:00');
    await app.get(Reminders).remind();
    await app.get(Reminders).remind();
    expect(await toldOf(app, serial, 'completion_overdue')).toEqual(['陈立', '吴敏', '唐宁']);
    expect(await todosOf(app, tang, serial)).toEqual(['completion.todo']);
    const list = (await (await app.as(tang)).get('/review?status=returned').expect(200)).text;
    expect(list.includes('补正逾期') && list.includes(serial)).toBe(true);
  });

  it('goes in again until midnight of the last day, and not after; the text is kept', async () => {
    const [inTime, late] = [await returned(), await returned()];
    app.clock.set('2026-04-21T23:59:00+08:00');
    await (await app.as(wu)).post(`/proposals/${inTime}/resubmission`).expect(303);
    app.clock.set('2026-04-22T00:01:00+08:00');
    expect((await changed(late)).status).toBe(200);
    const answer = await (await app.as(wu)).post(`/proposals/${late}/resubmission`);
    expect([answer.status, answer.text.includes('补正期限已过')]).toEqual([409, true]);
    expect((await (await app.as(wu)).get(`/proposals/${late}/draft`)).text.includes(HALF)).toBe(true);

    expect((await goOn(tang, late, { way: 'extend', until: '2026-04-21' })).status).toBe(422);
    expect((await goOn(tang, late, { way: 'extend', until: '' })).status).toBe(422);
    expect((await goOn(tang, late, { way: 'extend', until: '2026-04-30', note: '出差' })).status).toBe(303);
    expect(await toldOf(app, late, 'completion_extended')).toEqual(['吴敏']);
    const [row] = (await app.db.query('select complete_by::text as day from proposal where serial = $1', [late])) as {
      day: string;
    }[];
    expect(row!.day).toBe('2026-04-30');
  });

  it('is reviewed as it was when the time is over; what the author changed stays with the author', async () => {
    const serial = await returned();
    await changed(serial);
    const early = await goOn(tang, serial, { way: 'go_on', note: '' });
    expect([early.status, early.text.includes('还没有到')]).toEqual([409, true]);
    app.clock.set('2026-04-22T09:00:00+08:00');
    const answers = await Promise.all([1, 2, 3].map(() => goOn(tang, serial, { way: 'go_on', note: '' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);

    expect(await eventsOf(app, serial, 'review_as_it_was')).toHaveLength(1);
    expect(await toldOf(app, serial, 'reviewed_as_it_was')).toEqual(['吴敏']);
    const page = (await (await app.as(chen)).get(`/review/${serial}`).expect(200)).text;
    expect([page.includes('坏掉的插口限期修好'), page.includes(HALF)]).toEqual([true, false]);
    expect((await (await app.as(wu)).get(`/proposals/${serial}`)).text.includes(HALF)).toBe(true);
    await (await app.as(chen)).post(`/review/${serial}/decision`, { outcome: 'file', note: '' }).expect(303);
  });

  it('is declined by the chair alone when the time is over, with reason and explanation, both or neither', async () => {
    const serial = await returned();
    app.clock.set('2026-04-22T09:00:00+08:00');
    const decline = { way: 'decline', declineCode: 'late', note: '补正期限已过。' };
    expect((await goOn(tang, serial, decline)).status).toBe(403);
    for (const one of [sun, wu]) expect([403, 404]).toContain((await goOn(one, serial, decline)).status);
    expect((await goOn(chen, serial, { ...decline, note: '' })).status).toBe(422);
    expect((await goOn(chen, serial, { ...decline, declineCode: 'no_such' })).status).toBe(422);
    expect(await eventsOf(app, serial, 'review_as_it_was')).toEqual([]);
    expect((await goOn(chen, serial, decline)).status).toBe(303);
    expect(await toldOf(app, serial, 'declined')).toEqual(['吴敏']);
  });
});

describe('a decision that is due', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('is marked late in the list, and secretary and chair are reminded once', async () => {
    const serial = await new Journey(app).underReview();
    app.clock.set('2026-04-27T09:00:00+08:00');
    await app.get(Reminders).remind();
    expect(await toldOf(app, serial, 'review_due_soon')).toEqual(['陈立', '唐宁']);
    app.clock.set('2026-04-29T09:00:00+08:00');
    for (let i = 0; i < 2; i++) await app.get(Reminders).remind();
    expect(await toldOf(app, serial, 'review_overdue')).toEqual(['陈立', '唐宁']);
    expect((await (await app.as(tang)).get('/review').expect(200)).text.includes('due-bad')).toBe(true);
  });
});
