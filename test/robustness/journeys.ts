import { NoticeDesk } from '../disclosure/notice-desk.js';
import { AfterRoad } from '../support/after-road.js';
import { AwardsRoad } from '../support/awards-road.js';
import { DeadlinesRoad } from '../support/deadlines-road.js';
import { DeskRoad } from '../support/desk-road.js';
import { FilingRoad } from '../support/filing-road.js';
import { LateRoad } from '../support/late-road.js';
import { PaperRoad } from '../support/paper-road.js';
import { PresidiumRoad } from '../support/presidium-road.js';
import { ReplyRoad } from '../support/reply-road.js';
import { PROMISE, Road } from '../support/road.js';
import { SchoolRoad } from '../support/school-road.js';
import { SideRoad } from '../support/side-road.js';
import type { TestApp } from '../support/test-app.js';

export interface Journey {
  readonly name: string;
  readonly walk: (app: TestApp) => Promise<unknown>;
  /** Of the session, if they are not the usual ones. */
  readonly settings?: Record<string, unknown>;
  /** It changes the school for good: no other journey goes on there. */
  readonly alone?: true;
  /** Steps on it that only lead to another page, without ids. */
  readonly writesNothing?: readonly string[];
}

/** Roads with every step on them, to be walked under difficulties. */
export const JOURNEYS: readonly Journey[] = [
  { name: 'the main road to its publication', walk: (app) => new Road(app).published() },
  { name: 'the road of a promise', walk: (app) => new Road(app).rated('satisfied', PROMISE) },
  { name: 'the road of dissatisfaction', walk: (app) => new Road(app).rated('dissatisfied') },
  { name: 'the road of a supervised key proposal', walk: (app) => new AfterRoad(app).watched() },
  { name: 'the road of a case that is referred', walk: (app) => new AfterRoad(app).ruled() },
  { name: 'the side roads of the review', walk: (app) => new SideRoad(app).reviewed() },
  { name: 'the side roads of a duty', walk: (app) => new SideRoad(app).shifted() },
  { name: 'a withdrawal after the assignment', walk: (app) => new SideRoad(app).takenBack() },
  { name: 'an amended reply', walk: (app) => new SideRoad(app).amended() },
  { name: 'the road of a notice', walk: (app) => new NoticeDesk(app).published() },
  { name: 'a proposal written and signed by several', walk: (app) => new FilingRoad(app).together() },
  {
    name: 'the check of the delegation',
    walk: (app) => new FilingRoad(app).checked(),
    settings: { delegationCheck: true },
  },
  { name: 'a collective proposal', walk: (app) => new FilingRoad(app).collective() },
  { name: 'a completion that comes too late', walk: (app) => new FilingRoad(app).overdue() },
  { name: 'proposals given up', walk: (app) => new FilingRoad(app).givenUp() },
  {
    name: 'the ways of late texts',
    walk: (app) => new LateRoad(app).everyWay(),
    settings: { betweenSessionFiling: true },
    writesNothing: ['/proposals/:/late'],
  },
  { name: 'papers that are typed in', walk: (app) => new PaperRoad(app).entered() },
  { name: 'what is kept from others', walk: (app) => new PaperRoad(app).hidden() },
  { name: 'the desk of the committee', walk: (app) => new DeskRoad(app).prepared() },
  { name: 'the sheet of decisions', walk: (app) => new DeskRoad(app).published() },
  { name: 'proposals that are merged', walk: (app) => new DeskRoad(app).merged() },
  { name: 'a proposal that is split', walk: (app) => new DeskRoad(app).split() },
  { name: 'the reasons for declining', walk: (app) => new DeskRoad(app).reasoned() },
  { name: 'what comes before the presidium', walk: (app) => new PresidiumRoad(app).inTurn(), alone: true },
  { name: 'a duty that is given back', walk: (app) => new SideRoad(app).givenBack() },
  { name: 'a key proposal that is none', walk: (app) => new AfterRoad(app).unmarked() },
  { name: 'a reply signed by a deputy', walk: (app) => new ReplyRoad(app).signedByDeputy() },
  { name: 'an amendment sent back', walk: (app) => new ReplyRoad(app).amendedTwice() },
  { name: 'a promise that is kept', walk: (app) => new ReplyRoad(app).kept() },
  {
    name: 'the awards',
    walk: (app) => new AwardsRoad(app).decided(),
    settings: { minimumSample: 1, awardNominations: 1 },
  },
  { name: 'deadlines counted again', walk: (app) => new DeadlinesRoad(app).recounted(), alone: true },
  { name: 'a suggestion in light mode', walk: (app) => new SchoolRoad(app).light(), alone: true },
  { name: 'a matter passed upward', walk: (app) => new SchoolRoad(app).upward(), alone: true },
  { name: 'the end of a session', walk: (app) => new SchoolRoad(app).archived(), alone: true },
  {
    name: 'a unit that is merged and an author who leaves',
    walk: (app) => new SchoolRoad(app).reorganised(),
    alone: true,
  },
];
