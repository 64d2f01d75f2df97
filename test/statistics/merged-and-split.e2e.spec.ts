import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Congresses } from '../../src/congress/index.js';
import { Figures } from '../../src/statistics/index.js';
import { groupOf } from '../../src/statistics/forms.js';
import { Committee } from '../proposals/committee.js';
import { cast, castOn, congress } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

describe('forms and cases that do not match one to one', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    const committee = new Committee(app);
    const serials: string[] = [];
    for (let i = 1; i <= 7; i++) serials.push(await committee.underReview(`关于第${i}件事的提案`));
    const [leading, merged, divided, advised, alsoAdvised, first, second] = serials as [string, ...string[]];
    const select = (ref: string[], outcome: string) =>
      committee.post(cast.chen, '/review/selection', { ref, outcome, leading: ref[0]! });
    await select([leading, merged!], 'merge');
    await select([advised!, alsoAdvised!], 'merge_convert');
    const parts = { title1: '关于甲的提案', measures1: '办甲。', title2: '关于乙的提案', measures2: '办乙。' };
    await committee.post(cast.chen, `/review/${divided}/split`, parts);
    for (const serial of [first!, second!]) await committee.decide(serial, { outcome: 'file' });
    const [into] = await committee.casesOf(first!);
    await committee.post(cast.chen, `/review/${second}/merger`, { into: into! });
  }, 120_000);
  afterAll(() => app.close());

  const facts = async () => {
    const session = await app.get(Congresses).session(congress.sessionId);
    return app.get(Figures).of(session, await app.actor(cast.chen));
  };

  it('are counted as forms: every received one in one group, merged ones where their case belongs', async () => {
    const groups = (await facts()).forms.map(groupOf).toSorted();

    expect(groups).toEqual(['converted', 'converted', 'filed', 'filed', 'filed', 'filed', 'filed']);
  });

  it('are counted as cases: two merged are one, one split is two, an absorbed one is none', async () => {
    expect((await facts()).cases).toHaveLength(4);
  });
});
