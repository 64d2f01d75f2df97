import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, type Player } from '../support/cast.js';
import { PROMISE, Road } from '../support/road.js';
import { PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';

const OPINION = { party: cast.wu.id, attitude: 'satisfied', result: 'mostly', reason: '' };
const SCAN = { files: { name: '意见表.pdf', body: PDF } };

describe('a rating that came on paper', () => {
  let app: TestApp;
  let road: Road;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    road = new Road(app);
  });
  afterAll(() => app.close());

  const enter = async (
    ref: string,
    fields: Record<string, string> = {},
    files: object = SCAN,
    who: Player = cast.tang,
  ) => (await app.as(who)).upload(`/cases/${ref}/rating/paper`, { ...OPINION, ...fields }, files as typeof SCAN);
  const textFor = async (who: Player | null, address: string) =>
    (await (who ? await app.as(who) : app.visitor()).get(address)).text;

  it('is entered by the secretary with the scan, and stays marked as such everywhere', async () => {
    const ref = await road.replied();
    expect(await textFor(cast.tang, `/cases/${ref}`)).toContain(`/cases/${ref}/rating/paper`);
    expect(await textFor(cast.tang, `/cases/${ref}/rating/paper`)).toContain('吴敏');

    const bare = await enter(ref, {}, {});
    expect([bare.status, bare.text.includes('请附上提案人签名的意见表扫描件')]).toEqual([422, true]);
    const wrong = await enter(ref, {}, { files: { name: '意见.txt', body: '满意' } });
    expect([wrong.status, wrong.text.includes('请上传一份 PDF 或图片')]).toEqual([422, true]);
    expect((await enter(ref, { result: 'dissatisfied' })).text).toContain('请写明理由');
    expect((await enter(ref)).status).toBe(303);

    const [row] = await app.db.query(
      'select on_paper, entered_by, rating.staff_id from rating join handling_case c on c.id = case_id where ref = $1',
      [ref],
    );
    expect(row).toEqual({ on_paper: true, entered_by: cast.tang.id, staff_id: cast.wu.id });
    const wu = await textFor(cast.wu, `/cases/${ref}`);
    expect(['纸质录入', '唐宁录入', '评价（纸质录入）', '意见表.pdf'].map((word) => wu.includes(word))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const visitor = await textFor(null, `/cases/${ref}`);
    expect(['纸质录入', '唐宁', '意见表.pdf'].map((word) => visitor.includes(word))).toEqual([true, false, false]);
    expect(await textFor(null, '/statistics/response?part=counted')).toContain('含纸质录入的评价');
    expect(await statusOf(ref)).toBe('concluded');
  });

  it('tells the proposer, and its scan opens only to those concerned', async () => {
    const ref = await road.replied();
    await enter(ref);

    const kinds = await app.db.query(
      'select n.kind from notification n join handling_case c on c.id = subject_id where c.ref = $1 and staff_id = $2',
      [ref, cast.wu.id],
    );
    expect(kinds).toContainEqual({ kind: 'rated_on_paper' });
    const href = /href="(\/files\/[^"]+)"/.exec(await textFor(cast.wu, `/cases/${ref}`))![1]!;
    for (const one of [cast.wu, cast.tang, cast.gao]) await (await app.as(one)).get(href).expect(200);
    await (await app.as(cast.mei)).get(href).expect(404);
    await app.visitor().get(href).expect(404);
  });

  it('is for nobody else to enter, least of all somebody of the handling unit', async () => {
    const ref = await road.replied();
    for (const one of [cast.gao, cast.he, cast.fang, cast.chen, cast.sun, cast.wu, cast.jian, cast.zhou])
      expect((await enter(ref, {}, SCAN, one)).status).toBe(403);

    await app.db.query(
      "insert into role_grant (id, staff_id, role, unit_id, valid_from) select gen_random_uuid(), $1, 'unit_officer', unit_id, '2024-01-01' from assignment join handling_case c on c.id = case_id where ref = $2 and part = 'lead'",
      [cast.tang.id, ref],
    );
    expect((await enter(ref)).status).toBe(403);
    await app.db.query('delete from role_grant where staff_id = $1', [cast.tang.id]);
    expect((await enter(ref)).status).toBe(303);
  });

  it('never stands against what was said online, nor the other way round', async () => {
    const online = await road.rated('satisfied', PROMISE);
    expect((await enter(online)).status).toBe(409);

    const paper = await joint();
    expect((await enter(paper, { party: cast.luo.id })).status).toBe(303);
    const luo = await app.as(cast.luo);
    expect((await luo.get(`/cases/${paper}/rating`).expect(200)).text).toContain('纸质录入');
    const same = { attitude: 'satisfied', result: 'mostly', reason: '' };
    const answer = await luo.post(`/cases/${paper}/rating`, same);
    expect([answer.status, answer.text.includes('您的纸质意见表已经由秘书录入')]).toEqual([409, true]);
    const again = await enter(paper, { party: cast.luo.id });
    expect([again.status, again.text.includes('提案人已经评价过这一轮')]).toEqual([409, true]);
    expect((await enter(paper, { party: cast.lin.id })).status).toBe(422);
  });

  it('counts once when both come at the same moment', async () => {
    const ref = await joint();
    const rate = { attitude: 'mostly', result: 'satisfied', reason: '' };
    const luo = await app.as(cast.luo);
    const answers = await Promise.all([enter(ref, { party: cast.luo.id }), luo.post(`/cases/${ref}/rating`, rate)]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });

  it('is too late after the period', async () => {
    const ref = await road.replied();
    app.clock.set('2026-06-30T09:00:00+08:00');
    const answer = await enter(ref);
    expect([answer.status, answer.text.includes('评价期已于')]).toEqual([409, true]);
    app.clock.set('2026-04-14T09:00:00+08:00');
  });

  async function statusOf(ref: string): Promise<string> {
    const rows = (await app.db.query('select status from handling_case where ref = $1', [ref])) as { status: string }[];
    return rows[0]!.status;
  }

  /** A replied case of wu and luo together. */
  async function joint(): Promise<string> {
    const ref = await road.replied();
    await app.db.query(
      "insert into case_party (case_id, staff_id, part) select id, $2, 'joint' from handling_case where ref = $1",
      [ref, cast.luo.id],
    );
    await app.db.query('update handling_case set audience = audience || $2::text where ref = $1', [
      ref,
      `person:${cast.luo.id}`,
    ]);
    await app.db.query(
      'update reply set audience = audience || $2::text where case_id = (select id from handling_case where ref = $1)',
      [ref, `person:${cast.luo.id}`],
    );
    return ref;
  }
});
