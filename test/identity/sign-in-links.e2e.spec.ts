import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountMails, type LinkLetter } from '../../src/identity/index.js';
import { hashPassword } from '../../src/identity/passwords.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { clientOf } from './sign-in-answer.js';

const NEW = { newPassword: 'lake-heron-47', again: 'lake-heron-47' };

describe('a mailed link to set a password', () => {
  let app: TestApp;
  let letters: LinkLetter[];

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    app.get(AccountMails).use({
      link: (_, letter) => {
        letters.push(letter);
        return Promise.resolve();
      },
    });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    letters = [];
    await app.db.query('delete from rate_limit');
    await app.db.query('update account set password_hash = null');
  });

  async function linkFor(person: { number: string }): Promise<string> {
    await app.visitor().post('/sign-in/link', { number: person.number }).expect(303);
    return new URL(letters.at(-1)!.url).pathname;
  }

  it('says the same for a number that somebody has and for one that nobody has', async () => {
    const known = await app.visitor().post('/sign-in/link', { number: cast.wu.number }).expect(303);
    const unknown = await app.visitor().post('/sign-in/link', { number: '7777777' }).expect(303);

    expect(unknown.headers.location).toBe(known.headers.location);
    await app.visitor().get('/sign-in/link/sent').expect(200);
    expect(letters.map(({ staffId }) => staffId)).toEqual([cast.wu.id]);
  });

  it('lasts a day for the first sign-in and an hour for a forgotten password', async () => {
    await linkFor(cast.wu);
    await app.db.query('update account set password_hash = $1', [await hashPassword('old-heron-46')]);
    await linkFor(cast.wu);

    expect(letters.map(({ purpose }) => purpose)).toEqual(['first', 'forgotten']);
    expect(letters.map(({ expiresAt }) => (expiresAt.getTime() - app.clock.now().getTime()) / 3_600_000)).toEqual([
      24, 1,
    ]);
  });

  it('lets its holder in, signs out every other browser and is recorded', async () => {
    const elsewhere = await app.as(cast.wu);
    const link = await linkFor(cast.wu);
    expect((await app.visitor().get(link).expect(200)).text).toContain('吴敏');

    const answer = await app.visitor().post(link, NEW).expect(303);

    await clientOf(app, answer).get('/me').expect(200);
    await elsewhere.get('/me').expect(303);
    await app.visitor().post('/sign-in', { number: cast.wu.number, password: NEW.newPassword }).expect(303);
    const events = await app.db.query(
      "select data from ledger_event where subject_id = $1 and action = 'change_password'",
      [cast.wu.id],
    );
    expect(events).toEqual([{ data: { by: 'link' } }]);
  });

  it('works when the database has a single connection to spare', async () => {
    const link = await linkFor(cast.lin);
    const busy = Array.from({ length: 9 }, () => app.db.createQueryRunner());
    await Promise.all(busy.map((one) => one.connect()));
    try {
      await app.visitor().post(link, NEW).expect(303);
    } finally {
      await Promise.all(busy.map((one) => one.release()));
    }
  });

  it('works once, even when it is used twice at the same moment', async () => {
    const link = await linkFor(cast.lin);
    const answers = await Promise.all([app.visitor().post(link, NEW), app.visitor().post(link, NEW)]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    await app.visitor().get(link).expect(410);
  });

  it('is used up by time and by a younger link', async () => {
    const old = await linkFor(cast.lin);
    await app.visitor().post(await linkFor(cast.lin), NEW);
    await app.visitor().get(old).expect(410);

    const forgotten = await linkFor(cast.lin);
    app.clock.passMinutes(60);
    await app.visitor().get(forgotten).expect(410);
  });

  it('does not exist when it was made up', async () => {
    await app.visitor().get('/sign-in/link/made-up').expect(404);
  });

  it('is not used up by a password that is refused', async () => {
    const link = await linkFor(cast.sun);
    const page = await app.visitor().post(link, { newPassword: 'short', again: 'short' }).expect(422);
    expect(page.text).toContain('至少 10 个字符');
    expect(
      (
        await app
          .visitor()
          .post(link, { ...NEW, again: 'other' })
          .expect(422)
      ).text,
    ).toContain('不一样');

    await app.visitor().post(link, NEW).expect(303);
  });

  it('is mailed at most three times an hour to one number, without telling', async () => {
    for (let i = 0; i < 5; i++) await app.visitor().post('/sign-in/link', { number: cast.wu.number }).expect(303);

    expect(letters).toHaveLength(3);
    app.clock.passMinutes(60);
    await linkFor(cast.wu);
    expect(letters).toHaveLength(4);
  });

  it('is refused to an address that asks for too many', async () => {
    await app.db.query("insert into rate_limit values ('link by address', '127.0.0.1', $1, 100000)", [app.clock.now()]);

    await app.visitor().post('/sign-in/link', { number: cast.wu.number }).expect(429);
  });

  it('ends a lock-out', async () => {
    for (let i = 0; i < 5; i++) await app.visitor().post('/sign-in', { number: cast.gao.number, password: 'wrong' });
    await app
      .visitor()
      .post(await linkFor(cast.gao), NEW)
      .expect(303);

    await app.visitor().post('/sign-in', { number: cast.gao.number, password: NEW.newPassword }).expect(303);
  });
});
