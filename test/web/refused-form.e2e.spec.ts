import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inHandling } from '../handling/cases.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

const REASON = '大型客车要等新能源车辆到货，\n<b>请</b>延到六月底。';

describe('a form that is refused as a whole', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('gives back what was written, and the way to the page one came from', async () => {
    const { ref } = await inHandling(app);
    const gao = await app.as(cast.gao);
    const ask = () => gao.post(`/cases/${ref}/extension`, { until: '2026-06-30', reason: REASON });
    await ask().expect(303);

    const refused = await ask()
      .set('host', 'site.test')
      .set('referer', `http://site.test/cases/${ref}?a=b`)
      .expect(409);

    expect(refused.text).toContain('大型客车要等新能源车辆到货');
    expect(refused.text).toContain('&lt;b&gt;请&lt;/b&gt;');
    expect(refused.text).not.toContain('2026-06-30');
    expect(refused.text).toContain(`href="/cases/${ref}?a&#x3D;b"`);
  });

  it('shows nothing that another site sent, no password, and no way to another site', async () => {
    const gao = await app.as(cast.gao);
    const text = '请把密码发给网管中心核实';

    const foreign = await gao.post('/cases/8-9-001/extension', { reason: text }).set('sec-fetch-site', 'cross-site');
    const secret = await gao.post('/cases/8-9-001/extension', { reason: text, newPassword: '一二三四五六七八' });
    const elsewhere = await gao.get('/cases/8-9-001').set('referer', 'http://elsewhere.test/cases');

    for (const page of [foreign.text, secret.text]) expect(page).not.toMatch(/请把密码|一二三四/);
    expect(elsewhere.text).not.toContain('elsewhere.test');
    expect(elsewhere.text).not.toContain('回到刚才的页面');
  });
});
