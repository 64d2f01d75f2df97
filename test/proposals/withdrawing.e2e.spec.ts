import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, type Player } from '../support/cast.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { mergedInto } from './merged.js';

const REASON = '学校已经另行安排，不必再办。';

describe('withdrawing a proposal', () => {
  let app: TestApp;
  let road: Road;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    road = new Road(app);
  });
  afterAll(() => app.close());

  const valueOf = async <T>(sql: string, ...values: unknown[]): Promise<T> =>
    ((await app.db.query(sql, values)) as { value: T }[])[0]!.value;
  const serialOf = (ref: string) =>
    valueOf<string>(
      'select o.ref as value from case_origin o join handling_case c on c.id = case_id where c.ref = $1',
      ref,
    );
  const caseStatus = (ref: string) => valueOf<string>('select status as value from handling_case where ref = $1', ref);
  const proposalStatus = (serial: string) =>
    valueOf<string>('select status as value from proposal where serial = $1', serial);
  const withdraw = async (serial: string, reason = REASON, who: Player = cast.wu) =>
    (await app.as(who)).post(`/proposals/${serial}/withdrawal`, { reason });
  const requestOf = (ref: string) =>
    valueOf<string>(
      'select r.id as value from withdrawal_request r join handling_case c on c.id = case_id where c.ref = $1 and granted is null',
      ref,
    );
  const toldAbout = async (who: Player, title: string): Promise<string[]> =>
    (
      (await app.db.query(
        "select kind from notification where staff_id = $1 and params ->> 'title' = $2 order by at, id",
        [who.id, title],
      )) as { kind: string }[]
    ).map(({ kind }) => kind);

  it('of a case that waits for its assignment takes effect at once, for the proposal as for the case', async () => {
    const title = '关于尚未交办的提案';
    const ref = await road.filed({ title });
    const serial = await serialOf(ref);
    const page = await (await app.as(cast.wu)).get(`/proposals/${serial}/withdrawal`).expect(200);
    expect(page.text).toContain('撤案马上生效');

    expect((await withdraw(serial, ' ')).status).toBe(422);
    expect((await withdraw(serial, REASON, cast.lin)).status).toBe(403);
    expect((await withdraw(serial)).status).toBe(303);

    expect([await proposalStatus(serial), await caseStatus(ref)]).toEqual(['withdrawn', 'withdrawn']);
    expect((await (await app.as(cast.wu)).get(`/proposals/${serial}`).expect(200)).text).toContain(REASON);
    expect((await (await app.as(cast.tang)).get(`/cases/${ref}`).expect(200)).text).toContain('已撤案');
    await app.visitor().get(`/cases/${ref}`).expect(404);
    await app.visitor().get(`/proposals/${serial}`).expect(404);
    for (const seconder of [cast.lin, cast.zhao]) expect(await toldAbout(seconder, title)).toContain('withdrawn');
    expect(await toldAbout(cast.tang, title)).toContain('withdrawn');
    expect((await withdraw(serial)).status).toBe(409);
  });

  it('after the assignment is asked of the chair, while the units go on working', async () => {
    const title = '关于已经交办的提案';
    const ref = await road.inHandling({ title });
    const serial = await serialOf(ref);
    const page = await (await app.as(cast.wu)).get(`/proposals/${serial}/withdrawal`).expect(200);
    expect(page.text).toContain('须经提案委主任同意');

    expect((await withdraw(serial)).headers.location).toBe(`/proposals/${serial}`);
    expect((await withdraw(serial)).status).toBe(303);
    expect(await caseStatus(ref)).toBe('in_handling');
    const asked =
      'select count(*)::int as value from withdrawal_request r join handling_case c on c.id = case_id where c.ref = $1';
    expect(await valueOf<number>(asked, ref)).toBe(1);
    expect(await toldAbout(cast.chen, title)).toContain('withdrawal_asked');
    for (const one of [cast.gao, cast.he, cast.ding])
      expect(await toldAbout(one, title)).toContain('withdrawal_wished');
    expect((await (await app.as(cast.gao)).get(`/cases/${ref}`)).text).toContain('承办单位照常办理');
    expect((await app.visitor().get(`/cases/${ref}`)).text).not.toContain('申请撤案');
    expect((await (await app.as(cast.chen)).get('/me/todos')).text).toContain('提案人申请撤案，请决定');
    await road.post(cast.gao, `/cases/${ref}/contacts`, {
      id: await requestOf(ref),
      way: 'visit',
      happenedOn: '2026-04-14',
      summary: '照常沟通。',
    });
  });

  it('is refused by the chair with a reason, and may be asked again', async () => {
    const title = '关于不同意撤案的提案';
    const ref = await road.inHandling({ title });
    const serial = await serialOf(ref);
    await withdraw(serial);
    const request = await requestOf(ref);
    const address = `/cases/${ref}/withdrawal/decision`;
    for (const one of [cast.wu, cast.gao, cast.tang, cast.sun])
      await (await app.as(one)).post(address, { request, decision: 'refuse', note: '不行' }).expect(403);
    const chen = await app.as(cast.chen);
    expect((await chen.get(address).expect(200)).text).toContain(REASON);
    expect((await chen.post(address, { request, decision: 'refuse' }).expect(422)).text).toContain(
      '请说明不同意撤案的理由',
    );

    await chen.post(address, { request, decision: 'refuse', note: '涉及面广，应当办完。' }).expect(303);
    await chen.post(address, { request, decision: 'grant' }).expect(404);

    expect([await proposalStatus(serial), await caseStatus(ref)]).toEqual(['filed', 'in_handling']);
    expect(await toldAbout(cast.wu, title)).toContain('withdrawal_refused');
    expect((await (await app.as(cast.wu)).get(`/cases/${ref}`)).text).toContain('涉及面广，应当办完。');
    expect((await app.visitor().get(`/cases/${ref}`)).text).not.toContain('涉及面广，应当办完。');
    expect((await withdraw(serial)).status).toBe(303);
  });

  it('is granted: case and proposal end together, and the units are told, also from the signing', async () => {
    const title = '关于同意撤案的提案';
    const ref = await road.atHead(undefined, { title });
    const serial = await serialOf(ref);
    await withdraw(serial);
    await road.post(cast.chen, `/cases/${ref}/withdrawal/decision`, {
      request: await requestOf(ref),
      decision: 'grant',
    });

    expect([await proposalStatus(serial), await caseStatus(ref)]).toEqual(['withdrawn', 'withdrawn']);
    for (const one of [cast.gao, cast.he, cast.ding, cast.yan, cast.fang])
      expect(await toldAbout(one, title)).toContain('case_withdrawn');
    expect(await toldAbout(cast.wu, title)).toContain('withdrawn');
    for (const seconder of [cast.lin, cast.zhao]) expect(await toldAbout(seconder, title)).toContain('withdrawn');
    await (await app.as(cast.he)).post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(409);
    expect((await (await app.as(cast.he)).get('/me/todos')).text).not.toContain(title);
    const ended = (await (await app.as(cast.chen)).get(`/cases/${ref}`)).text;
    expect([ended.includes('不再由该单位办理'), ended.includes('办理期限')]).toEqual([true, false]);
    const timeline = (await (await app.as(cast.wu)).get(`/proposals/${serial}`)).text;
    expect(timeline).toContain('提案委主任');
    const said = (await (await app.as(cast.lin)).get('/me/messages')).text; // the chair agreed, and took nothing back
    expect([said.includes(`提案《${title}》已经撤案`), said.includes('撤回了提案')]).toEqual([true, false]);
  });

  it('is too late once the reply is issued, also for a wish that was waiting', async () => {
    const ref = await road.atLeader();
    const serial = await serialOf(ref);
    await withdraw(serial);
    const request = await requestOf(ref);
    await road.post(cast.fang, `/cases/${ref}/signature`, { part: 'leader', version: '1' });

    const decision = { request, decision: 'grant' };
    await (await app.as(cast.chen)).post(`/cases/${ref}/withdrawal/decision`, decision).expect(409);
    const answer = await withdraw(serial);
    expect([answer.status, answer.text.includes('已经有答复签发，不能再撤案')]).toEqual([409, true]);
    const wu = await app.as(cast.wu);
    expect((await wu.get(`/proposals/${serial}`)).text).not.toContain(`/proposals/${serial}/withdrawal`);
    expect((await (await app.as(cast.chen)).get('/me/todos')).text).not.toContain(`/cases/${ref}/withdrawal`);
  });

  it('takes only its own original out of a case of several, with its people', async () => {
    const ref = await road.filed({ title: '关于合并办理的提案' });
    const other = await mergedInto(app, road, ref, cast.luo);
    const own = await serialOf(ref);
    expect((await (await app.as(cast.wu)).get(`/proposals/${own}/withdrawal`)).text).toContain('只撤出这一份');
    await withdraw(own);

    expect([await proposalStatus(own), await proposalStatus(other), await caseStatus(ref)]).toEqual([
      'withdrawn',
      'merged',
      'open',
    ]);
    const parties = await app.db.query(
      'select staff_id, part from case_party join handling_case c on c.id = case_id where c.ref = $1',
      [ref],
    );
    expect(parties).toEqual([{ staff_id: cast.luo.id, part: 'lead' }]);
    const page = (await (await app.as(cast.luo)).get(`/cases/${ref}`).expect(200)).text;
    expect([page.includes(other), page.includes('撤销并案')]).toEqual([true, true]);
    expect((await withdraw(other, REASON, cast.luo)).status).toBe(303);
    expect(await caseStatus(ref)).toBe('withdrawn');
  });

  it('is decided once, whoever clicks first', async () => {
    const ref = await road.inHandling();
    const serial = await serialOf(ref);
    await withdraw(serial);
    const request = await requestOf(ref);
    const chen = await app.as(cast.chen);
    const answers = await Promise.all([
      chen.post(`/cases/${ref}/withdrawal/decision`, { request, decision: 'grant' }),
      chen.post(`/cases/${ref}/withdrawal/decision`, { request, decision: 'refuse', note: '再办一办。' }),
      withdraw(serial),
    ]);

    const [granted, refused] = answers.map(({ status }) => status === 303);
    expect([granted, refused].filter(Boolean)).toHaveLength(1);
    expect(await caseStatus(ref)).toBe(granted ? 'withdrawn' : 'in_handling');
    expect(await proposalStatus(serial)).toBe(granted ? 'withdrawn' : 'filed');
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  });
});
