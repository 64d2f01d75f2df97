import { afterAll, describe, expect, it } from '@jest/globals';
import { type Journey, JOURNEYS } from './journeys.js';
import { type Effect, ManyClicks } from './many-clicks.js';
import { ON_NO_JOURNEY } from './on-no-journey.js';
import { Stage } from './stage.js';

const LONG = 600_000;
/** Done, or a page that says why not; scripts that save what is typed get a bare 200. */
const FRIENDLY = [200, 303, 404, 409, 422];

/** Ten people, or one impatient one, press the same button at the same moment: what it does is done once, and told once. */
describe('the same click ten times at once', () => {
  const once = new ManyClicks(1);
  const tenfold = new ManyClicks(10);
  const stages = new Map([once, tenfold].map((clicks) => [clicks, new Stage(clicks.prepare)]));
  let posts: string[] = [];
  afterAll(() => Promise.all([...stages.values()].map((stage) => stage.close())));

  function effectsOn(journey: Journey, clicks: ManyClicks): Promise<Effect[]> {
    return stages.get(clicks)!.play(journey, async (app) => {
      posts = app.routes.filter(({ method }) => method === 'POST').map(({ url }) => `POST ${url}`);
      clicks.begin(app.db);
      await journey.walk(app);
      return clicks.effects;
    });
  }

  it.each(JOURNEYS)(
    'has the effect of one on $name',
    async (journey) => {
      const expected = await effectsOn(journey, once);
      const effects = await effectsOn(journey, tenfold);

      const added = (some: readonly Effect[]) => some.map(({ step, added: rows }) => [step, rows]);
      expect(added(effects)).toEqual(added(expected));
      const unfriendly = effects.filter(({ statuses }) => statuses.some((status) => !FRIENDLY.includes(status)));
      expect(unfriendly).toEqual([]);
    },
    LONG,
  );

  it('is tried on every step that there is, but for those of which it is written why not', () => {
    const left = posts.filter((route) => !once.routes.has(route));

    expect([...new Set(left)].toSorted()).toEqual(Object.keys(ON_NO_JOURNEY).toSorted());
  });
});
