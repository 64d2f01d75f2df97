import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CASE_KIND, type CaseKind, type NewCase } from '../../src/handling/index.js';
import { newId } from '../../src/kernel/index.js';
import { ANSWER, Journey, PROMISE } from '../replies/journey.js';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { dutyOf, find, nightBuses, opened } from './cases.js';

/** What is declared per kind, a second time: working days come to a day after Tuesday, 14 April 2026. */
const DECLARED: Record<
  CaseKind,
  { number: string; dueOn: string; leaderSigns: boolean; talk: boolean; rated: boolean }
> = {
  proposal: { number: '第八届三次第001号', dueOn: '2026-05-28', leaderSigns: true, talk: true, rated: true },
  suggestion: { number: '第八届三次建议第001号', dueOn: '2026-05-14', leaderSigns: false, talk: true, rated: true },
  letter: { number: '第八届三次来信第001号', dueOn: '2026-04-21', leaderSigns: false, talk: false, rated: true },
  request: { number: '第八届三次申请第001号', dueOn: '2026-05-08', leaderSigns: false, talk: false, rated: false },
};
const KINDS = Object.keys(DECLARED) as CaseKind[];

describe.each(KINDS)('a case of the kind %s', (kind) => {
  const declared = DECLARED[kind];
  let app: TestApp;
  let journey: Journey;
  let ref: string;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
    ref = await handled();
  }, 180_000);
  afterAll(() => app.close());

  /** Opened by the room it came from, assigned to hq alone, signed for. */
  async function handled(changes: Partial<NewCase> = {}): Promise<string> {
    const record = await opened(app, { ...nightBuses(), kind, ...changes });
    const chen = await app.as(cast.chen);
    await chen.post(`/cases/${record.ref}/assignment`, { lead: units.hq.id }).expect(303);
    const assignment = dutyOf(await find(app, record.ref), 'lead');
    await (await app.as(cast.gao)).post(`/cases/${record.ref}/receipt`, { assignment }).expect(303);
    return record.ref;
  }

  const reply = async (of: string, fields: Record<string, string> = ANSWER) =>
    (await app.as(cast.gao)).post(`/cases/${of}/reply`, fields);
  const sign = async (of: string, who: { id: string }, part: string) =>
    (await app.as(who)).post(`/cases/${of}/signature`, { part, version: '1' });
  async function replied(of: string, fields?: Record<string, string>): Promise<void> {
    if (declared.talk) await journey.talk(of);
    expect((await reply(of, fields)).status).toBe(303);
    expect((await sign(of, cast.he, 'head')).status).toBe(303);
    if (declared.leaderSigns) expect((await sign(of, cast.fang, 'leader')).status).toBe(303);
  }

  it('has the series and the days of its kind', async () => {
    const record = await find(app, ref);

    expect(record.number).toBe(declared.number);
    expect(record.dueOn).toBe(declared.dueOn);
    const timeline = (await (await app.as(cast.gao)).get(`/cases/${ref}`)).text.split('id="timeline"')[1]!;
    expect(timeline.includes('<strong>立案</strong>')).toBe(kind === 'proposal');
  });

  it(`${declared.talk ? 'asks' : 'does not ask'} for a talk before the reply`, async () => {
    const todos = (await (await app.as(cast.gao)).get('/me/todos')).text;
    expect(todos.includes(`/cases/${ref}/contacts/new`)).toBe(declared.talk);

    const early = await reply(ref);
    expect(early.status).toBe(declared.talk ? 409 : 303);
    const draft = (await (await app.as(cast.gao)).get(`/cases/${ref}/reply`)).text;
    if (declared.talk) expect(draft.includes('再由分管校领导签发')).toBe(declared.leaderSigns);
    if (!declared.talk) return;
    await journey.talk(ref);
    expect((await reply(ref)).status).toBe(303);
  });

  it(`is signed by ${declared.leaderSigns ? 'head and leader' : 'the head alone'}`, async () => {
    expect((await sign(ref, cast.he, 'head')).status).toBe(303);
    const after = (await find(app, ref)).status;
    expect(after).toBe(declared.leaderSigns ? 'in_sign_off' : declared.rated ? 'replied' : 'concluded');

    const leader = await sign(ref, cast.fang, 'leader');
    expect(leader.status).toBe(declared.leaderSigns ? 303 : 409);
  });

  it(declared.rated ? 'is rated by its author and ends' : 'ends with its reply, unrated', async () => {
    const wu = await app.as(cast.wu);
    const rating = { attitude: 'satisfied', result: 'satisfied' };
    if (declared.rated) await wu.post(`/cases/${ref}/rating`, rating).expect(303);
    else await wu.post(`/cases/${ref}/rating`, rating).expect(409);

    const { status, finalRating, rateBy } = await find(app, ref);
    expect([status, finalRating]).toEqual(['concluded', declared.rated ? 'satisfied' : null]);
    expect(rateBy === null).toBe(!declared.rated);
    expect((await wu.get(`/cases/${ref}`).expect(200)).text).toContain('已结案');
  });

  it('is followed up where it promises something', async () => {
    const promising = await handled();
    await replied(promising, PROMISE);
    if (declared.rated)
      await (
        await app.as(cast.wu)
      )
        .post(`/cases/${promising}/rating`, { attitude: 'mostly', result: 'mostly' })
        .expect(303);

    expect((await find(app, promising)).status).toBe('follow_up');
    expect((await find(app, promising)).promiseDueOn).toBe(PROMISE.promisedOn);
  });

  it('is open to everybody as its kind says, and never before its time', async () => {
    const { published } = CASE_KIND[kind];
    const fresh = await handled();
    const sees = async () => (await app.visitor().get(`/cases/${fresh}`)).status === 200;
    expect(await sees()).toBe(published === 'with_the_case');
    expect((await (await app.as(cast.zhou)).get(`/cases/${fresh}`)).status).toBe(
      published === 'with_the_case' ? 200 : 404,
    );

    await replied(fresh);
    const publication = await (await app.as(cast.tang)).post(`/cases/${fresh}/publication`);
    expect(publication.status).toBe(published === 'never' ? 409 : 303);
    expect(await sees()).toBe(published !== 'never');
    if (published !== 'never')
      expect((await app.visitor().get(`/cases/${fresh}`)).text).toContain('周一至周四二十二点');
  });

  it('hides from everybody what its author did not agree to publish', async () => {
    const secret = await handled({ publishable: false });
    await replied(secret);

    await app.visitor().get(`/cases/${secret}`).expect(404);
    await (await app.as(cast.tang)).post(`/cases/${secret}/publication`).expect(409);
  });

  it('without an author has nobody to ask and ends with its reply', async () => {
    if (kind !== 'letter') return;
    const anonymous = await handled({
      parties: [],
      origins: [{ ...nightBuses().origins[0]!, originId: newId(), authorName: '匿名' }],
    });
    await replied(anonymous);

    expect((await find(app, anonymous)).status).toBe('concluded');
  });
});
