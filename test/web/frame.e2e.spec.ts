import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';

describe('the frame of every page', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  it('greets a visitor in Chinese with strict security headers', async () => {
    const page = await app.visitor().get('/').expect(200);

    expect(page.text).toContain('<html lang="zh-CN"');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
  });

  it('turns to English and remembers it', async () => {
    const answer = await app.visitor().post('/language', { to: 'en', back: '/' }).expect(303);

    const page = await app.visitor().get('/').set('cookie', String(answer.headers['set-cookie']).split(';')[0]!);
    expect(page.text).toContain('<html lang="en"');
  });

  it('says in Chinese that a page does not exist', async () => {
    const page = await app.visitor().get('/nowhere').expect(404);

    expect(page.text).toContain('没有找到（404）');
  });

  it('refuses a form that another site sent', async () => {
    await app.visitor().post('/language', { to: 'en' }).set('sec-fetch-site', 'cross-site').expect(403);
  });
});
