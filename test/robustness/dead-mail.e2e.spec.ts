import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MailDelivery } from '../../src/mail/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

const LONG = 60_000;

describe('a mail server', () => {
  let app: TestApp;
  afterEach(() => app.close());

  /** Somebody forgot the password: a request that owes a mail. */
  async function askForLink(smtpUrl: string): Promise<void> {
    app = await TestApp.start({ smtpUrl });
    await castOn(app.db);
    await app.visitor().post('/sign-in/link', { number: cast.wu.number }).expect(303);
  }

  async function expectToSeeTheTrouble(): Promise<void> {
    expect(await app.db.query('select state, attempts from mail')).toEqual([{ state: 'queued', attempts: 1 }]);
    const page = await (await app.as(cast.guan)).get('/admin/delivery').expect(200);
    expect(page.text).toContain(`${cast.wu.name}（${cast.wu.number}）`);
  }

  it('that is switched off stops nobody, and the administrator sees what waits and why', async () => {
    await askForLink('smtp://127.0.0.1:1');

    expect(await app.get(MailDelivery).deliverDue()).toMatchObject({ postponed: 1 });
    await expectToSeeTheTrouble();
    expect((await (await app.as(cast.guan)).get('/admin/delivery')).text).toContain('ECONNREFUSED');
  });

  it(
    'that takes the call and says nothing does not hold the worker up',
    async () => {
      const mute = net.createServer(() => {}).listen(0, '127.0.0.1');
      await new Promise((resolve) => mute.once('listening', resolve));
      await askForLink(`smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`);
      const began = performance.now();

      expect(await app.get(MailDelivery).deliverDue()).toMatchObject({ postponed: 1 });
      expect(performance.now() - began).toBeLessThan(30_000);
      await expectToSeeTheTrouble();
      mute.close();
    },
    LONG,
  );
});
