import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { foundFaculty } from './faculty.js';

describe('the desk of a committee', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await foundFaculty(app);
  }, 180_000);
  afterAll(() => app.close());

  it('offers the sessions of its own congress only, and names the congress of a faculty', async () => {
    const below = (await (await app.as(cast.mei)).get('/review').expect(200)).text;
    expect(below).toContain('数学学院教职工代表大会第一届第一次会议');
    expect(below).not.toContain('value="8-3"');
    expect((await (await app.as(cast.chen)).get('/review').expect(200)).text).not.toContain('数学学院教职工代表大会');
  });
});
