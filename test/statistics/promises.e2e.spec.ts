import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BAD, GOOD, Journey, PROMISE } from '../replies/journey.js';
import { cast, castOn, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { find } from '../handling/cases.js';

const { chen, wu, tang } = cast;

describe('promises and dissatisfied ends in the figures', () => {
  let app: TestApp;
  let journey: Journey;
  const refs: Record<string, string> = {};
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
    for (const name of ['kept', 'late', 'done', 'early', 'running']) refs[name] = await journey.rated(GOOD, PROMISE);
    await reclassify('early', 'C');
    await post(tang, refs.kept!, 'follow-up/implementation', { note: '实地看过' });
    refs.dissatisfied = await journey.rated(BAD);
    app.clock.set('2026-10-15T09:00:00+08:00');
    await reclassify('late', 'C');
    await reclassify('done', 'A');
  });
  afterAll(() => app.close());

  const post = async (who: Player, ref: string, page: string, fields: Record<string, string>) =>
    expect((await (await app.as(who)).post(`/cases/${ref}/${page}`, fields)).status).toBe(303);
  const reclassify = (name: string, outcomeClass: string) =>
    post(chen, refs[name]!, 'reclassification', { outcomeClass, reason: '情况有变' });
  const list = async (figure: string, part = 'counted') => {
    const page = await (await app.as(chen)).get(`/statistics/${figure}?session=8-3&part=${part}`).expect(200);
    return Object.entries(refs)
      .filter(([, ref]) => page.text.includes(`/cases/${ref}"`))
      .map(([name]) => name)
      .toSorted();
  };
  const fractionOf = async (figure: string) => {
    const page = (await app.visitor().get('/statistics?session=8-3').expect(200)).text.replaceAll('&#x3D;', '=');
    return new RegExp(`/statistics/${figure}\\?session=8-3".*?(\\d+) ?/ ?(\\d+)`, 's').exec(page)!.slice(1).map(Number);
  };

  it('keep a promise that was due, however it is classed since, and let one go that was not due yet', async () => {
    expect(await list('promiseKept')).toEqual(['done', 'kept']);
    expect(await list('promiseKept', 'rest')).toEqual(['late', 'running']);
    expect(await fractionOf('promiseKept')).toEqual([2, 4]);
  });

  it('show what was classed anew as a number of its own, with its list and its definition', async () => {
    expect(await list('reclassified')).toEqual(['done', 'early', 'late']);
    expect(await list('reclassified', 'rest')).toEqual(['kept', 'running']);
    expect(await fractionOf('reclassified')).toEqual([3, 5]);
    await app
      .visitor()
      .get('/statistics/reclassified?session=8-3')
      .expect(/跟踪落实期间改为其他类别的案件/);
  });

  it('show who ended dissatisfied, from the end on', async () => {
    expect(await fractionOf('endedDissatisfied')).toEqual([0, 4]);
    const explained = { decision: 'explanation', dueOn: '', explanation: '理由已当面说明' };
    await post(chen, refs.dissatisfied!, 'dissatisfaction', explained);
    expect(await find(app, refs.dissatisfied!)).toMatchObject({ status: 'concluded', finalRating: 'dissatisfied' });
    expect(await list('endedDissatisfied')).toEqual(['dissatisfied']);
    expect(await fractionOf('endedDissatisfied')).toEqual([1, 5]);
    expect((await (await app.as(wu)).get('/statistics/endedDissatisfied?session=8-3')).text).toContain('不满意结案');
  });
});
