import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Schedule } from '../../src/jobs/index.js';
import { MailDelivery } from '../../src/mail/index.js';
import { Digests } from '../../src/notifications/index.js';
import { lastMonday } from '../../src/notifications/digests.js';
import { TOPICS } from '../../src/notifications/rules/telling.js';
import { opened } from '../handling/cases.js';
import { MailServer } from '../mail/mail-server.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { happens, type Subject } from './events.js';

const server = new MailServer();
let app: TestApp;
let buses: Subject;
let canteen: Subject;

beforeAll(async () => {
  await server.start();
  app = await TestApp.start({ smtpUrl: server.url });
  await castOn(app.db);
  buses = await opened(app);
  canteen = await opened(app, { title: '关于食堂错峰供餐的提案' });
});
afterAll(async () => {
  await app.close();
  await server.stop();
});
afterEach(async () => {
  await app.get(MailDelivery).deliverDue();
  await app.db.query('update notification set awaits_mail = false, collected_in = null');
  await app.db.query('delete from mail');
  server.received.length = 0;
});

const collect = () => app.get(Digests).collect();
const deliver = () => app.get(MailDelivery).deliverDue();
const digests = () => server.received.filter(({ mail }) => mail.subject?.includes('消息汇总'));
const rated = { data: { attitude: 'satisfied', result: 'satisfied' } };

/** gao of logistics chooses how the messages about the own unit come. */
async function wants(pace: string): Promise<void> {
  const paces = Object.fromEntries(TOPICS.map((topic) => [topic, topic === 'unit' ? pace : 'off']));
  await (await app.as(cast.gao)).post('/me/messages/preferences', paces).expect(303);
}

describe('a daily digest', () => {
  it('collects what is optional by matter, with links, and leaves duties alone', async () => {
    await wants('daily');
    await happens(app, buses, 'rate', cast.wu, rated);
    await happens(app, canteen, 'rate', cast.wu, rated);
    await happens(app, buses, 'issue_reply', cast.fang);
    await happens(app, buses, 'return_reply', cast.he, { note: '请补充班次' });
    await deliver();
    const own = () => server.to(`${cast.gao.number}@jianglin.example`);
    expect(own().map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('退回')]);

    expect(await collect()).toBe(1);
    await deliver();

    expect(digests()).toHaveLength(1);
    const { mail, raw } = digests()[0]!;
    const [first, second] = mail.text!.split('第八届三次第002号《关于食堂错峰供餐的提案》\n');
    expect(first).toContain('第八届三次第001号《关于增开夜间校车的提案》\n');
    expect(first!.match(/^- /gm)).toHaveLength(2);
    expect(second!.match(/^- /gm)).toHaveLength(1);
    expect(mail.text).toMatch(/http:\/\/localhost:3000\/me\/messages\/[0-9a-f-]{36}/);
    expect(mail.html).toContain('关于食堂错峰供餐的提案');
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/im);
  });

  it('is sent once, whatever number of processes collect, and an empty one never', async () => {
    await wants('daily');
    await happens(app, buses, 'rate', cast.wu, rated);

    const owed = await Promise.all([collect(), collect(), collect(), collect()]);
    expect(owed.reduce((sum, n) => sum + n)).toBe(1);
    expect(await collect()).toBe(0);
    await Promise.all([deliver(), deliver(), deliver()]);

    expect(digests()).toHaveLength(1);
  });

  it('is checked when it is sent: what may not be seen any more is not in it, and then it is not sent', async () => {
    await wants('daily');
    await happens(app, canteen, 'rate', cast.wu, rated);
    await happens(app, buses, 'rate', cast.wu, rated);
    await collect();
    const audience = 'update handling_case set audience = $2 where id = $1';
    const [{ readers }] = await app.db.query('select audience as readers from handling_case where id = $1', [buses.id]);
    await app.db.query(audience, [buses.id, ['nobody']]);
    await deliver();

    expect(digests()).toHaveLength(1);
    expect(digests()[0]!.mail.text).not.toContain('夜间校车');

    await happens(app, buses, 'rate', cast.wu, rated);
    await collect();
    await deliver();
    expect(digests()).toHaveLength(1);
    const [last] = await app.db.query(
      "select state, last_error from mail where kind = 'digest' order by id desc limit 1",
    );
    expect(last).toEqual({ state: 'skipped', last_error: 'nothing left to tell' });
    await app.db.query(audience, [buses.id, readers]);
  });

  it('does not go to somebody who has left, and not with what was switched off meanwhile', async () => {
    await wants('daily');
    await happens(app, buses, 'rate', cast.wu, rated);
    await collect();
    await wants('off');
    await deliver();
    expect(digests()).toHaveLength(0);

    await wants('daily');
    await happens(app, buses, 'rate', cast.wu, rated);
    await wants('off');
    expect(await collect()).toBe(0);
    await wants('daily');
    expect(await collect()).toBe(0);

    await happens(app, buses, 'rate', cast.wu, rated);
    await collect();
    await app.db.query('update staff set active = false where id = $1', [cast.gao.id]);
    await deliver();
    await app.db.query('update staff set active = true where id = $1', [cast.gao.id]);
    expect(digests()).toHaveLength(0);
  });

  it('is collected by the task of the morning', async () => {
    await wants('daily');
    await happens(app, buses, 'rate', cast.wu, rated);
    await app.get(Schedule).run('digest');
    await deliver();

    expect(digests()).toHaveLength(1);
    const page = await (await app.as(cast.guan)).get('/admin/delivery').expect(200);
    expect(page.text).toContain('汇总邮件');
    expect(page.text).toContain('每天 08:00');
  });
});

describe('a weekly digest', () => {
  it('comes on Monday with what was told before it', async () => {
    await wants('weekly');
    await happens(app, buses, 'rate', cast.wu, rated);
    app.clock.set('2026-04-19T08:00:00+08:00');
    expect(await collect()).toBe(0);

    app.clock.set('2026-04-20T08:00:00+08:00');
    expect(await collect()).toBe(1);
    await deliver();
    expect(digests()).toHaveLength(1);

    await happens(app, canteen, 'rate', cast.wu, rated);
    app.clock.set('2026-04-21T08:00:00+08:00');
    expect(await collect()).toBe(0);
  });

  it('counts from the last Monday, eight o’clock in Beijing', () => {
    const of = (moment: string) => lastMonday(new Date(moment)).toISOString();

    expect(of('2026-04-20T07:59:00+08:00')).toBe('2026-04-13T00:00:00.000Z');
    expect(of('2026-04-20T08:00:00+08:00')).toBe('2026-04-20T00:00:00.000Z');
    expect(of('2026-04-26T23:59:00+08:00')).toBe('2026-04-20T00:00:00.000Z');
  });
});
