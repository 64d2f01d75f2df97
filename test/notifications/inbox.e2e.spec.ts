import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Schedule } from '../../src/jobs/index.js';
import { TOPICS } from '../../src/notifications/rules/telling.js';
import { opened } from '../handling/cases.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { happens, type Subject } from './events.js';

let app: TestApp;
let buses: Subject;

beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  buses = await opened(app);
});
afterAll(() => app.close());

const badge = (html: string) => /消息<span class="count-badge">(\d+)</.exec(html)?.[1] ?? null;
const firstMessage = (html: string) => /href="(\/me\/messages\/[0-9a-f-]{36})"/.exec(html)![1]!;

describe('the inbox', () => {
  it('counts what is unread on every page', async () => {
    await happens(app, buses, 'assign', cast.chen);
    await happens(app, buses, 'sign_for', cast.gao);
    const wu = await app.as(cast.wu);

    const page = await wu.get('/me/messages').expect(200);

    expect(badge(page.text)).toBe('2');
    expect(page.text).toContain('已签收办理：第八届三次第001号《关于增开夜间校车的提案》');
    expect(badge((await (await app.as(cast.lin)).get('/me/messages')).text)).toBeNull();
  });

  it('leads to the matter, reads the message, and lists unread ones first', async () => {
    const wu = await app.as(cast.wu);
    const newest = firstMessage((await wu.get('/me/messages')).text);

    const answer = await wu.get(newest).expect(303);
    expect(answer.headers.location).toBe(`/cases/${buses.ref}`);

    const page = await wu.get('/me/messages');
    expect(badge(page.text)).toBe('1');
    expect(firstMessage(page.text)).not.toBe(newest);
    expect((await wu.get('/me/messages?only=unread')).text).not.toContain(newest);
  });

  it('is closed: the link of a mail leads to the sign-in first, and another person does not find it', async () => {
    const message = firstMessage((await (await app.as(cast.wu)).get('/me/messages')).text);

    const answer = await app.visitor().get(message).expect(303);
    expect(answer.headers.location).toBe(`/sign-in?to=${encodeURIComponent(message)}`);
    await (await app.as(cast.lin)).get(message).expect(404);
    await (await app.as(cast.wu)).get('/me/messages/nonsense').expect(404);
  });

  it('can be read all at once', async () => {
    const wu = await app.as(cast.wu);
    await wu.post('/me/messages/read').expect(303);

    const page = await wu.get('/me/messages').expect(200);
    expect(badge(page.text)).toBeNull();
    expect((await wu.get('/me/messages?only=unread')).text).toContain('没有未读消息');
  });
});

describe('the administrator', () => {
  it('sees whether mails go out and tasks run; nobody else does', async () => {
    await app.get(Schedule).run('reminders');
    const page = await (await app.as(cast.guan)).get('/admin/delivery').expect(200);

    expect(page.text).toContain('期限提醒');
    expect(page.text).toContain('每天 08:30');
    expect(page.text).toContain('2026年4月14日 09:00');
    await (await app.as(cast.wu)).get('/admin/delivery').expect(403);
  });
});

describe('somebody who does not want optional mails', () => {
  it('keeps the messages on the site and the mails that are a duty', async () => {
    const gao = await app.as(cast.gao);
    const page = await gao.get('/me/messages/preferences').expect(200);
    expect(page.text.match(/value="at_once" selected/g)).toHaveLength(6);

    const off = Object.fromEntries(TOPICS.map((topic) => [topic, 'off']));
    await gao.post('/me/messages/preferences', { ...off, unit: 'nonsense' }).expect(422);
    await gao.post('/me/messages/preferences', { ...off, seconded: 'weekly' }).expect(303);
    const rated = await happens(app, buses, 'rate', cast.wu);
    const returned = await happens(app, buses, 'return_reply', cast.he, { note: '请补充班次' });

    const mails = await app.db.query('select event_id from mail where staff_id = $1 and event_id = any($2)', [
      cast.gao.id,
      [rated.id, returned.id],
    ]);
    expect(mails).toEqual([{ event_id: returned.id }]);
    const after = await gao.get('/me/messages');
    expect(after.text).toContain('提案人已评价');
    const choices = (await gao.get('/me/messages/preferences')).text;
    expect(choices.match(/value="off" selected/g)).toHaveLength(5);
    expect(choices.match(/value="weekly" selected/g)).toHaveLength(1);
  });
});
