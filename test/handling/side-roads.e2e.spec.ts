import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ledger } from '../../src/ledger/index.js';
import { TodoLists } from '../../src/web/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';
import { assigned, dutyOf, find, inHandling } from './cases.js';

describe('the side roads of a case', () => {
  let app: TestApp;
  let chen: Client;
  let gao: Client;
  let ding: Client;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await app.db.query(
      `insert into role_grant (id, staff_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, 'leader', $2, '2024-01-01')`,
      [cast.fang.id, units.cw.id],
    );
  });
  afterAll(() => app.close());
  const comeOn = async (day = '2026-04-14') => {
    app.clock.set(`${day}T09:00:00+08:00`);
    [chen, gao, ding] = [await app.as(cast.chen), await app.as(cast.gao), await app.as(cast.ding)];
  };
  const todosOf = async (person: { id: string }, href: string) =>
    (await app.get(TodoLists).list(await app.actor(person), 50)).filter((todo) => todo.href === href);

  describe('returning it', () => {
    beforeAll(() => comeOn());
    const asked = async () => {
      const record = await assigned(app);
      const request = { assignment: dutyOf(record, 'lead'), reason: '校车归财务处管。', suggested: units.cw.id };
      await gao.post(`/cases/${record.ref}/return`, request).expect(303);
      return record;
    };

    it('stops everything until the chair has decided', async () => {
      const { ref, assignments } = await asked();
      const lead = assignments.find(({ part }) => part === 'lead')!;
      expect((await find(app, ref)).status).toBe('return_pending');
      await gao.post(`/cases/${ref}/receipt`, { assignment: lead.id }).expect(409);
      await ding.post(`/cases/${ref}/receipt`, { assignment: dutyOf(await find(app, ref), 'assisting') }).expect(409);
      expect(await todosOf(cast.chen, `/cases/${ref}/return/decision`)).toHaveLength(1);
      await chen
        .get(`/cases/${ref}/return/decision`)
        .expect(200)
        .expect(/校车归财务处管。/)
        .expect(/建议改由财务处承办/)
        .expect(new RegExp(`<option value="${units.cw.id}" selected`));
    });

    it('goes to a unit that nobody is in charge of when the chair names a leader', async () => {
      const { ref } = await asked();
      const decision = { assignment: dutyOf(await find(app, ref), 'lead'), decision: 'grant', reason: '同意。' };
      const to = (leader: string) =>
        chen.post(`/cases/${ref}/return/decision`, { ...decision, unit: units.sx.id, leader });
      await to(cast.gao.id)
        .expect(422)
        .expect(/分管校领导/);
      await to(cast.fang.id).expect(303);

      expect(await find(app, ref)).toMatchObject({ leadUnitId: units.sx.id, leaderId: cast.fang.id });
    });

    it('goes, when granted, to another unit with a clock of its own; the first one knows of it no more', async () => {
      const { ref, id } = await asked();
      await comeOn('2026-04-16');
      const decision = { assignment: dutyOf(await find(app, ref), 'lead'), decision: 'grant', reason: '同意。' };
      await chen
        .post(`/cases/${ref}/return/decision`, { ...decision, reason: '' })
        .expect(422)
        .expect(/请选择改派单位[^]*请填写说明|请填写说明[^]*请选择改派单位/);
      await chen
        .post(`/cases/${ref}/return/decision`, { ...decision, unit: units.sx.id })
        .expect(422)
        .expect(/没有分管校领导/);
      await chen
        .post(`/cases/${ref}/return/decision`, { ...decision, unit: units.xx.id })
        .expect(422)
        .expect(/已经承办本案/);
      await chen.post(`/cases/${ref}/return/decision`, { ...decision, unit: units.cw.id }).expect(303);
      await chen.get(`/cases/${ref}`).expect(/改由财务处承办<\/p>\s*<p class="event-note">同意。/);
      const record = await find(app, ref);
      expect(record).toMatchObject({
        status: 'assigned',
        leadUnitId: units.cw.id,
        signBy: '2026-04-21',
        dueOn: '2026-06-01',
      });
      expect(record.assignments.find(({ unitId }) => unitId === units.hq.id)).toMatchObject({ status: 'void' });
      expect(record.lead).toMatchObject({ unitId: units.cw.id, status: 'to_sign' });
      expect(record.audience).not.toContain(`unit_officer:${units.hq.id}`);
      expect((await app.get(Ledger).timeline([id])).map(({ action }) => action).slice(-2)).toEqual([
        'ask_return',
        'grant_return',
      ]);
      await (await app.as(cast.bai)).post(`/cases/${ref}/receipt`, { assignment: record.lead!.id }).expect(303);
      await comeOn();
    });

    it('stays, when refused, with the unit that asked', async () => {
      const { ref } = await asked();
      const decision = { assignment: dutyOf(await find(app, ref), 'lead'), decision: 'refuse', reason: '归你们管。' };
      await chen.post(`/cases/${ref}/return/decision`, decision).expect(303);
      await chen.post(`/cases/${ref}/return/decision`, decision).expect(409);

      expect(await find(app, ref)).toMatchObject({ status: 'in_handling', leadUnitId: units.hq.id });
    });

    it('of an assisting unit leaves the case where it stands', async () => {
      const record = await inHandling(app);
      const duty = dutyOf(record, 'assisting');
      await ding.post(`/cases/${record.ref}/return`, { assignment: duty, reason: '与我们无关。' }).expect(303);
      expect((await find(app, record.ref)).status).toBe('in_handling');

      const decision = { assignment: duty, decision: 'grant', unit: units.cw.id, reason: '同意。' };
      await chen.post(`/cases/${record.ref}/return/decision`, decision).expect(303);
      const after = await find(app, record.ref);
      expect(after).toMatchObject({ status: 'in_handling', leadUnitId: units.hq.id });
      expect(after.assisting.map(({ unitId }) => unitId)).toEqual([units.cw.id]);
    });

    it('is asked for within five working days, by the unit itself, with a reason', async () => {
      const { ref, assignments } = await assigned(app);
      const request = { assignment: assignments.find(({ part }) => part === 'lead')!.id, reason: '不归我们管。' };
      await gao.post(`/cases/${ref}/return`, { ...request, reason: '' }).expect(422);
      for (const person of [cast.ding, cast.chen, cast.wu, cast.he])
        await (await app.as(person)).post(`/cases/${ref}/return`, request).expect(403);
      await comeOn('2026-04-22');
      await gao
        .post(`/cases/${ref}/return`, request)
        .expect(409)
        .expect(/2026年4月21日/);
      await gao.get(`/cases/${ref}/return`).expect(409);
      expect((await gao.get(`/cases/${ref}/receipt`).expect(200)).text).not.toContain('申请退办');
      await comeOn();
      await gao
        .get(`/cases/${ref}/return`)
        .expect(200)
        .expect(/2026年4月21日（周二）前可以申请/);
      await gao
        .get(`/cases/${ref}/receipt`)
        .expect(new RegExp(`4月21日（周二）前可以申请退办。<a href="/cases/${ref}/return"`));
      await gao.get(`/cases/${ref}/return/decision`).expect(403);
    });
  });

  describe('extending it', () => {
    beforeAll(() => comeOn());
    const wish = { until: '2026-06-15', reason: '等招标结果。' };

    it('is asked for once before the reply is due, and moves the date when it is granted', async () => {
      const { ref, dueOn } = await inHandling(app);
      await gao.get(`/cases/${ref}/extension`).expect(200);
      await gao.post(`/cases/${ref}/extension`, { ...wish, until: dueOn! }).expect(422);
      await gao.post(`/cases/${ref}/extension`, wish).expect(303);
      await gao.post(`/cases/${ref}/extension`, wish).expect(409);
      expect(await todosOf(cast.chen, `/cases/${ref}/extension/decision`)).toHaveLength(1);

      await chen
        .get(`/cases/${ref}/extension/decision`)
        .expect(200)
        .expect(/等招标结果。/);
      await gao.post(`/cases/${ref}/extension/decision`, { decision: 'grant' }).expect(403);
      const answers = await Promise.all(
        [1, 2].map(() => chen.post(`/cases/${ref}/extension/decision`, { decision: 'grant' })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);

      expect(await find(app, ref)).toMatchObject({ dueOn, extendedUntil: '2026-06-15', extensionAskedUntil: null });
      await gao.post(`/cases/${ref}/extension`, { ...wish, until: '2026-07-01' }).expect(409);
      await app
        .visitor()
        .get(`/cases/${ref}`)
        .expect(/2026年6月15日/);
    });

    it('can be refused with a reason, and asked for again', async () => {
      const { ref, dueOn } = await inHandling(app);
      await gao.post(`/cases/${ref}/extension`, wish).expect(303);
      await chen.post(`/cases/${ref}/extension/decision`, { decision: 'refuse' }).expect(422);
      await chen.post(`/cases/${ref}/extension/decision`, { decision: 'refuse', reason: '时间够了。' }).expect(303);

      expect(await find(app, ref)).toMatchObject({ dueOn, extendedUntil: null, extensionAskedUntil: null });
      await gao.post(`/cases/${ref}/extension`, wish).expect(303);
    });

    it('comes too late after the date, and is not for others', async () => {
      const { ref } = await inHandling(app);
      await ding.post(`/cases/${ref}/extension`, wish).expect(403);
      await comeOn('2026-05-29');
      await gao
        .post(`/cases/${ref}/extension`, wish)
        .expect(409)
        .expect(/2026年5月28日/);
      await comeOn();
    });
  });
});
