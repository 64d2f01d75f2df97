import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HandlingCase } from '../../src/handling/index.js';
import { Ledger } from '../../src/ledger/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';
import { opened } from './cases.js';

const toLogistics = { lead: units.hq.id, assisting: [units.xx.id] };

describe('assigning a case', () => {
  let app: TestApp;
  let chen: Client;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    chen = await app.as(cast.chen);
  });
  afterAll(() => app.close());

  const find = (ref: string) =>
    app.db.manager.findOneOrFail(HandlingCase, { where: { ref }, relations: { assignments: true } });

  it('charges units, names the leader of the lead unit, and sets the dates of the session', async () => {
    const { ref, id } = await opened(app);
    await chen
      .get(`/cases/${ref}/assignment`)
      .expect(200)
      .expect(/后勤保障部/);

    await chen.post(`/cases/${ref}/assignment`, toLogistics).expect(303).expect('location', `/cases/${ref}`);

    const record = await find(ref);
    expect(record).toMatchObject({
      status: 'assigned',
      leadUnitId: units.hq.id,
      leaderId: cast.fang.id,
      signBy: '2026-04-17',
      dueOn: '2026-05-28',
    });
    expect(record.assignments.map(({ unitId, part, dueOn }) => [unitId, part, dueOn]).toSorted()).toEqual(
      [
        [units.hq.id, 'lead', '2026-05-28'],
        [units.xx.id, 'assisting', '2026-05-08'],
      ].toSorted(),
    );
    expect(record.audience).toEqual(expect.arrayContaining([`unit_officer:${units.xx.id}`, `leader:${units.hq.id}`]));
    expect((await app.get(Ledger).timeline([id])).at(-1)).toMatchObject({
      action: 'assign',
      from: 'open',
      to: 'assigned',
      data: { unitIds: { lead: units.hq.id, assisting: [units.xx.id] }, dueOn: '2026-05-28', round: 1 },
    });
  });

  it('counts a number of days, or takes a date, where the chair gives one', async () => {
    const [byDays, byDate] = [await opened(app), await opened(app)];
    await chen.post(`/cases/${byDays.ref}/assignment`, { lead: units.hq.id, leadDays: '10' }).expect(303);
    const dated = { lead: units.hq.id, leadDays: '10', leadDueOn: '2026-06-30' };
    await chen.post(`/cases/${byDate.ref}/assignment`, dated).expect(303);

    expect((await find(byDays.ref)).dueOn).toBe('2026-04-28');
    expect((await find(byDate.ref)).dueOn).toBe('2026-06-30');
  });

  it('gives suggestions their own, shorter time', async () => {
    const { ref } = await opened(app, { kind: 'suggestion' });
    await chen.post(`/cases/${ref}/assignment`, { lead: units.hq.id }).expect(303);

    expect((await find(ref)).dueOn).toBe('2026-05-14');
  });

  it.each([
    ['nobody', {}, /请选择主办单位/],
    ['a unit that does not exist', { lead: cast.wu.id }, /请从列表中选择主办单位/],
    ['the school itself', { lead: units.jlu.id }, /请从列表中选择主办单位/],
    ['a unit both as lead and assisting', { lead: units.hq.id, assisting: [units.hq.id] }, /不能同时协办/],
    ['a leader who is none', { lead: units.hq.id, leader: cast.wu.id }, /请从列表中选择分管校领导/],
    ['a unit without a leader', { lead: units.sx.id }, /没有分管校领导/],
    ['a deadline that is past', { lead: units.hq.id, leadDueOn: '2026-04-14' }, /今天以后/],
    ['no number of days', { lead: units.hq.id, leadDays: 'soon' }, /整数/],
  ])('comes back as typed when it names %s', async (_, fields, complaint) => {
    const { ref } = await opened(app);
    await chen
      .post(`/cases/${ref}/assignment`, { leadDays: '12', ...fields } as never)
      .expect(422)
      .expect(complaint);
    expect((await find(ref)).status).toBe('open');
  });

  it('is refused to everybody but the chair, and hidden from those who may not know of it', async () => {
    const open = await opened(app);
    const hidden = await opened(app, { publishable: false });
    for (const person of [cast.tang, cast.wu, cast.gao, cast.fang])
      await (await app.as(person)).post(`/cases/${open.ref}/assignment`, toLogistics).expect(403);
    await (await app.as(cast.gao)).post(`/cases/${hidden.ref}/assignment`, toLogistics).expect(404);
    await (await app.as(cast.gao)).get(`/cases/${hidden.ref}`).expect(404);
    await chen.get('/cases/8-3-999/assignment').expect(404);
  });

  it('happens once when it is pressed twice at the same moment', async () => {
    const { ref, id } = await opened(app);
    const answers = await Promise.all(
      [toLogistics, toLogistics].map((order) => chen.post(`/cases/${ref}/assignment`, order)),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect((await app.get(Ledger).timeline([id])).filter(({ action }) => action === 'assign')).toHaveLength(1);
  });

  it('takes several cases in one go', async () => {
    const refs = [(await opened(app)).ref, (await opened(app)).ref];
    await chen.get(`/board/assignment?ref=${refs[0]}&ref=${refs[1]}`).expect(200);

    await chen.post('/board/assignment', { ref: refs, lead: units.hq.id }).expect(303);

    for (const ref of refs) expect((await find(ref)).status).toBe('assigned');
  });

  it('takes none of several when one is not open any more, and names it', async () => {
    const [first, second] = [await opened(app), await opened(app)];
    await chen.post(`/cases/${second.ref}/assignment`, toLogistics).expect(303);

    const answer = await chen.post('/board/assignment', { ref: [first.ref, second.ref], lead: units.hq.id });

    expect(answer.status).toBe(409);
    expect(answer.text).toContain(second.number);
    expect((await find(first.ref)).status).toBe('open');
  });

  it('counts over National Day and its make-up days', async () => {
    app.clock.set('2026-09-28T10:00:00+08:00');
    const { ref } = await opened(app);
    await (await app.as(cast.chen)).post(`/cases/${ref}/assignment`, { lead: units.hq.id, leadDays: '5' }).expect(303);

    expect(await find(ref)).toMatchObject({ signBy: '2026-10-08', dueOn: '2026-10-10' });
  });
});
