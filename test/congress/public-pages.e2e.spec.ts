import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionFigures } from '../../src/congress/index.js';
import { msg } from '../../src/kernel/index.js';
import { castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

describe('the public page of a session', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('tells window, delegations with their heads, and the committee', async () => {
    const page = await app.visitor().get('/congress/8-3').expect(200);

    for (const text of ['第八届第三次会议', '正在征集提案', '理学代表团', '赵刚', '机关代表团', '罗成', '陈立', '唐宁'])
      expect(page.text).toContain(text);
    expect(page.text).not.toContain('8672');
  });

  it('shows the figures that other rooms add', async () => {
    app
      .get(SessionFigures)
      .add((session) => Promise.resolve([{ number: `${session.number}42`, label: msg('congress.figures.delegates') }]));

    expect((await app.visitor().get('/congress/8-2').expect(200)).text).toContain('242');
  });

  it('is listed, and absent for what does not exist', async () => {
    const page = await app.visitor().get('/congress').expect(200);
    expect(page.text).toContain('/congress/8-3');
    expect(page.text).toContain('/congress/8-2');

    await app.visitor().get('/congress/9-9').expect(404);
  });
});
