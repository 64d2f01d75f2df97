import { NoticeDesk } from '../disclosure/notice-desk.js';
import { AfterRoad } from '../support/after-road.js';
import { PROMISE, Road } from '../support/road.js';
import { SideRoad } from '../support/side-road.js';
import type { TestApp } from '../support/test-app.js';

export type Walk = (app: TestApp) => Promise<unknown>;

/** Roads with every step on them, to be walked under difficulties. */
export const JOURNEYS: readonly (readonly [string, Walk])[] = [
  ['the main road to its publication', (app) => new Road(app).published()],
  ['the road of a promise', (app) => new Road(app).rated('satisfied', PROMISE)],
  ['the road of dissatisfaction', (app) => new Road(app).rated('dissatisfied')],
  ['the road of a supervised key proposal', (app) => new AfterRoad(app).watched()],
  ['the road of a case that is referred', (app) => new AfterRoad(app).ruled()],
  ['the side roads of the review', (app) => new SideRoad(app).reviewed()],
  ['the side roads of a duty', (app) => new SideRoad(app).shifted()],
  ['a withdrawal after the assignment', (app) => new SideRoad(app).takenBack()],
  ['an amended reply', (app) => new SideRoad(app).amended()],
  ['the road of a notice', (app) => new NoticeDesk(app).published()],
];
