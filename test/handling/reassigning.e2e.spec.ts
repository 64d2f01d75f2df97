import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { find, inHandling } from './cases.js';
import { DutyRoad, names } from './duties.js';

const DRAFT = '后勤保障部起草了一半的答复。';

describe('reassigning a case', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  const order = async (road: DutyRoad, changes: Record<string, string> = {}) => ({
    assignment: await road.dutyOf(units.hq.id),
    unit: units.cw.id,
    leader: cast.fang.id,
    dueOn: '',
    reason: '经费问题由财务处办更合适。',
    ...changes,
  });

  it('gives it to another unit with a new clock; the old one loses it at once and keeps its papers', async () => {
    const { ref } = await inHandling(app, { publishable: false });
    const road = new DutyRoad(app, ref);
    await road.talk(cast.gao, units.hq.id);
    await road.post(cast.gao, 'reply/draft', { text: DRAFT, outcomeClass: 'A' });
    await road.post(cast.gao, 'extension', { until: '2026-06-30', reason: '来不及。' });
    const body = await order(road);
    expect(await road.post(cast.tang, 'reassignment', body)).toBe(403);
    expect(await road.post(cast.gao, 'reassignment', body)).toBe(403);
    expect(await road.post(cast.chen, 'reassignment', { ...body, reason: '' })).toBe(422);
    expect(await road.post(cast.chen, 'reassignment', { ...body, unit: units.xx.id })).toBe(422);
    expect(await road.post(cast.chen, 'reassignment', { ...body, leader: '' })).toBe(422); // cw has no leader of its own

    app.clock.set('2026-04-20T09:00:00+08:00');
    const answers = await Promise.all(Array.from({ length: 10 }, () => road.post(cast.chen, 'reassignment', body)));
    expect(answers.filter((status) => status === 303)).toHaveLength(1);
    expect(await road.events('reassign')).toBe(1);

    const record = await find(app, ref);
    expect(record).toMatchObject({
      status: 'assigned',
      leadUnitId: units.cw.id,
      signBy: '2026-04-23',
      extensionAskedUntil: null,
      extendedUntil: null,
    });
    expect(record.dueOn! > '2026-05-28').toBe(true);
    expect(record.assignments.map(({ unitId, status }) => [unitId, status])).toContainEqual([units.hq.id, 'void']);
    expect(await road.told('taken_back')).toEqual(names('gao', 'he'));
    expect(await road.told('assigned_lead')).toEqual(names('gao', 'he', 'bai'));
    expect(await road.told('reassigned')).toEqual(names('wu'));

    for (const page of ['', '/reply', '/letter', '/receipt', '/contacts/new'])
      expect([page, (await (await app.as(cast.gao)).get(`/cases/${ref}${page}`)).status]).toEqual([page, 404]);
    const list = (await (await app.as(cast.gao)).get('/units/hq/cases')).text;
    expect(list).toContain('已改派');
    expect(list).toContain(record.number);
    expect(list).not.toContain(`/cases/${ref}"`);

    expect(await road.signFor(cast.bai, units.cw.id)).toBe(303);
    const desk = await road.textFor(cast.bai, '/reply');
    expect(desk).not.toContain(DRAFT);
    expect(desk).toContain('至少登记一次与提案人的沟通');
    const [kept] = await app.db.query('select text from reply where case_id = $1', [record.id]);
    expect(kept).toEqual({ text: DRAFT });
    expect(await road.textFor(cast.chen)).toContain('改派');
  });

  it('replaces an assisting unit while the lead unit goes on', async () => {
    app.clock.set('2026-04-14T09:00:00+08:00');
    const { ref } = await inHandling(app);
    const road = new DutyRoad(app, ref);
    const assignment = await road.dutyOf(units.xx.id);
    expect(await road.post(cast.chen, 'reassignment', await order(road, { assignment, dueOn: '2026-05-15' }))).toBe(
      303,
    );
    const record = await find(app, ref);
    expect(record).toMatchObject({ status: 'in_handling', leadUnitId: units.hq.id, dueOn: '2026-05-28' });
    expect(record.assisting.map(({ unitId, dueOn }) => [unitId, dueOn])).toEqual([[units.cw.id, '2026-05-15']]);
    expect(await road.told('assisting_changed')).toEqual(names('gao'));
    expect(await road.post(cast.ding, 'opinion', { assignment, opinion: '迟到的意见。' })).not.toBe(303);
    const list = (await (await app.as(cast.ding)).get('/units/xx/cases')).text;
    expect(list).toContain(`/cases/${ref}"`);
    expect((await road.textFor(cast.ding)).includes('协办意见')).toBe(false);
  });

  it('comes too late once the reply is being signed', async () => {
    const { ref } = await inHandling(app);
    const road = new DutyRoad(app, ref);
    await road.talk(cast.gao, units.hq.id);
    await road.post(cast.ding, 'opinion', { assignment: await road.dutyOf(units.xx.id), opinion: '同意。' });
    const body = await order(road);
    expect(await road.post(cast.gao, 'reply', { text: '已办。', outcomeClass: 'A' })).toBe(303);
    expect(await road.post(cast.chen, 'reassignment', body)).toBe(409);
    expect((await (await app.as(cast.chen)).get(`/cases/${ref}/reassignment`)).status).toBe(409);
  });
});
