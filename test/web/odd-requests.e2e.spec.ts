import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

describe('a request that no page of ours sends', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it.each([
    '/cases/%00',
    '/cases/8-3-001%00/replies/1/letter',
    '/notices/a%00b',
    '/notices?q=%00',
    '/admin/staff?q=%00',
  ])('is told so when its address holds a null character: %s', async (address) => {
    const page = await (await app.as(cast.wu)).get(address).expect(400);
    expect(page.text).toContain('无法识别');
  });

  it.each([
    ['multipart/form-data', 'abc'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="to"\r\n\r\nen'],
  ])('is told so when its form was cut off: %s', async (type, body) => {
    await app.visitor().post('/language').set('content-type', type).send(body).expect(400);
  });

  const text = { key: 'errors.title', params: { status: 404 } };
  it.each([
    { text },
    { tone: 'good', text: { ...text, params: null } },
    { tone: 'good', text: { ...text, params: { status: { toString: 1 } } } },
    { tone: { is: 'odd' }, text },
    null,
  ])('sees its page without the message that it made up: %j', async (flash) => {
    const cookie = `flash=${Buffer.from(JSON.stringify(flash)).toString('base64url')}`;

    const page = await app.visitor().get('/').set('cookie', cookie).expect(200);
    expect(page.text).not.toContain('class="note note-');
    await app.visitor().get('/nowhere').set('cookie', cookie).expect(404);
  });

  it('has its form parked without the characters that the database cannot hold', async () => {
    const answer = await app.visitor().post('/me/password', { title: '食\0堂' }).expect(303);
    expect(answer.headers.location).toContain('parked=');
  });

  it('finds the board without a year that no calendar has', async () => {
    await app.visitor().get('/notices?year=0000').expect(200);
  });
});
