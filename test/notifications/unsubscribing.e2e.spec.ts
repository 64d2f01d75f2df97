import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { MailDelivery } from '../../src/mail/index.js';
import { Digests } from '../../src/notifications/index.js';
import { opened } from '../handling/cases.js';
import { MailServer, type Received } from '../mail/mail-server.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { happens, type Subject } from './events.js';

const server = new MailServer();
let app: TestApp;
let buses: Subject;
const rated = { data: { attitude: 'satisfied', result: 'satisfied' } };
const GAOS = `${cast.gao.number}@jianglin.example`;

beforeAll(async () => {
  await server.start();
  app = await TestApp.start({ smtpUrl: server.url });
  await castOn(app.db);
  buses = await opened(app);
});
afterAll(async () => {
  await app.close();
  await server.stop();
});
beforeEach(async () => {
  await app.db.query('delete from message_preference');
  server.received.length = 0;
});

/** The address in the head of a mail, as a path of the site. */
function oneClick({ raw }: Received): string {
  const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
  return new URL(/^List-Unsubscribe: <([^>]+)>\r$/im.exec(unfolded)![1]!).pathname;
}

async function optionalMail(): Promise<Received> {
  await happens(app, buses, 'rate', cast.wu, rated);
  await app.get(MailDelivery).deliverDue();
  return server.to(GAOS).at(-1)!;
}

/** As a mail provider does it: from its own machine, without cookie, origin or language. */
const fromTheProvider = (path: string) =>
  request(app.nest.getHttpServer()).post(path).type('form').send({ 'List-Unsubscribe': 'One-Click' });
const pace = async () =>
  (await app.db.query("select pace from message_preference where topic = 'unit' and staff_id = $1", [cast.gao.id]))[0]
    ?.pace ?? 'at_once';

describe('an optional mail', () => {
  it('carries a signed link that its program may use with one click, and the same in its text', async () => {
    const mail = await optionalMail();

    expect(mail.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/im);
    expect(oneClick(mail)).toMatch(new RegExp(`^/unsubscribe/${cast.gao.id}/unit/[\\w-]{43}$`));
    expect(mail.mail.text).toContain(`退订这类邮件 http://localhost:3000${oneClick(mail)}`);
    expect(mail.mail.html).toContain(`href="http://localhost:3000${oneClick(mail)}"`);
  });

  it('ends with the form, not with a look at the page, without sign-in, and as often as one likes', async () => {
    const path = oneClick(await optionalMail());

    const page = await app.visitor().get(path).expect(200);
    expect(page.text).toContain('不再用邮件接收“本单位答复签发、评价、结案”？');
    expect(await pace()).toBe('at_once');

    expect((await fromTheProvider(path).expect(200)).text).toContain('已退订');
    await fromTheProvider(path).expect(200);
    expect(await pace()).toBe('off');
    const events = await app.db.query("select role, actor_name from ledger_event where action = 'choose_messages'");
    expect(events).toEqual([{ role: 'mail_link', actor_name: cast.gao.name }]);

    const before = server.received.length;
    await happens(app, buses, 'rate', cast.wu, rated);
    await app.get(MailDelivery).deliverDue();
    expect(server.received).toHaveLength(before);
    expect((await (await app.as(cast.gao)).get('/me/messages')).text).toContain('提案人已评价');
  });

  it('is not ended by an address that we did not write', async () => {
    const path = oneClick(await optionalMail());
    const signature = path.split('/').at(-1)!;

    for (const wrong of [
      path.slice(0, -1),
      path.replace(cast.gao.id, cast.he.id),
      path.replace('/unit/', '/committee/'),
      path.replace('/unit/', '/own/'),
      `/unsubscribe/nobody/unit/${signature}`,
    ]) {
      await fromTheProvider(wrong).expect(404);
      await app.visitor().get(wrong).expect(404);
    }
    expect(await pace()).toBe('at_once');
  });
});

describe('a digest', () => {
  it('is ended as a whole: what comes at once goes on', async () => {
    const paces = { seconding: 'at_once', seconded: 'at_once', committee: 'daily', unit: 'weekly', follow_up: 'off' };
    const gao = await app.as(cast.gao);
    await gao.post('/me/messages/preferences', { ...paces, publication: 'daily' }).expect(303);
    await happens(app, buses, 'publish', cast.chen);
    await app.get(Digests).collect();
    await app.get(MailDelivery).deliverDue();

    await fromTheProvider(oneClick(server.to(GAOS).at(-1)!)).expect(200);

    const after = await app.db.query('select topic, pace from message_preference where staff_id = $1', [cast.gao.id]);
    const off = { committee: 'off', unit: 'off', follow_up: 'off', publication: 'off' };
    expect(Object.fromEntries(after.map((row: { topic: string; pace: string }) => [row.topic, row.pace]))).toEqual({
      seconding: 'at_once',
      seconded: 'at_once',
      ...off,
    });
  });
});

describe('a mandatory mail', () => {
  it('has no such link', async () => {
    await happens(app, buses, 'return_reply', cast.he, { note: '请补充班次' });
    await app.get(MailDelivery).deliverDue();

    const { raw, mail } = server.to(GAOS).at(-1)!;
    expect(raw).not.toMatch(/^List-Unsubscribe/im);
    expect(mail.text).not.toContain('退订');
  });
});

describe('every other form', () => {
  it('is still refused from another site', async () => {
    await request(app.nest.getHttpServer()).post('/language').type('form').send({ language: 'en' }).expect(403);
  });
});
