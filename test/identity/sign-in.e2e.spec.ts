import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../src/identity/passwords.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { clientOf } from './sign-in-answer.js';

const PASSWORD = 'lake-heron-47';

describe('signing in', () => {
  let app: TestApp;
  let passwordHash: string;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    passwordHash = await hashPassword(PASSWORD);
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    app.clock.set('2026-04-14T09:00:00+08:00');
    await app.db.query('update account set password_hash = $1, failed_attempts = 0, locked_until = null', [
      passwordHash,
    ]);
    await app.db.query('delete from unknown_number');
    await app.db.query('delete from rate_limit');
  });

  function attempt(number: string, password: string, more: Record<string, string> = {}) {
    return app.visitor().post('/sign-in', { number, password, ...more });
  }

  it('brings a person in and back to where they were going', async () => {
    const asked = await app.visitor().get('/parked/x').expect(303);
    expect(asked.headers.location).toBe('/sign-in?to=%2Fparked%2Fx');

    const answer = await attempt(cast.wu.number, PASSWORD, { to: '/parked/x' }).expect(303);

    expect(answer.headers.location).toBe('/parked/x');
    expect(String(answer.headers['set-cookie'])).toMatch(/session=.*HttpOnly.*SameSite=Lax/);
    expect((await clientOf(app, answer).get('/')).text).toContain('吴敏');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (to) => {
      const answer = await attempt(cast.wu.number, PASSWORD, { to }).expect(303);

      expect(answer.headers.location).toBe('/');
    },
  );

  it('answers the same to a wrong password, to a number that nobody has and to an account without a password', async () => {
    await app.db.query('update account set password_hash = null where staff_id = $1', [cast.lin.id]);
    const pages = [
      await attempt(cast.wu.number, 'wrong').expect(422),
      await attempt('7777777', 'wrong').expect(422),
      await attempt(cast.lin.number, 'wrong').expect(422),
    ].map(({ text }) => text.replaceAll(/value="\d+"/g, ''));

    expect(pages[0]).toContain('工号或密码不正确');
    expect(new Set(pages).size).toBe(1);
  });

  it('does not print a password back', async () => {
    const page = await attempt(cast.wu.number, 'my-secret-typo').expect(422);

    expect(page.text).not.toContain('my-secret-typo');
    expect(page.text).toContain(`value="${cast.wu.number}"`);
  });

  it.each([
    ['a known number', () => cast.wu.number],
    ['a number that nobody has', () => '7777777'],
  ])('pauses after five failures for %s, longer each time, and ends the pause by itself', async (_, number) => {
    for (let i = 1; i <= 4; i++) await attempt(number(), 'wrong').expect(422);
    expect((await attempt(number(), 'wrong').expect(429)).text).toContain('1 分钟');
    expect((await attempt(number(), PASSWORD).expect(429)).text).toContain('1 分钟');

    app.clock.passMinutes(1);
    expect((await attempt(number(), 'wrong').expect(429)).text).toContain('2 分钟');
    app.clock.passMinutes(2);
    await attempt(number(), PASSWORD).expect(number() === cast.wu.number ? 303 : 429);
  });

  it('forgets the failures after the right password', async () => {
    for (let i = 1; i <= 4; i++) await attempt(cast.wu.number, 'wrong');
    await attempt(cast.wu.number, PASSWORD).expect(303);

    await attempt(cast.wu.number, 'wrong').expect(422);
  });

  it('hears no more than five guesses at once, however many come together', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => attempt(cast.gao.number, `guess-${i}`)));

    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
    const [account] = await app.db.query('select failed_attempts from account where staff_id = $1', [cast.gao.id]);
    expect(account.failed_attempts).toBe(5);
    const locks = await app.db.query("select 1 from ledger_event where subject_id = $1 and action = 'lock'", [
      cast.gao.id,
    ]);
    expect(locks).toHaveLength(1);
  });

  it('is refused to an address with too many failures', async () => {
    await app.db.query("insert into rate_limit values ('sign-in by address', '127.0.0.1', $1, 100000)", [
      app.clock.now(),
    ]);

    await attempt(cast.wu.number, PASSWORD).expect(429);
  });

  it('is refused to somebody who has left', async () => {
    await app.db.query('update staff set active = false where id = $1', [cast.zhou.id]);

    await attempt(cast.zhou.number, PASSWORD).expect(422);
  });

  it('gives every sign-in a new token and ends the session before', async () => {
    const first = clientOf(app, await attempt(cast.wu.number, PASSWORD));
    const second = clientOf(
      app,
      await first.post('/sign-in', { number: cast.wu.number, password: PASSWORD }).expect(303),
    );

    expect(second.token).not.toBe(first.token);
    await first.get('/parked/x').expect(303);
    await second.get('/parked/x').expect(404);
  });

  it('ends with signing out', async () => {
    const wu = clientOf(app, await attempt(cast.wu.number, PASSWORD));
    await wu.post('/sign-out').expect(303);

    await wu.get('/parked/x').expect(303);
  });

  it('sends somebody who is in already straight on', async () => {
    const wu = await app.as(cast.wu);

    expect((await wu.get('/sign-in?to=/calendar').expect(303)).headers.location).toBe('/calendar');
  });
});

describe('the cookie over https', () => {
  it('is bound to this host and never sent in the clear', async () => {
    const app = await TestApp.start({ baseUrl: 'https://jianyan.example' });
    await castOn(app.db);
    await app.db.query('update account set password_hash = $1', [await hashPassword(PASSWORD)]);

    const answer = await app.visitor().post('/sign-in', { number: cast.wu.number, password: PASSWORD }).expect(303);

    expect(String(answer.headers['set-cookie'])).toMatch(/__Host-session=.*Path=\/.*Secure/);
    await app.close();
  });
});
