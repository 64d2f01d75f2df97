import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress, idOf, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { TEXT } from './journey.js';

const BETTER = '1. 在五处车棚各装二十个插口。';

/** zhao heads the first delegation; wu, lin, gao and he belong to it, mei keeps its books; luo heads another. */
describe('a collective proposal', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db, { delegationCheck: true });
    for (const [who, post_] of [
      [cast.gao, null],
      [cast.he, null],
      [cast.mei, 'secretary'],
    ] as const)
      await app.db.query(
        `insert into delegate (id, term_id, staff_id, delegation_id, kind, post, valid_from)
         values ($1, $2, $3, $4, 'delegate', $5, '2024-01-01')`,
        [newId(), congress.termId, who.id, idOf('delegation-1'), post_],
      );
  });
  afterAll(() => app.close());

  const page = async (who: Player, address: string) => (await (await app.as(who)).get(address).expect(200)).text;
  const post = async (who: Player, address: string, fields: Record<string, string | string[]> = {}) =>
    (await app.as(who)).post(address, fields);
  const agree = (who: Player, id: string, answer = 'second') => post(who, `/proposals/${id}/second`, { answer });
  const write = (who: Player, id: string, fields: Record<string, string> = {}) =>
    post(who, `/proposals/${id}/draft`, { ...TEXT, kind: 'collective', version: '99', page: newId(), ...fields });
  const present = (who: Player, id: string, ...members: Player[]) =>
    post(who, `/proposals/${id}/members`, { present: members.map((one) => one.id) });
  const told = async (id: string, kind: string) =>
    (
      await app.db.query(
        'select staff.name from notification join staff on staff.id = staff_id where subject_id = $1 and notification.kind = $2 order by name collate zh_pinyin',
        [id, kind],
      )
    ).map(({ name }: { name: string }) => name);

  /** zhao has written it; the delegation is being asked. */
  const asking = async (...members: Player[]) => {
    const id = newId();
    expect((await write(cast.zhao, id)).status).toBe(303);
    expect((await post(cast.zhao, `/proposals/${id}/seconding`)).headers.location).toBe(`/proposals/${id}/members`);
    if (members.length > 0) expect((await present(cast.zhao, id, ...members)).status).toBe(303);
    return id;
  };

  it('is begun by the head of a delegation, and by no other delegate', async () => {
    expect(await page(cast.zhao, '/delegation')).toContain('发起集体提案');
    expect(await page(cast.zhao, '/proposals/new?kind=collective')).toContain('写集体提案');
    await (await app.as(cast.wu)).get('/proposals/new?kind=collective').expect(403);
    expect((await write(cast.wu, newId())).status).toBe(403);

    const id = newId();
    await write(cast.zhao, id);
    const [row] = await app.db.query('select kind, delegation_id from proposal where id = $1', [id]);
    expect(row).toEqual({ kind: 'collective', delegation_id: idOf('delegation-1') });
    await (await app.as(cast.wu)).get(`/proposals/${id}`).expect(404);
    await (await app.as(cast.luo)).get(`/proposals/${id}`).expect(404);
  });

  it('wants to know who is present before anybody can agree', async () => {
    const id = await asking();
    expect(await page(cast.zhao, '/me/todos')).toContain('请登记出席代表');
    expect((await post(cast.zhao, `/proposals/${id}/submission`)).text).toContain('登记出席代表');
    await (await app.as(cast.wu)).get(`/proposals/${id}/second`).expect(404);

    expect((await present(cast.luo, id, cast.wu)).status).toBe(404);
    expect((await present(cast.zhao, id, cast.luo)).text).toContain('不是本团代表');
    expect((await present(cast.mei, id, cast.wu, cast.lin)).status).toBe(303);
    expect(await told(id, 'agreement_wanted')).toEqual(['林晓', '吴敏']);
    expect(await page(cast.wu, '/me/todos')).toContain('请您表明是否同意');
    expect((await present(cast.wu, id, cast.wu)).status).toBe(403);
  });

  it('goes in with two thirds of those present, its writer counted once', async () => {
    const id = await asking(cast.wu, cast.lin, cast.gao, cast.he); // five with zhao: four must agree
    expect(await page(cast.wu, `/proposals/${id}/second`)).toContain('您同意由代表团提出这份提案吗');
    await agree(cast.wu, id);
    await Promise.all([agree(cast.lin, id), agree(cast.lin, id)]);
    expect((await agree(cast.zhao, id)).status).toBe(403);
    expect(await page(cast.zhao, `/proposals/${id}/members`)).toContain('出席 5 人，已有 3 人同意，须 4 人，还差 1 人');
    expect((await post(cast.zhao, `/proposals/${id}/submission`)).status).toBe(409);
    expect((await post(cast.wu, `/proposals/${id}/submission`)).status).toBe(403);
    expect((await post(cast.mei, `/proposals/${id}/submission`)).status).toBe(403);

    await agree(cast.gao, id, 'decline');
    await agree(cast.he, id);
    expect(await told(id, 'quorum_agreed')).toEqual(['赵刚']);
    expect(await page(cast.zhao, '/me/todos')).toContain('可以由代表团提交了');
    const answer = await post(cast.zhao, `/proposals/${id}/submission`);
    const serial = /\d{4}-\d{4}/.exec(answer.headers.location as string)![0]; // no check of the own delegation
    const seen = await page(cast.tang, `/proposals/${serial}`);
    expect(seen).toContain('集体提案');
    expect(seen).toContain('登记出席代表');
    expect(await page(cast.wu, `/proposals/${serial}`)).toContain('集体提案');
    await (await app.as(cast.gao)).get(`/proposals/${serial}`).expect(404);
    expect((await present(cast.zhao, serial, cast.wu)).status).toBe(409);
  });

  it('counts again when the list is corrected, and writes every correction down', async () => {
    const id = await asking(cast.wu, cast.lin, cast.gao, cast.he);
    for (const one of [cast.wu, cast.gao]) await agree(one, id);
    await present(cast.zhao, id, cast.wu, cast.gao, cast.he); // four with zhao: three must agree
    expect(await page(cast.zhao, `/proposals/${id}/members`)).toContain('出席 4 人，已有 3 人同意，须 3 人，人数已够');
    await (await app.as(cast.lin)).get(`/proposals/${id}`).expect(404);

    await present(cast.zhao, id, cast.wu, cast.he); // the agreement of gao no longer counts
    expect((await post(cast.zhao, `/proposals/${id}/submission`)).status).toBe(303);
    const events = await app.db.query(
      "select data ->> 'present' as present from ledger_event where subject_id = $1 and action = 'record_presence' order by position",
      [id],
    );
    expect(events.map((event: { present: string }) => event.present)).toEqual(['5', '4', '3']);
  });

  it('does not count who has left the delegation meanwhile', async () => {
    const id = await asking(cast.wu, cast.lin, cast.gao);
    for (const one of [cast.wu, cast.lin]) await agree(one, id);
    const move = (who: Player, n: number) =>
      app.db.query('update delegate set delegation_id = $2 where staff_id = $1', [who.id, idOf(`delegation-${n}`)]);
    await move(cast.wu, 2);

    const shown = await page(cast.zhao, `/proposals/${id}/members`);
    expect(shown).toContain('出席 3 人，已有 2 人同意，须 2 人');
    expect(shown).toContain('已不是本团代表，不计入');
    expect((await agree(cast.wu, id)).status).toBe(403);
    await move(cast.wu, 1);
    expect(await page(cast.zhao, `/proposals/${id}/members`)).toContain('出席 4 人，已有 3 人同意');
  });

  it('asks all again when its matter is changed, with the difference', async () => {
    const id = await asking(cast.wu, cast.lin);
    for (const one of [cast.wu, cast.lin]) await agree(one, id);
    await write(cast.zhao, id, { measures: BETTER });

    expect(await told(id, 'second_again')).toEqual(['林晓', '吴敏']);
    expect(await page(cast.wu, `/proposals/${id}/second`)).toMatch(/修改之处[^]*<ins>/);
    expect((await post(cast.zhao, `/proposals/${id}/submission`)).status).toBe(409);
    await agree(cast.wu, id);
    expect((await post(cast.zhao, `/proposals/${id}/submission`)).status).toBe(303);
  });

  it('is a matter of the post: the next head takes it over', async () => {
    const id = await asking(cast.wu, cast.lin);
    await agree(cast.wu, id);
    await app.db.query("update delegate set post = case staff_id when $1 then 'head' end where staff_id in ($1, $2)", [
      cast.lin.id,
      cast.zhao.id,
    ]);

    expect((await write(cast.zhao, id, { category: 'welfare' })).status).toBe(403);
    expect((await write(cast.lin, id, { category: 'welfare' })).status).toBe(303);
    expect((await post(cast.lin, `/proposals/${id}/withdrawal`, { reason: '另行提出。' })).status).toBe(303);
    await app.db.query("update delegate set post = case staff_id when $2 then 'head' end where staff_id in ($1, $2)", [
      cast.lin.id,
      cast.zhao.id,
    ]);
  });

  it('has neither seconders nor joint proposers', async () => {
    const id = await asking(cast.wu);
    expect((await post(cast.zhao, `/proposals/${id}/seconders`, { staffId: cast.luo.id })).status).toBe(403);
    expect((await post(cast.zhao, `/proposals/${id}/joint`, { number: cast.luo.number })).status).toBe(403);
    expect(await page(cast.zhao, `/proposals/${id}/draft`)).not.toContain('联名提案人');
  });

  it('is asked for more than half where the session says so', async () => {
    await app.db.query(
      `update congress_session set settings = '{"collectiveQuorum": "more_than_half"}' where number = 3`,
    );
    const id = await asking(cast.wu, cast.lin, cast.gao); // four with zhao: three must agree, two are exactly half
    await agree(cast.wu, id);
    expect((await post(cast.zhao, `/proposals/${id}/submission`)).status).toBe(409);
    await agree(cast.lin, id);
    expect((await post(cast.zhao, `/proposals/${id}/submission`)).status).toBe(303);
  });
});
