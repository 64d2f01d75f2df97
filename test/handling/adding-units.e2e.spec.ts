import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TodoLists } from '../../src/web/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { assigned, find, inHandling } from './cases.js';
import { DutyRoad, names } from './duties.js';

const WISH = { unit: units.cw.id, reason: '经费须由财务处确认。' };

describe('another assisting unit', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());
  const todosOf = async (person: { id: string }, href: string) =>
    (await app.get(TodoLists).list(await app.actor(person), 100)).filter((todo) => todo.href === href);

  it('is asked for while signing, and added by the chair with a clock of its own', async () => {
    const { ref } = await assigned(app);
    const road = new DutyRoad(app, ref);
    expect(await road.signFor(cast.gao, units.hq.id, { ...WISH, reason: '' })).toBe(422);
    expect(await road.signFor(cast.gao, units.hq.id, { ...WISH, unit: units.xx.id })).toBe(422);
    expect(await road.signFor(cast.gao, units.hq.id, WISH)).toBe(303);
    expect(await find(app, ref)).toMatchObject({ status: 'in_handling' });
    expect(await road.told('unit_wanted')).toEqual(names('chen'));
    expect(await todosOf(cast.chen, `/cases/${ref}/units`)).toHaveLength(1);
    expect(await road.textFor(cast.chen, '/units')).toContain(WISH.reason);
    expect(await road.textFor(cast.wu)).not.toContain(WISH.reason);

    const adding = Array.from({ length: 10 }, () => road.post(cast.chen, 'units', { ...WISH, decision: 'grant' }));
    const answers = await Promise.all(adding);
    expect(answers.filter((status) => status === 303)).toHaveLength(1);
    expect(await road.events('add_unit')).toBe(1);
    expect(await road.told('assigned_assisting')).toEqual(names('bai', 'ding', 'yan'));
    expect(await road.told('assisting_changed')).toEqual(names('gao', 'he'));
    expect(await todosOf(cast.chen, `/cases/${ref}/units`)).toEqual([]);
    const joined = (await find(app, ref)).assignments.find(({ unitId }) => unitId === units.cw.id);
    expect(joined).toMatchObject({ part: 'assisting', status: 'to_sign', signBy: '2026-04-17', dueOn: '2026-05-08' });

    expect(await road.signFor(cast.bai, units.cw.id)).toBe(303);
    const opinion = { assignment: await road.dutyOf(units.cw.id), opinion: '经费已列入预算。' };
    expect(await road.post(cast.bai, 'opinion', opinion)).toBe(303);
    expect(await road.textFor(cast.gao)).toContain('经费已列入预算。');
  });

  it('is asked for later, once at a time, and refused with a reason', async () => {
    const { ref } = await inHandling(app);
    const road = new DutyRoad(app, ref);
    expect(await road.post(cast.ding, 'units/wish', WISH)).toBe(403);
    expect(await road.post(cast.gao, 'units/wish', WISH)).toBe(303);
    expect(await road.post(cast.gao, 'units/wish', WISH)).toBe(409);
    const decision = { wish: await road.dutyOf(units.hq.id), decision: 'refuse', reason: '由后勤保障部直接联系。' };
    expect(await road.post(cast.tang, 'units', decision)).toBe(403);
    expect(await road.post(cast.chen, 'units', { ...decision, reason: '' })).toBe(422);
    expect(await road.post(cast.chen, 'units', decision)).toBe(303);
    expect(await road.post(cast.chen, 'units', decision)).toBe(409);
    expect(await road.told('unit_refused')).toEqual(names('gao'));
    expect(await road.textFor(cast.gao)).toContain('由后勤保障部直接联系。');
    expect((await find(app, ref)).assignments).toHaveLength(2);
  });

  it('is added without being asked, but no unit twice, and not once the reply is being signed', async () => {
    const { ref } = await inHandling(app);
    const road = new DutyRoad(app, ref);
    expect(await road.post(cast.chen, 'units', { ...WISH, unit: units.xx.id })).toBe(422);
    expect(await road.post(cast.chen, 'units', { ...WISH, dueOn: '2026-04-01' })).toBe(422);
    expect(await road.post(cast.chen, 'units', { ...WISH, dueOn: '2026-04-30' })).toBe(303);
    expect((await find(app, ref)).assisting.map(({ dueOn }) => dueOn).toSorted()).toEqual(['2026-04-30', '2026-05-08']);

    const signing = await inHandling(app);
    await app.db.query("update handling_case set status = 'in_sign_off' where ref = $1", [signing.ref]);
    expect(await new DutyRoad(app, signing.ref).post(cast.chen, 'units', WISH)).toBe(409);
  });
});
