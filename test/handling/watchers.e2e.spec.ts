import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
});
afterAll(() => app.close());

describe('whoever watches over what was urged and promised', () => {
  it('finds it in the navigation: committee, supervisor, units and leaders; nobody else', async () => {
    const hasDoor = async (who: Player) => (await (await app.as(who)).get('/')).text.includes('href="/promises"');
    for (const who of [cast.chen, cast.jian, cast.gao, cast.he, cast.fang])
      expect([who.name, await hasDoor(who)]).toEqual([who.name, true]);
    for (const who of [cast.wu, cast.guan]) expect([who.name, await hasDoor(who)]).toEqual([who.name, false]);
    await (await app.as(cast.jian)).get('/promises').expect(200);
  });
});
