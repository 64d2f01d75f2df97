import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';

const PASS = { answer: 'pass', note: '' };
const GIVE_BACK = { answer: 'return', note: '请写明涉及哪几栋楼。' };

describe('the check of the delegation', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db, { delegationCheck: true });
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  const page = async (who: Player, address: string) => (await (await app.as(who)).get(address).expect(200)).text;
  const post = async (who: Player, address: string, fields: Record<string, string> = {}) =>
    (await app.as(who)).post(address, fields);
  const row = async (id: string) =>
    (
      await app.db.query('select status, serial, submitted_at, check_requested_at from proposal where id = $1', [id])
    )[0];
  const told = async (id: string, kind: string) =>
    (
      await app.db.query(
        'select staff.name from notification join staff on staff.id = staff_id where subject_id = $1 and notification.kind = $2 order by name',
        [id, kind],
      )
    ).map(({ name }: { name: string }) => name);
  const appoint = (who: Player, post_: 'deputy' | null) =>
    app.db.query('update delegate set post = $2 where staff_id = $1', [who.id, post_]);

  /** Handed to the head zhao, with lin and luo as seconders. */
  const inCheck = async () => {
    const id = await journey.seconding();
    await journey.seconded(id, cast.lin, cast.luo);
    expect((await post(cast.wu, `/proposals/${id}/submission`)).headers.location).toBe(`/proposals/${id}`);
    return id;
  };

  it('stands before the committee: without it there is no number', async () => {
    const id = await journey.seconding();
    await journey.seconded(id, cast.lin, cast.luo);
    expect(await page(cast.wu, `/proposals/${id}/seconders`)).toContain('提交代表团审核');
    await post(cast.wu, `/proposals/${id}/submission`);

    expect(await row(id)).toMatchObject({ status: 'delegation_check', serial: null, submitted_at: null });
    expect(await told(id, 'check_wanted')).toEqual(['赵刚']);
    expect(await told(id, 'received')).toEqual([]);
    expect(await page(cast.zhao, '/me/todos')).toContain(`/proposals/${id}/delegation-check`);
    expect(await page(cast.zhao, '/delegation')).toContain(`/proposals/${id}/delegation-check`);
    expect(await page(cast.wu, `/proposals/${id}`)).toContain('等待代表团团长或副团长审核');
    await (await app.as(cast.tang)).get(`/proposals/${id}`).expect(404);
    await (await app.as(cast.gao)).get('/delegation').expect(403);
  });

  it('is not for the head of another delegation, nor for the author', async () => {
    const id = await inCheck();

    expect((await post(cast.wu, `/proposals/${id}/delegation-check`, PASS)).status).toBe(403);
    expect((await post(cast.luo, `/proposals/${id}/delegation-check`, PASS)).status).toBe(403); // reads it as a seconder
    expect((await post(cast.sun, `/proposals/${id}/delegation-check`, PASS)).status).toBe(404);
    expect(await page(cast.luo, '/delegation')).not.toContain(id);
  });

  it('gives the number when it is passed, and is passed once', async () => {
    const id = await inCheck();
    expect(await page(cast.zhao, `/proposals/${id}/delegation-check`)).toContain('七十多辆');
    const answers = await Promise.all([1, 2].map(() => post(cast.zhao, `/proposals/${id}/delegation-check`, PASS)));

    expect(answers.map(({ status }) => status).toSorted()).not.toEqual([303, 303]);
    const { status, serial } = await row(id);
    expect([status, serial]).toEqual(['submitted', expect.stringMatching(/^2026-\d{4}$/)]);
    expect(await told(id, 'submitted')).toEqual(['吴敏']);
    expect(await told(id, 'received')).toEqual(['唐宁']);
    expect(await page(cast.tang, `/proposals/${serial}`)).toContain('代表团审核通过');
    expect(await page(cast.zhao, '/me/todos')).not.toContain(id);
  });

  it('counts the moment of handing in, not of passing, against the window', async () => {
    const id = await inCheck();
    app.clock.set('2026-05-08T09:00:00+08:00');
    await post(cast.zhao, `/proposals/${id}/delegation-check`, GIVE_BACK);
    expect(await page(cast.wu, '/me/todos')).toContain('代表团退回了提案，请修改后重新提交。');
    const shown = await page(cast.wu, `/proposals/${id}`);
    expect(shown).toContain('仍按期内提案办理');
    expect([shown.includes(`/proposals/${id}/check`), shown.includes(`/proposals/${id}/late`)]).toEqual([true, false]);
    await post(cast.wu, `/proposals/${id}/seconding`);
    expect((await post(cast.wu, `/proposals/${id}/submission`)).status).toBe(303);
    expect((await post(cast.zhao, `/proposals/${id}/delegation-check`, PASS)).status).toBe(303);

    const { submitted_at: at, check_requested_at: asked } = await row(id);
    expect([asked < new Date('2026-05-01'), at > new Date('2026-05-01')]).toEqual([true, true]);
    app.clock.set('2026-04-14T09:00:00+08:00');
  });

  it('gives back with a reason, and the signatures under an unchanged text stay good', async () => {
    const id = await inCheck();
    const bare = await post(cast.zhao, `/proposals/${id}/delegation-check`, { answer: 'return', note: '' });
    expect([bare.status, bare.text.includes('请写明退回的原因')]).toEqual([422, true]);
    expect((await post(cast.zhao, `/proposals/${id}/delegation-check`, GIVE_BACK)).status).toBe(303);

    expect(await told(id, 'check_returned')).toEqual(['吴敏']);
    for (const address of [`/proposals/${id}`, `/proposals/${id}/draft`])
      expect(await page(cast.wu, address)).toContain(GIVE_BACK.note);
    await (await app.as(cast.zhao)).get(`/proposals/${id}`).expect(404);
    await post(cast.wu, `/proposals/${id}/seconding`);
    expect(await told(id, 'second_again')).toEqual([]);
    expect((await post(cast.wu, `/proposals/${id}/submission`)).status).toBe(303);
    expect((await row(id)).status).toBe('delegation_check');
  });

  it('asks the seconders again when the text was changed after it came back', async () => {
    const id = await inCheck();
    await post(cast.zhao, `/proposals/${id}/delegation-check`, GIVE_BACK);
    const better = { ...TEXT, version: '99', page: newId(), reason: '一、二、三教楼下每天停着七十多辆。' };
    await post(cast.wu, `/proposals/${id}/autosave`, better);
    await post(cast.wu, `/proposals/${id}/seconding`);

    expect(await told(id, 'second_again')).toEqual(['林晓', '罗成']);
    expect((await post(cast.wu, `/proposals/${id}/submission`)).status).toBe(409);
    for (const one of [cast.lin, cast.luo]) await post(one, `/proposals/${id}/second`, { answer: 'second' });
    expect((await post(cast.wu, `/proposals/${id}/submission`)).status).toBe(303);
  });

  it('of a proposal of the head is done by the deputy', async () => {
    await appoint(cast.lin, 'deputy');
    const id = await proposalOf(cast.zhao, cast.wu, cast.luo);
    await post(cast.zhao, `/proposals/${id}/submission`);

    expect(await told(id, 'check_wanted')).toEqual(['林晓']);
    expect((await post(cast.zhao, `/proposals/${id}/delegation-check`, PASS)).status).toBe(403);
    expect((await post(cast.lin, `/proposals/${id}/delegation-check`, PASS)).status).toBe(303);
    await appoint(cast.lin, null);
  });

  it('of a proposal of the head without a deputy is left out, and that is written down', async () => {
    const id = await proposalOf(cast.zhao, cast.wu, cast.luo);
    await post(cast.zhao, `/proposals/${id}/submission`);

    const { status, serial } = await row(id);
    expect(status).toBe('submitted');
    expect(await page(cast.tang, `/proposals/${serial}`)).toContain('代表团没有其他负责人可以审核');
  });

  it('can be left by withdrawing', async () => {
    const id = await inCheck();
    expect((await post(cast.wu, `/proposals/${id}/withdrawal`, { reason: '已经解决。' })).status).toBe(303);

    expect((await post(cast.zhao, `/proposals/${id}/delegation-check`, PASS)).status).toBe(404);
  });

  const proposalOf = async (author: Player, ...seconders: Player[]) => {
    const id = await journey.seconding({}, author);
    for (const { id: staffId } of seconders) await post(author, `/proposals/${id}/seconders`, { staffId });
    for (const one of seconders) await post(one, `/proposals/${id}/second`, { answer: 'second' });
    return id;
  };
});
