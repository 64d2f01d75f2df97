import { describe, expect, it } from '@jest/globals';
import { castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { JOURNEYS, type Walk } from './journeys.js';
import { type Effect, ManyClicks } from './many-clicks.js';

const LONG = 600_000;
const FRIENDLY = [303, 404, 409, 422];

/** Ten people, or one impatient one, press the same button at the same moment: what it does is done once, and told once. */
describe('the same click ten times at once', () => {
  it.each(JOURNEYS)(
    'has the effect of one on %s',
    async (_, walk) => {
      const [once, tenfold] = [await effectsOf(walk, 1), await effectsOf(walk, 10)];

      expect(tenfold.map(({ added }) => added)).toEqual(once.map(({ added }) => added));
      const statuses = tenfold.map((effect) => ({
        ...effect,
        statuses: effect.statuses.filter((one) => !FRIENDLY.includes(one)),
      }));
      expect(statuses.filter((effect) => effect.statuses.length > 0)).toEqual([]);
      expect(once.length).toBeGreaterThanOrEqual(5);
    },
    LONG,
  );
});

async function effectsOf(walk: Walk, times: number): Promise<Effect[]> {
  const clicks = new ManyClicks(times);
  const app = await TestApp.start({}, undefined, clicks.prepare);
  try {
    await castOn(app.db);
    clicks.begin(app.db);
    await walk(app);
    return clicks.effects;
  } finally {
    await app.close();
  }
}
