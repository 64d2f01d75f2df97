import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Settings } from '../../src/config/index.js';
import { msg, newId } from '../../src/kernel/index.js';
import { MailDelivery, Outbox } from '../../src/mail/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  for (const { id } of [cast.wu, cast.lin])
    await app.db.transaction((tx) =>
      app.get(Outbox).enqueue(tx, {
        staffId: id,
        kind: 'test',
        eventId: newId(),
        subject: msg('mail.outbox.everybody', { text: id === cast.wu.id ? '给吴敏' : '给林晓' }),
        model: { text: msg('mail.letter.open'), why: msg('mail.outbox.lead') },
        link: '/proposals/2026-0061',
      }),
    );
  await app.get(MailDelivery).deliverDue();
});
afterAll(() => app.close());

describe('without a mail server', () => {
  it('every mail is a file in var/outbox', () => {
    const folder = path.join(app.get(Settings).dataFolder, 'outbox');
    const files = fs.readdirSync(folder);

    expect(files).toHaveLength(2);
    expect(files.every((file) => /^[\w-]{36}\.eml$/.test(file))).toBe(true);
    expect(fs.readFileSync(path.join(folder, files[0]!), 'utf8')).toContain('Message-ID: <');
  });

  it('the demo shows the mails, by recipient, with links that work', async () => {
    const list = await app
      .visitor()
      .get(`/outbox?to=${encodeURIComponent('吴敏')}`)
      .expect(200);
    expect(list.text).toContain('给吴敏');
    expect(list.text).not.toContain('给林晓');

    const address = /href="(\/outbox\/[0-9a-f-]{36})"/.exec(list.text)![1]!;
    const mail = await app.visitor().get(address).expect(200);
    expect(mail.text).toContain('href="http://localhost:3000/proposals/2026-0061"');
    const letter = await app.visitor().get(`${address}/letter`).expect(200);
    expect(letter.headers['content-security-policy']).toContain("default-src 'none'");
    await app.visitor().get('/outbox/nonsense').expect(404);
  });
});

describe('in production', () => {
  it('nobody sees the mails', async () => {
    Object.assign(app.get(Settings), { environment: 'production' });

    await app.visitor().get('/outbox').expect(404);
    Object.assign(app.get(Settings), { environment: 'test' });
  });
});
