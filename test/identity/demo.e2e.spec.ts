import { describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

describe('the demo', () => {
  it('offers its people and lets one be anybody of them with one click', async () => {
    const app = await TestApp.start();
    await castOn(app.db);
    await app.db.query("update staff set number = '2010121' where id = $1", [cast.tang.id]);

    const page = await app.visitor().get('/demo').expect(200);
    expect(page.text).toContain('唐宁');
    expect(page.text).toContain('提案工作委员会秘书');
    await app.visitor().post('/demo/sign-in', { number: '2010121' }).expect(303);
    await app.visitor().post('/demo/sign-in', { number: cast.wu.number }).expect(404);
    await app.close();
  });

  it('does not exist in production', async () => {
    const app = await TestApp.start({ environment: 'production' });

    await app.visitor().get('/demo').expect(404);
    await app.visitor().post('/demo/sign-in', { number: '2010121' }).expect(404);
    await app.close();
  });
});
