import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { foundSchool, SCHOOL } from './light-school.js';

describe('the desks of the committee chain, opened by their address', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await foundSchool(app);
    await (await app.as(cast.mei)).post(`/admin/congress/${SCHOOL.id}/mode`, { mode: 'light' }).expect(303);
  }, 120_000);
  afterAll(() => app.close());

  it.each([
    [cast.mei, '/review'],
    [cast.bai, '/review/decisions'],
    [cast.mei, '/review/readers'],
    [cast.mei, '/review/paper'],
    [cast.gao, '/delegation'],
  ] as const)('say that the school works in light mode (%#)', async (who, address) => {
    const answer = await (await app.as(who)).get(address);

    expect([answer.status, answer.text.includes('后勤教职工代表大会实行简易模式')]).toEqual([409, true]);
  });

  it('stay open to the committee and the delegations of a congress that has them', async () => {
    for (const [who, address] of [
      [cast.tang, '/review'],
      [cast.chen, '/review/decisions'],
      [cast.tang, '/review/paper'],
      [cast.zhao, '/delegation'],
    ] as const)
      await (await app.as(who)).get(address).expect(200);
    for (const address of ['/review', '/delegation']) await (await app.as(cast.wu)).get(address).expect(403);
  });
});
