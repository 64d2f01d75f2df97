import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../src/identity/passwords.js';
import { cast, castOn, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';
import { clientOf } from './sign-in-answer.js';

const PASSWORD = 'lake-heron-47';

describe('a form that was typed before its session ended', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await app.db.query('update account set password_hash = $1', [await hashPassword(PASSWORD)]);
  });
  afterAll(() => app.close());

  function signIn(number: string, parked: string) {
    return app.visitor().post('/sign-in', { number, password: PASSWORD, parked }).expect(303);
  }

  it('keeps it for the person whose session had ended, and for nobody else', async () => {
    const wu = await app.as(cast.wu);
    app.clock.passMinutes(61);
    const location = await typedInto(wu);
    const parked = new URLSearchParams(location.split('?')[1]).get('parked')!;
    expect((await app.visitor().get(location).expect(200)).text).toContain('已经保存');

    const thief = clientOf(app, await signIn(cast.lin.number, parked));
    await thief.get(`/parked/${parked}`).expect(404);
    const back = await signIn(cast.wu.number, parked);
    expect(back.headers.location).toBe(`/parked/${parked}`);
    const page = await clientOf(app, back).get(`/parked/${parked}`).expect(200);
    expect(page.text).toContain('<p>关于食堂的提案</p>');
    expect(page.text).toContain('继续提交');
    expect(page.text).toContain('action="/me/password"');
    expect(page.text).not.toContain('my-secret');
  });

  it('gives the text of nobody known to the first who signs in with it', async () => {
    const location = await typedInto(app.visitor());
    const parked = new URLSearchParams(location.split('?')[1]).get('parked')!;
    await signIn(cast.wu.number, parked);

    const lin = clientOf(app, await signIn(cast.lin.number, parked));
    await lin.get(`/parked/${parked}`).expect(404);
  });

  async function typedInto(client: Client): Promise<string> {
    const fields = { id: units.sx.id, title: '关于食堂的提案', reason: '排队\n太长', password: 'my-secret' };
    const answer = await client.post('/me/password', fields).expect(303);
    return String(answer.headers.location);
  }
});
