import { describe, expect, it } from '@jest/globals';
import { castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { type Journey, JOURNEYS } from './journeys.js';
import { KindsOfSteps } from './kinds-of-steps.js';
import { ManyClicks } from './many-clicks.js';
import { ON_NO_JOURNEY } from './on-no-journey.js';

const LONG = 600_000;
/** Done, or a page that says why not; scripts that save what is typed get a bare 200. */
const FRIENDLY = [200, 303, 404, 409, 422];

/** Ten people, or one impatient one, press the same button at the same moment: what it does is done once, and told once. */
describe('the same click ten times at once', () => {
  const kinds = { once: new KindsOfSteps(), tenfold: new KindsOfSteps() };
  const walked = new Set<string>();
  let posts: string[] = [];

  async function clicksOn({ walk, settings }: Journey, times: number, seen: KindsOfSteps): Promise<ManyClicks> {
    const clicks = new ManyClicks(times, seen);
    const app = await TestApp.start({}, undefined, clicks.prepare);
    try {
      posts = app.routes.filter(({ method }) => method === 'POST').map(({ url }) => `POST ${url}`);
      await castOn(app.db, settings);
      clicks.begin(app.db);
      await walk(app);
      return clicks;
    } finally {
      await app.close();
    }
  }

  it.each(JOURNEYS)(
    'has the effect of one on $name',
    async (journey) => {
      const once = await clicksOn(journey, 1, kinds.once);
      const tenfold = await clicksOn(journey, 10, kinds.tenfold);
      for (const route of once.routes) walked.add(route);

      const added = ({ effects }: ManyClicks) => [...effects].map(([n, { step, added: rows }]) => [n, step, rows]);
      expect(added(tenfold)).toEqual(added(once));
      const statuses = [...tenfold.effects.values()].map((effect) => ({
        ...effect,
        statuses: effect.statuses.filter((one) => !FRIENDLY.includes(one)),
      }));
      expect(statuses.filter((effect) => effect.statuses.length > 0)).toEqual([]);
    },
    LONG,
  );

  it('is tried on every step that there is, but for those of which it is written why not', () => {
    expect([...new Set(posts)].filter((route) => !walked.has(route)).toSorted()).toEqual(
      Object.keys(ON_NO_JOURNEY).toSorted(),
    );
  });
});
