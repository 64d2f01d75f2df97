import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, units } from '../support/cast.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { assigned, find, inHandling } from './cases.js';
import { DutyRoad, names } from './duties.js';

const DRAFT = '后勤保障部起草了一半的答复。';

describe('a unit is merged into another one', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('hands its open cases to the successor, with their clocks and drafts, after everybody could look first', async () => {
    const replied = await new Road(app).replied();
    const lead = await inHandling(app, { publishable: false });
    const both = await assigned(app, {}, { lead: units.hq.id, assisting: [units.cw.id] });
    const assisting = await assigned(app, {}, { lead: units.xx.id, assisting: [units.hq.id] });
    const road = new DutyRoad(app, lead.ref);
    await road.talk(cast.gao, units.hq.id);
    await road.post(cast.gao, 'reply/draft', { text: DRAFT, outcomeClass: 'A' });
    const [letter] = await app.db.query('select unit_name, number from reply where signed_at is not null');

    const guan = await app.as(cast.guan);
    await (await app.as(cast.chen)).get(`/admin/units/${units.hq.id}/merger`).expect(404);
    await guan.post(`/admin/units/${units.hq.id}/merger`, {}).expect(422);
    await guan.post(`/admin/units/${units.hq.id}/merger`, { successor: units['hq-ys'].id }).expect(409);
    const plan = (await guan.get(`/admin/units/${units.hq.id}/merger?successor=${units.cw.id}`).expect(200)).text;
    for (const { number } of [lead, both, assisting]) expect(plan).toContain(number);
    expect(plan).not.toContain(lead.title);
    expect(await find(app, lead.ref)).toMatchObject({ leadUnitId: units.hq.id });

    const merge = () => guan.post(`/admin/units/${units.hq.id}/merger`, { successor: units.cw.id });
    const answers = await Promise.all(Array.from({ length: 10 }, merge));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);

    const after = await find(app, lead.ref);
    expect(after).toMatchObject({ status: 'in_handling', leadUnitId: units.cw.id, dueOn: lead.dueOn });
    expect(await road.events('hand_over')).toBe(1);
    expect(await road.told('handed_over')).toEqual(names('bai', 'fang', 'tang'));
    expect(await road.told('handed_over_parties')).toEqual(names('wu'));
    await (await app.as(cast.gao)).get(`/cases/${lead.ref}`).expect(404);
    expect(await road.textFor(cast.bai, '/reply')).toContain(DRAFT);
    expect(await road.textFor(cast.chen)).toContain('机构调整');
    expect(await road.textFor(cast.chen)).toContain('后勤保障部主办');

    const twice = (await find(app, both.ref)).assignments.filter(({ isVoid }) => !isVoid);
    expect(twice.map(({ unitId, part }) => [unitId, part])).toEqual([[units.cw.id, 'lead']]);
    const helping = (await find(app, assisting.ref)).assisting;
    expect(helping.map(({ unitId, dueOn }) => [unitId, dueOn])).toEqual([[units.cw.id, '2026-05-08']]);

    const [kept] = await app.db.query('select unit_name, number from reply where signed_at is not null');
    expect(kept).toEqual(letter);
    expect(await new DutyRoad(app, replied).textFor(cast.wu, '/replies/1/letter')).toContain('后勤保障部');
    expect(
      await new DutyRoad(app, (await assigned(app, {}, { lead: units.cw.id, leader: cast.fang.id })).ref).textFor(
        cast.bai,
      ),
    ).toContain('财务处');
    const desk = (await (await app.as(cast.chen)).get('/board')).text;
    expect(desk).not.toContain(`<option value="${units.hq.id}"`);
    const [person] = await app.db.query('select unit_id from staff where id = $1', [cast.gao.id]);
    expect(person).toEqual({ unit_id: units.cw.id });
  });
});

describe('a unit is renamed', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('keeps its old name on the letters it has signed', async () => {
    const ref = await new Road(app).replied();
    const guan = await app.as(cast.guan);
    await guan.post(`/admin/units/${units.hq.id}/retirement`).expect(409);
    const renamed = { code: 'hq', name: '后勤管理处', short: '后勤处', kind: 'office', position: '0' };
    await guan.post(`/admin/units/${units.hq.id}`, renamed).expect(303);
    const road = new DutyRoad(app, ref);
    const letter = await road.textFor(cast.wu, '/replies/1/letter');
    expect(letter).toContain('后勤保障部');
    expect(letter).not.toContain('后勤管理处');
    expect(await road.textFor(cast.wu)).toContain('后勤管理处');
    expect((await guan.get(`/admin/units/${units.hq.id}`)).text).toContain('后勤保障部');
  });
});
