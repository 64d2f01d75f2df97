import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Jobs } from '../../src/jobs/index.js';
import { newId, msg } from '../../src/kernel/index.js';
import { MailChecks, MailDelivery, type NewMail, Outbox } from '../../src/mail/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { MailServer } from './mail-server.js';

const server = new MailServer();
let app: TestApp;

beforeAll(async () => {
  await server.start();
  app = await TestApp.start({ smtpUrl: server.url, mailFrom: 'gh@jianglin.example' });
  await castOn(app.db);
});
afterAll(async () => {
  await app.close();
  await server.stop();
});
afterEach(async () => {
  server.received.length = 0;
  server.refusals.clear();
  await app.db.query('delete from mail');
});

const wusAddress = '2009017@jianglin.example';

async function owe(mail: Partial<NewMail> = {}): Promise<boolean> {
  return app.db.transaction((tx) =>
    app.get(Outbox).enqueue(tx, {
      staffId: cast.wu.id,
      kind: 'test',
      eventId: newId(),
      subject: msg('mail.letter.open'),
      model: { text: msg('mail.letter.open'), why: msg('mail.outbox.lead'), dueOn: '2026-05-20' },
      link: '/proposals/2026-0061',
      ...mail,
    }),
  );
}

const deliver = () => app.get(MailDelivery).deliverDue();
const row = async () => (await app.db.query('select * from mail order by id desc limit 1'))[0];

describe('a mail that is owed', () => {
  it('arrives once, in Chinese, with the name, the deadline as a date and a link that works', async () => {
    await owe();
    await deliver();
    await deliver();

    const [letter] = server.to(wusAddress);
    expect(server.received).toHaveLength(1);
    expect(letter!.mail.subject).toBe('[建言] 打开页面');
    expect(letter!.mail.to).toEqual([{ name: '吴敏', address: wusAddress }]);
    expect(letter!.mail.from).toEqual({ name: '江临大学', address: 'gh@jianglin.example' });
    expect(letter!.mail.text).toContain('吴敏，您好：');
    expect(letter!.mail.text).toContain('2026年5月20日（周三）');
    expect(letter!.mail.text).toContain('http://localhost:3000/proposals/2026-0061');
    expect(letter!.mail.html).toContain('href="http://localhost:3000/proposals/2026-0061"');
    expect((await row()).state).toBe('sent');
  });

  it('is in the language of its reader', async () => {
    await app.db.query("update account set language = 'en' where staff_id = $1", [cast.lin.id]);
    await owe({ staffId: cast.lin.id });
    await deliver();

    expect(server.received[0]!.mail.text).toContain('Dear 林晓,');
  });

  it('is owed once per person, kind and event', async () => {
    const eventId = newId();

    expect(await owe({ eventId })).toBe(true);
    expect(await owe({ eventId })).toBe(false);
    await deliver();

    expect(server.received).toHaveLength(1);
  });

  it('is not owed when the change was rolled back, and is delivered by the job when it was made', async () => {
    await expect(
      app.db.transaction(async (tx) => {
        await app.get(Outbox).enqueue(tx, { ...blank(), eventId: newId() });
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await app.get(Jobs).drain();
    expect(server.received).toHaveLength(0);

    await owe();
    await app.get(Jobs).drain();
    expect(server.received).toHaveLength(1);
  });

  it('can be declined in one place when it is optional, and only then', async () => {
    await owe({ mandatory: false });
    await owe({ mandatory: true, kind: 'duty' });
    await deliver();

    const ways = server.received.map(({ raw }) => /^List-Unsubscribe: (.*)\r$/im.exec(raw)?.[1]);
    expect(ways).toHaveLength(2);
    expect(ways).toEqual(expect.arrayContaining([undefined, '<http://localhost:3000/me/messages/preferences>']));
  });
});

describe('a mail with a trap in it', () => {
  it('goes to nobody when the address names more than one', async () => {
    await app.db.query('update staff set mail = $2 where id = $1', [cast.sun.id, 'a@b.cn, evil@z.cn']);
    await owe({ staffId: cast.sun.id });
    await deliver();

    expect(server.received).toHaveLength(0);
    expect(await row()).toMatchObject({ state: 'skipped', last_error: 'not a mail address' });
  });

  it('keeps a line break in a name or a title out of its head', async () => {
    await app.db.query('update staff set name = $2 where id = $1', [cast.luo.id, '罗成\r\nBcc: evil@z.cn']);
    await owe({ staffId: cast.luo.id, subject: msg('mail.outbox.everybody', { text: 'x\r\nBcc: evil@z.cn' }) });
    await deliver();

    expect(server.received).toHaveLength(1);
    expect(server.received[0]!.recipients).toEqual(['2016041@jianglin.example']);
    expect(server.received[0]!.mail.bcc).toBeUndefined();
    expect(server.received[0]!.mail.html).not.toContain('<script');
  });

  it('prints what people typed as text', async () => {
    await owe({ subject: msg('mail.outbox.everybody', { text: '<script>alert(1)</script>' }) });
    await deliver();

    expect(server.received[0]!.mail.html).toContain('&lt;script&gt;');
    expect(server.received[0]!.mail.html).not.toContain('<script>');
  });
});

describe('at the moment of sending', () => {
  it('a mail to somebody who has left, or without an address, or too old, is skipped', async () => {
    await app.db.query('update staff set active = false where id = $1', [cast.mei.id]);
    await app.db.query('update staff set mail = null where id = $1', [cast.shi.id]);
    await owe({ staffId: cast.mei.id });
    await owe({ staffId: cast.shi.id });
    await owe({ staffId: cast.wu.id });
    app.clock.passDays(1);
    await app.db.query("update mail set created_at = created_at - interval '20 days' where staff_id = $1", [
      cast.wu.id,
    ]);

    expect(await deliver()).toMatchObject({ sent: 0, skipped: 3 });
    expect(server.received).toHaveLength(0);
  });

  it('a duty that is done is not asked for', async () => {
    app.get(MailChecks).register('done', () => Promise.resolve(false));
    await owe({ kind: 'done' });

    expect(await deliver()).toMatchObject({ sent: 0, skipped: 1 });
    expect(await row()).toMatchObject({ state: 'skipped', last_error: 'done already' });
  });
});

function blank(): NewMail {
  return {
    staffId: cast.wu.id,
    kind: 'test',
    eventId: 'e',
    subject: msg('mail.letter.open'),
    model: { text: msg('mail.letter.open'), why: msg('mail.outbox.lead') },
    link: null,
  };
}
