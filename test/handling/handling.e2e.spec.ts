import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { Ledger } from '../../src/ledger/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { assigned, dutyOf, find, inHandling } from './cases.js';

describe('handling a case', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  const talk = (changes: Record<string, string> = {}) => ({
    id: newId(),
    way: 'phone',
    happenedOn: '2026-04-14',
    summary: '吴老师希望二十二点加开一班。',
    ...changes,
  });

  describe('signing for it', () => {
    it('is done by each unit for itself; the lead unit starts the handling', async () => {
      const record = await assigned(app);
      const [gao, ding] = [await app.as(cast.gao), await app.as(cast.ding)];
      await gao
        .get(`/cases/${record.ref}/receipt`)
        .expect(200)
        .expect(/后勤保障部（主办）/);

      await ding.post(`/cases/${record.ref}/receipt`, { assignment: dutyOf(record, 'assisting') }).expect(303);
      expect((await find(app, record.ref)).status).toBe('assigned');

      await gao.post(`/cases/${record.ref}/receipt`, { assignment: dutyOf(record, 'lead') }).expect(303);
      const signed = await find(app, record.ref);
      expect(signed.status).toBe('in_handling');
      expect(signed.lead).toMatchObject({ status: 'in_handling', signedForBy: cast.gao.id });
    });

    it('is refused to the officer of another unit, the head, the chair and the proposer', async () => {
      const record = await assigned(app);
      for (const person of [cast.ding, cast.he, cast.chen, cast.wu])
        await (
          await app.as(person)
        )
          .post(`/cases/${record.ref}/receipt`, { assignment: dutyOf(record, 'lead') })
          .expect(403);
      const gao = await app.as(cast.gao);
      await gao.post(`/cases/${record.ref}/receipt`, { assignment: dutyOf(record, 'assisting') }).expect(403);
      await gao.post(`/cases/${record.ref}/receipt`, { assignment: newId() }).expect(404);
      await gao.post(`/cases/${record.ref}/receipt`, {}).expect(422);
    });

    it('counts once when two officers press at the same moment', async () => {
      const record = await assigned(app);
      const gao = await app.as(cast.gao);
      const press = () => gao.post(`/cases/${record.ref}/receipt`, { assignment: dutyOf(record, 'lead') });

      const answers = await Promise.all([press(), press()]);

      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
      const signings = (await app.get(Ledger).timeline([record.id])).filter(({ action }) => action === 'sign_for');
      expect(signings).toHaveLength(1);
    });
  });

  describe('talking with the proposer', () => {
    it('is logged by the lead unit, and read by the proposer and the committee, not by others', async () => {
      const { ref } = await inHandling(app);
      const gao = await app.as(cast.gao);
      await gao.get(`/cases/${ref}/contacts/new`).expect(200);
      await gao.post(`/cases/${ref}/contacts`, talk()).expect(303);

      for (const person of [cast.wu, cast.chen, cast.ding, cast.fang])
        await (
          await app.as(person)
        )
          .get(`/cases/${ref}`)
          .expect(200)
          .expect(/加开一班。/);
      const page = await app.visitor().get(`/cases/${ref}`).expect(200);
      expect(page.text).not.toContain('吴老师希望');
      expect(page.text).not.toContain('高远');
    });

    it('is logged once when the form is sent twice', async () => {
      const { ref } = await inHandling(app);
      const gao = await app.as(cast.gao);
      const form = talk();
      for (const answer of await Promise.all([1, 2].map(() => gao.post(`/cases/${ref}/contacts`, form))))
        expect(answer.status).toBe(303);

      expect((await find(app, ref)).contacts).toHaveLength(1);
    });

    it('cannot be moved from another case by its number', async () => {
      const [one, other] = [await inHandling(app), await inHandling(app)];
      const gao = await app.as(cast.gao);
      const form = talk();
      await gao.post(`/cases/${one.ref}/contacts`, form).expect(303);
      await gao.post(`/cases/${other.ref}/contacts`, form).expect(404);
    });

    it.each([
      ['without a summary', { summary: ' ' }, /请填写沟通情况/],
      ['tomorrow', { happenedOn: '2026-04-15' }, /2026年4月14日/],
      ['before the assignment', { happenedOn: '2026-04-13' }, /2026年4月14日/],
      ['by pigeon', { way: 'pigeon' }, /请从列表中选择沟通方式/],
      ['too long', { summary: '谈'.repeat(2001) }, /最多 2000 字/],
    ])('comes back as typed %s', async (_, changes, complaint) => {
      const { ref } = await inHandling(app);
      const gao = await app.as(cast.gao);
      await gao.post(`/cases/${ref}/contacts`, talk(changes)).expect(422).expect(complaint);
    });

    it('waits until the case is signed for, and is not for others', async () => {
      const waiting = await assigned(app);
      await (await app.as(cast.gao)).post(`/cases/${waiting.ref}/contacts`, talk()).expect(409);
      const { ref } = await inHandling(app);
      for (const person of [cast.ding, cast.wu, cast.chen])
        await (await app.as(person)).post(`/cases/${ref}/contacts`, talk()).expect(403);
    });
  });

  describe('the opinion of an assisting unit', () => {
    it('is given once, and not shown to the proposer or to outsiders', async () => {
      const record = await inHandling(app);
      const ding = await app.as(cast.ding);
      const opinion = { assignment: dutyOf(record, 'assisting'), opinion: '电子站牌可以显示夜班车。' };
      await ding.get(`/cases/${record.ref}/opinion`).expect(200);
      await ding.post(`/cases/${record.ref}/opinion`, opinion).expect(303);
      await ding.post(`/cases/${record.ref}/opinion`, opinion).expect(409);

      await (await app.as(cast.gao)).get(`/cases/${record.ref}`).expect(/电子站牌可以显示/);
      for (const client of [await app.as(cast.wu), await app.as(cast.lin), app.visitor()])
        expect((await client.get(`/cases/${record.ref}`).expect(200)).text).not.toContain('电子站牌');
    });

    it('needs the sign-for first, a text, and the right unit', async () => {
      const record = await assigned(app);
      const mine = { assignment: dutyOf(record, 'assisting'), opinion: '同意。' };
      const ding = await app.as(cast.ding);
      await ding.post(`/cases/${record.ref}/opinion`, mine).expect(409);
      await ding.post(`/cases/${record.ref}/opinion`, { ...mine, opinion: '' }).expect(422);
      await (await app.as(cast.gao)).post(`/cases/${record.ref}/opinion`, mine).expect(403);
    });

    it('can be done without when the chair says why', async () => {
      const record = await inHandling(app);
      const chen = await app.as(cast.chen);
      const decision = { assignment: dutyOf(record, 'assisting'), reason: '与站牌无关。' };
      await chen.get(`/cases/${record.ref}/overrides`).expect(200);
      expect((await find(app, record.ref)).missing('submit_reply').map(({ key }) => key)).toEqual([
        'handling.missing.contact',
        'handling.missing.opinion',
      ]);
      await chen.post(`/cases/${record.ref}/overrides`, { ...decision, reason: '' }).expect(422);
      await (await app.as(cast.tang)).post(`/cases/${record.ref}/overrides`, decision).expect(403);

      await chen.post(`/cases/${record.ref}/overrides`, decision).expect(303);
      await chen.post(`/cases/${record.ref}/overrides`, decision).expect(409);

      await (await app.as(cast.gao)).post(`/cases/${record.ref}/contacts`, talk()).expect(303);
      expect((await find(app, record.ref)).missing('submit_reply')).toEqual([]);
    });
  });
});
