import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { msg } from '../../src/kernel/index.js';
import { MePages, Sessions } from '../../src/identity/index.js';
import { hashPassword } from '../../src/identity/passwords.js';
import { deviceOf } from '../../src/identity/web/device.js';
import { cast, castOn } from '../support/cast.js';
import { Client, TestApp } from '../support/test-app.js';

const OLD = 'old-heron-46';
const NEW = { newPassword: 'lake-heron-47', again: 'lake-heron-47' };
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 MicroMessenger/8.0';

describe('my account', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await app.db.query('update account set password_hash = $1 where staff_id <> $2', [
      await hashPassword(OLD),
      cast.he.id,
    ]);
  });
  afterAll(() => app.close());

  async function onThePhone(person: { id: string }): Promise<Client> {
    return new Client(app.nest, await app.get(Sessions).open(person.id, '10.0.0.9', PHONE));
  }

  it('tells who I am and what I may do, for which unit and how long', async () => {
    const page = await (await app.as(cast.gao)).get('/me').expect(200);

    expect(page.text).toContain('高远');
    expect(page.text).toContain(cast.gao.number);
    expect(page.text).toMatch(/承办单位经办人[\s\S]*后勤保障部[\s\S]*2024-01-01 至 长期[\s\S]*在任/);
  });

  it('is closed to visitors', async () => {
    await app.visitor().get('/me').expect(303);
  });

  it('shows my devices and lets me sign one out, never somebody else’s', async () => {
    const phone = await onThePhone(cast.wu);
    const wu = await app.as(cast.wu);
    const page = await wu.get('/me').expect(200);
    expect(page.text).toContain('WeChat · iPhone');
    expect(page.text).toContain('10.0.0.9');
    const end = /\/me\/sessions\/[\w-]+\/end/.exec(page.text)![0];

    await (await app.as(cast.lin)).post(end).expect(303);
    await phone.get('/me').expect(200);
    await wu.post(end).expect(303);
    await phone.get('/me').expect(303);
    await wu.get('/me').expect(200);
  });

  it('signs out all other devices at once', async () => {
    const phone = await onThePhone(cast.sun);
    const sun = await app.as(cast.sun);
    await sun.post('/me/sessions/end').expect(303);

    await phone.get('/me').expect(303);
    await sun.get('/me').expect(200);
  });

  it('changes the password of who knows the present one, and signs out the other devices', async () => {
    const phone = await onThePhone(cast.wu);
    const wu = await app.as(cast.wu);
    const refused = await wu.post('/me/password', { currentPassword: 'guess', ...NEW }).expect(422);
    expect(refused.text).toContain('当前密码不正确');

    await wu.post('/me/password', { currentPassword: OLD, ...NEW }).expect(303);

    await phone.get('/me').expect(303);
    await wu.get('/me').expect(200);
    await app.visitor().post('/sign-in', { number: cast.wu.number, password: NEW.newPassword }).expect(303);
  });

  it('refuses a weak password and prints none back', async () => {
    const lin = await app.as(cast.lin);
    const page = await lin
      .post('/me/password', { currentPassword: OLD, newPassword: '1234567890', again: '1234567890' })
      .expect(422);

    expect(page.text).toContain('太常见');
    expect(page.text).not.toContain('value="1234567890"');
    expect(page.text).not.toContain(OLD);
  });

  it('shows the way to a first password', async () => {
    const page = await (await app.as(cast.he)).get('/me/password').expect(200);

    expect(page.text).toContain('href="/sign-in/link"');
  });

  it('remembers my language on every device', async () => {
    const tang = await app.as(cast.tang);
    await tang.post('/me/language', { language: 'en' }).expect(303);

    expect((await tang.get('/me').expect(200)).text).toContain('My account');
  });

  it('links to what other rooms add', async () => {
    app.get(MePages).add({ href: '/me/extra', text: msg('identity.me.more'), hint: msg('identity.me.language') });

    expect((await (await app.as(cast.lin)).get('/me')).text).toContain('href="/me/extra"');
  });
});

describe('the name of a device', () => {
  it.each([
    [PHONE, 'WeChat · iPhone'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0',
      'Edge · Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox · Linux'],
    ['curl/8', null],
  ])('of %s is %s', (agent, device) => {
    expect(deviceOf(agent)).toBe(device);
  });
});
