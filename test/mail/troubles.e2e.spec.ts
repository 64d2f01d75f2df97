import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { msg, newId } from '../../src/kernel/index.js';
import { MailDelivery, Outbox } from '../../src/mail/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { MailServer } from './mail-server.js';

const server = new MailServer();
let app: TestApp;

beforeAll(async () => {
  await server.start();
  app = await TestApp.start({ smtpUrl: server.url });
  await castOn(app.db);
});
afterAll(async () => {
  await app.close();
  await server.stop();
});
beforeEach(async () => {
  server.received.length = 0;
  server.refusals.clear();
  await app.db.query('delete from mail');
});

async function owe(times = 1): Promise<void> {
  await app.db.transaction(async (tx) => {
    for (let i = 0; i < times; i++)
      await app.get(Outbox).enqueue(tx, {
        staffId: cast.wu.id,
        kind: 'test',
        eventId: newId(),
        subject: msg('mail.letter.open'),
        model: { text: msg('mail.letter.open'), why: msg('mail.outbox.lead') },
        link: null,
      });
  });
}

const deliver = () => app.get(MailDelivery).deliverDue();
const row = async () => (await app.db.query('select * from mail'))[0];

describe('when the mail server is dead', () => {
  it('the mail waits, longer each time, and is sent once when the server lives again', async () => {
    await server.stop();
    await owe();

    expect(await deliver()).toEqual({ sent: 0, skipped: 0, postponed: 1 });
    expect(await deliver()).toEqual({ sent: 0, skipped: 0, postponed: 0 });
    app.clock.passMinutes(2);
    expect(await deliver()).toMatchObject({ postponed: 1 });
    app.clock.passMinutes(2);
    expect(await deliver()).toMatchObject({ postponed: 0 });
    expect(await row()).toMatchObject({ state: 'queued', attempts: 2 });

    await server.start();
    app.clock.passMinutes(5);
    expect(await deliver()).toMatchObject({ sent: 1 });
    await deliver();
    expect(server.received).toHaveLength(1);
  });
});

describe('when the server refuses', () => {
  it('for good, the mail has failed and the mailbox is marked', async () => {
    server.refusals.set('2009017@jianglin.example', 550);
    await owe();
    await deliver();

    expect(await row()).toMatchObject({ state: 'failed', attempts: 1 });
    const [account] = await app.db.query('select mail_failed_at from account where staff_id = $1', [cast.wu.id]);
    expect(account.mail_failed_at).not.toBeNull();
  });

  it('for now, the mail is tried again until it has been tried often enough', async () => {
    server.refusals.set('2009017@jianglin.example', 450);
    await owe();
    for (let attempt = 1; attempt <= 9; attempt++) {
      await deliver();
      app.clock.passMinutes(960);
    }

    expect(await row()).toMatchObject({ state: 'failed', attempts: 9 });
  });
});

describe('several workers', () => {
  it('send each mail once', async () => {
    await owe(60);
    const reports = await Promise.all([deliver(), deliver(), deliver(), deliver()]);

    expect(reports.reduce((sum, report) => sum + report.sent, 0)).toBe(60);
    expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(60);
    expect(server.received).toHaveLength(60);
  });

  it('take over what a dead one had claimed, under the same Message-ID', async () => {
    await owe();
    await app.db.query("update mail set state = 'sending', attempts = 1, claimed_at = $1", [app.clock.now()]);
    const { message_id: messageId } = await row();

    await deliver();
    expect(server.received).toHaveLength(0);
    app.clock.passMinutes(11);
    await deliver();

    expect(server.received.map(({ mail }) => mail.messageId)).toEqual([messageId]);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
  });
});
