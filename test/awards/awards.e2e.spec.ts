import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, units } from '../support/cast.js';
import { countQueries } from '../support/count-queries.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';

const { chen, sun, tang, zhao, luo, wu, zhou, he, gao } = cast;
const AWARDS = '/congress/8-3/awards';
const CITATION = '小切口解决了大问题。';
const PRAISE = '件件有回音。';

describe('the awards of a session', () => {
  let app: TestApp;
  let serial: string;
  let other: string;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db, { minimumSample: 1, awardNominations: 1 });
    const road = new Road(app);
    serial = await serialOf(await road.rated('satisfied'));
    other = await serialOf(await road.filed({ title: '关于延长图书馆开放时间的提案' }));
  }, 180_000);
  afterAll(() => app.close());

  async function serialOf(caseRef: string): Promise<string> {
    return valueOf(
      'select case_origin.ref as value from case_origin join handling_case on id = case_id where handling_case.ref = $1',
      caseRef,
    );
  }
  async function valueOf<T>(sql: string, ...values: unknown[]): Promise<T> {
    return ((await app.db.query(sql, values)) as { value: T }[])[0]!.value;
  }
  const pageOf = async (who: { id: string }) => (await (await app.as(who)).get(AWARDS).expect(200)).text;
  const nominate = async (who: { id: string }, ref: string, reason = '解决了大家的难处。') =>
    (await app.as(who)).post(`${AWARDS}/nominations`, { ref, reason });
  const score = async (who: { id: string }, ref: string, points: string) =>
    (await app.as(who)).post(`${AWARDS}/candidates/${ref}`, { score: points });
  const idOfProposal = (ref: string) => valueOf<string>('select id as value from proposal where serial = $1', ref);
  const eventCount = (action: string) =>
    valueOf<number>(
      "select count(*)::int as value from ledger_event where subject_type = 'award' and action = $1",
      action,
    );
  const told = async (kind: string) =>
    (
      (await app.db.query(
        'select staff.name from notification join staff on staff.id = staff_id where kind = $1 order by number',
        [kind],
      )) as { name: string }[]
    ).map(({ name }) => name);

  it('are a page for staff that says nothing before the decision, and none for visitors', async () => {
    await app.visitor().get(AWARDS).expect(303);
    expect((await app.visitor().get('/congress/8-3').expect(200)).text).toContain(AWARDS);
    const page = await pageOf(zhou);
    expect(page).toContain('评优尚未评定');
    expect(page).not.toContain('承办单位得分');
    await (await app.as(zhou)).get('/congress/9-9/awards').expect(404);
  });

  it('begin with a delegation that nominates once, for one effect; nobody else does', async () => {
    for (const person of [wu, chen, zhou]) expect((await nominate(person, serial)).status).toBe(403);
    const missing = await nominate(zhao, '2026-9999');
    expect([missing.status, missing.text.includes('没有找到这份提案')]).toEqual([422, true]);
    expect((await nominate(zhao, serial, '')).text).toContain(serial);

    const answers = await Promise.all(Array.from({ length: 10 }, () => nominate(zhao, serial)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect(await eventCount('nominate')).toBe(1);
    const page = await pageOf(zhao);
    expect(page).toContain('充电点');
    expect(page).not.toContain('承办单位得分');
  });

  it('hold no more than the setting allows; a withdrawn nomination gives the place back', async () => {
    const full = await nominate(zhao, other);
    expect([full.status, full.text.includes('名额已经用完')]).toEqual([409, true]);

    expect((await nominate(luo, other)).status).toBe(303);
    const id = await valueOf<string>(
      'select nomination.id as value from award_nomination nomination join proposal on proposal.id = proposal_id where serial = $1',
      other,
    );
    await (await app.as(zhao)).post(`${AWARDS}/nominations/${id}/removal`).expect(403);
    await (await app.as(luo)).post(`${AWARDS}/nominations/${id}/removal`).expect(303);
    expect((await score(sun, other, '80')).status).toBe(404);
    expect((await nominate(luo, other)).status).toBe(303);
  });

  it('are nominated by somebody else where the head is the proposer', async () => {
    await app.db.query('update proposal set author_id = $2 where serial = $1', [other, luo.id]);
    const own = await nominate(luo, other);
    await app.db.query('update proposal set author_id = $2 where serial = $1', [other, wu.id]);

    expect([own.status, own.text.includes('请由本团其他负责人推荐')]).toEqual([422, true]);
  });

  it('are scored by members who have no part in the proposal, one score each', async () => {
    for (const person of [tang, zhao, wu, zhou]) expect((await score(person, serial, '90')).status).toBe(403);
    for (const wrong of ['101', '-1', '八十', '']) expect((await score(sun, serial, wrong)).status).toBe(422);
    const answers = await Promise.all(Array.from({ length: 10 }, () => score(sun, serial, '90')));
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    expect(await eventCount('score')).toBe(1);
    expect((await score(sun, serial, '92')).status).toBe(303);
    expect((await score(chen, serial, '80')).status).toBe(303);

    expect(await pageOf(tang)).toContain('86.0 分（2 人评分）');
    expect(await pageOf(zhao)).not.toContain('86.0');
    expect(await pageOf(zhou)).not.toContain('86.0');
  });

  it('refuse the score of a member who seconded it, in the service and in the database', async () => {
    const second = `update proposal_second set staff_id = $2 where staff_id = $1 and proposal_id = (select id from proposal where serial = $3)`;
    await app.db.query(second, [cast.lin.id, sun.id, serial]);
    const refused = await score(sun, serial, '100');
    const own = await pageOf(sun);
    expect([own.includes('不参加评分'), own.includes('评定后可见'), own.includes('86.0')]).toEqual([true, true, false]);
    const trigger = app.db.query('update award_score set score = 100 where staff_id = $1', [sun.id]);
    await expect(trigger).rejects.toThrow('nobody scores an own proposal');
    await app.db.query(second, [sun.id, cast.lin.id, serial]);

    expect(refused.status).toBe(403);
  });

  it('show the committee what each unit did, in a constant number of queries', async () => {
    const page = await pageOf(chen);
    for (const text of ['后勤保障部', '100.0 分', '27.8 / 27.8 分', '0/0', '不计', '只计主办和分办'])
      expect(page).toContain(text);
    expect(page).not.toContain('信息化建设与管理中心'); // it only assists
    const client = await app.as(chen);
    const before = await countQueries(app.db, () => client.get(AWARDS));
    await new Road(app).assigned({ title: '关于更换宿舍热水器的提案' });
    expect(await countQueries(app.db, () => client.get(AWARDS))).toBe(before);
  }, 60_000);

  it('are decided by the chair alone, once, with a citation for each', async () => {
    const [best, hq] = [await idOfProposal(serial), units.hq.id];
    const fields = { [`citation-${best}`]: CITATION, [`citation-${hq}`]: PRAISE };
    for (const person of [tang, sun, zhao]) {
      await (await app.as(person)).get(`${AWARDS}/decision`).expect(403);
      await (await app.as(person)).post(`${AWARDS}/decision`, fields).expect(403);
    }
    const client = await app.as(chen);
    expect((await client.get(`${AWARDS}/decision`).expect(200)).text).toContain('86.0 分');
    expect((await client.post(`${AWARDS}/decision`, {}).expect(409)).text).toContain('至少为一份提案或一个单位');
    const long = await client.post(`${AWARDS}/decision`, { ...fields, [`citation-${hq}`]: '好'.repeat(301) });
    expect([long.status, long.text.includes(CITATION)]).toEqual([422, true]);

    const answers = await Promise.all(Array.from({ length: 10 }, () => client.post(`${AWARDS}/decision`, fields)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, ...Array<number>(9).fill(409)]);
    expect(await eventCount('decide')).toBe(1);
    expect(await told('awarded_proposal')).toEqual(['吴敏']);
    expect(await told('awarded_unit')).toEqual([he.name]);
  });

  it('are read by all staff afterwards, with citations, and change no more', async () => {
    const page = await pageOf(zhou);
    for (const text of [CITATION, PRAISE, '充电点', '后勤保障部', '86.0 分', '陈立']) expect(page).toContain(text);
    expect(page).not.toContain('我的评分');
    expect((await nominate(luo, serial)).status).toBe(409);
    expect((await score(sun, serial, '10')).status).toBe(409);
    await (await app.as(gao)).get(AWARDS).expect(200);
    const change = app.db.query('update award_winner set citation = $1', ['改写']);
    await expect(change).rejects.toThrow('append-only');
    await expect(app.db.query('delete from award_score')).rejects.toThrow('decided');
  });

  it('do not begin in an archived session', async () => {
    const address = '/congress/8-2/awards';
    expect((await (await app.as(zhou)).get(address).expect(200)).text).toContain('没有评优');
    const refused = [
      await (await app.as(zhao)).post(`${address}/nominations`, { ref: serial, reason: '好。' }),
      await (await app.as(sun)).post(`${address}/candidates/${serial}`, { score: '1' }),
      await (await app.as(chen)).get(`${address}/decision`),
      await (await app.as(chen)).post(`${address}/decision`, {}),
    ];
    expect(refused.map(({ status }) => status)).toEqual([409, 409, 409, 409]);
    const [round] = (await app.db.query('select count(*)::int as n from award_round')) as { n: number }[];
    expect(round!.n).toBe(1);
  });
});
