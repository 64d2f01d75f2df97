import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Congresses } from '../../src/congress/index.js';
import { Actor } from '../../src/kernel/index.js';
import { ratioOf } from '../../src/statistics/rates.js';
import { Figures } from '../../src/statistics/index.js';
import { cast, castOn, congress } from '../support/cast.js';
import { countQueries } from '../support/count-queries.js';
import { TestApp } from '../support/test-app.js';
import { Planting } from './planted.js';

describe('the figures of a session', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    const planting = new Planting(app.db);
    for (const status of ['filed', 'merged', 'converted', 'declined', 'withdrawn', 'submitted'])
      await planting.form({ status });
    await planting.form({ title: '<script>alert(1)</script>' });
    await planting.form({ title: '涉密提案', confidential: true });
    await planting.form({ title: '不愿公开的提案', open: false });
    await planting.case({ contactOn: '2026-04-07' });
    await planting.case({ contactOn: '2026-04-09', rating: 'mostly' });
    await planting.case({ repliedAt: '2026-04-10T23:59+08', rating: 'no_answer' });
    await planting.case({ repliedAt: '2026-04-11T00:00+08', rating: 'dissatisfied', outcomeClass: 'C' });
    await planting.case({
      status: 'in_handling',
      repliedAt: null,
      dueOn: '2026-04-13',
      rating: null,
      outcomeClass: null,
    });
    await planting.case({
      status: 'in_handling',
      repliedAt: null,
      dueOn: '2026-04-14',
      rating: null,
      outcomeClass: null,
    });
    await planting.case({ title: '涉密案', confidential: true });
    await planting.case({ title: '不愿公开的案', open: false });
    await planting.case({ kind: 'suggestion' });
    await planting.case({ status: 'withdrawn' });
  });
  afterAll(() => app.close());

  it('count what the definitions say, to the minute in Beijing', async () => {
    const facts = await factsFor(Actor.visitor());
    const ratio = (name: Parameters<typeof ratioOf>[0]) => Object.values(ratioOf(name, facts.cases, facts.asOf));

    expect(facts.forms).toHaveLength(9);
    expect(facts.cases).toHaveLength(8);
    expect(ratio('reply')).toEqual([6, 7]);
    expect(ratio('onTime')).toEqual([5, 7]);
    expect(ratio('contact')).toEqual([1, 6]);
    expect(ratio('response')).toEqual([5, 6]);
    expect(ratio('satisfied')).toEqual([3, 5]);
    expect(ratio('solved')).toEqual([5, 8]);
    expect(ratio('implemented')).toEqual([5, 8]);
    expect(facts.participation).toEqual({ delegates: 5, active: 1 });
  });

  it('count what is confidential for everybody, and list it only for those who may read it', async () => {
    const committee = await factsFor(await app.actor(cast.chen));
    const staff = await factsFor(await app.actor(cast.zhou));

    expect([committee.forms.length, committee.cases.length]).toEqual([9, 8]);
    expect([staff.forms.length, staff.cases.length]).toEqual([9, 8]);
    const readable = [staff.forms, staff.cases].map((items) => items.filter((one) => one.readable).length);
    expect(readable).toEqual([7, 6]);
  });

  it('stand on a page with their definitions, for everybody', async () => {
    const page = await app.visitor().get('/statistics').expect(200);

    expect(page.text).toContain('第八届第三次会议提案数据');
    expect(page.text).toContain('首次答复在期限');
    expect(page.text).toContain('71.4%');
    expect(page.text).toContain('5 / 7');
    expect(page.text).toContain('样本不足');
    expect(page.text).not.toContain('涉密案');
  });

  it('open the list of what they count, without what the reader may not open', async () => {
    const page = await app.visitor().get('/statistics/received?session=8-3').expect(200);

    expect(page.text).toContain('&lt;script&gt;');
    expect(page.text).not.toMatch(/<script>alert|不愿公开的提案|涉密提案/);
    expect(page.text).toContain('另有 2 件');
    const committee = await (await app.as(cast.chen)).get('/statistics/received').expect(200);
    expect(committee.text).toContain('涉密提案');
  });

  it.each(['filed', 'reply', 'onTime', 'overdue', 'content', 'implemented'])('open a list for %s', async (name) => {
    await app.visitor().get(`/statistics/${name}?session=8-3&part=rest&page=2`).expect(200);
  });

  it('can be compared with those of other sessions, the older on the left', async () => {
    const { text } = await app.visitor().get('/statistics/compare').expect(200);

    expect(text.indexOf('八届二次')).toBeLessThan(text.indexOf('八届三次'));
    expect(text).toContain('71.4%');
  });

  it('know no other figure and fall back to the open session', async () => {
    await app.visitor().get('/statistics/nothing').expect(404);
    await app.visitor().get('/statistics/constructor').expect(404);
    expect((await app.visitor().get('/statistics?session=99-1').expect(200)).text).toContain('第八届第三次');
    expect((await app.visitor().get('/statistics?session=8-2').expect(200)).text).toContain('第八届第二次');
  });

  it('are asked with the same number of queries however many there are', async () => {
    const before = await countQueries(app.db, () => app.visitor().get('/statistics'));
    const planting = new Planting(app.db, congress.archivedSessionId);
    for (let i = 0; i < 30; i++) await planting.case();

    expect(await countQueries(app.db, () => app.visitor().get('/statistics?session=8-2'))).toBe(before + 1); // what was kept at its closing
  });

  async function factsFor(actor: Actor) {
    const session = await app.get(Congresses).session(congress.sessionId);
    return app.get(Figures).of(session, actor);
  }
});
