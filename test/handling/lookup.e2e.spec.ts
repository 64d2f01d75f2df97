import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseLookup } from '../../src/handling/index.js';
import { newId } from '../../src/kernel/index.js';
import { castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { nightBuses, opened } from './cases.js';

describe('the case of a proposal', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('is found by each of the merged proposals, with its way and who is next', async () => {
    const [mine, other] = [newId(), newId()];
    const [origin] = nightBuses().origins;
    const { ref } = await opened(app, {
      origins: [
        { ...origin!, originId: mine },
        { ...origin!, originId: other, ref: '2026-0062' },
      ],
    });

    const found = await app.get(CaseLookup).byOrigins([mine, other, newId()]);

    expect([...found.keys()].toSorted()).toEqual([mine, other].toSorted());
    expect(found.get(other)).toMatchObject({
      ref,
      status: 'open',
      leadUnitName: null,
      replies: [],
      next: { key: 'handling.next.open' },
    });
    expect(
      found
        .get(mine)!
        .way.steps.map(({ state }) => state)
        .join(' '),
    ).toBe('done done current next next next next');
  });

  it('answers nothing to nobody', async () => {
    expect((await app.get(CaseLookup).byOrigins([])).size).toBe(0);
  });
});
