import { newId } from '../../src/kernel/index.js';
import { cast, congress } from './cast.js';
import { Road } from './road.js';
import type { TestApp } from './test-app.js';

/** After the window: every way that a text can still go, walked by its author through HTTP. */
export class LateRoad {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  /** As a suggestion that the committee passes on, for the next session, and between the sessions where the school allows it. */
  async everyWay(): Promise<void> {
    const { road, app } = this;
    const [suggestion, next, between] = [await road.drafted(), await road.seconding(), await road.seconding()];
    for (const one of [cast.lin, cast.zhao]) await road.post(one, `/proposals/${next}/second`, { answer: 'second' });
    app.clock.set('2026-05-06T09:00:00+08:00');
    const choose = (id: string, way: string) => road.post(cast.wu, `/proposals/${id}/late`, { way });
    const serial = /\d{4}-\d{4}/.exec(await choose(suggestion, 'suggestion'))![0];
    await road.post(cast.tang, `/review/${serial}/taking-up`);
    await road.post(cast.chen, `/review/${serial}/decision`, { outcome: 'convert', note: '请后勤研究。' });
    await choose(next, 'next_session');
    const session = { id: newId(), termId: congress.termId, number: '4' };
    await road.post(cast.tang, `/admin/congress/${congress.id}/sessions`, session);
    await choose(between, 'between_sessions');
    for (const one of [cast.lin, cast.zhao]) await road.post(one, `/proposals/${between}/second`, { answer: 'second' });
    await road.post(cast.wu, `/proposals/${between}/submission`);
  }
}
