import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TodoLists } from '../../src/web/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { find, inHandling } from './cases.js';
import { DutyRoad } from './duties.js';

describe('an officer who moves to another unit', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());
  const unstaffed = async (person: { id: string }) =>
    (await app.get(TodoLists).list(await app.actor(person), 100))
      .filter(({ next }) => next.key.startsWith('duties.unstaffed'))
      .map(({ title, href }) => [title, href]);

  it('loses the cases of the old unit with the next click, and the others see that nobody is left', async () => {
    const { ref } = await inHandling(app, { publishable: false });
    const road = new DutyRoad(app, ref);
    const gao = await app.as(cast.gao);
    await gao.get(`/cases/${ref}`).expect(200);
    expect(await unstaffed(cast.he)).toEqual([]);

    const guan = await app.as(cast.guan);
    const moved = { name: '高远', number: cast.gao.number, unitId: units.cw.id, title: '科员', mail: '', phone: '' };
    await guan.post(`/admin/staff/${cast.gao.id}`, moved).expect(303);

    await gao.get(`/cases/${ref}`).expect(404);
    await gao.get(`/cases/${ref}/reply`).expect(404);
    await gao.get('/units/hq/cases').expect(404);
    expect(await road.talk(cast.gao, units.hq.id)).toBe(404);
    expect(await find(app, ref)).toMatchObject({ status: 'in_handling', leadUnitId: units.hq.id });

    expect(await unstaffed(cast.he)).toEqual([['后勤保障部', '/units/hq/cases']]);
    expect(await unstaffed(cast.tang)).toEqual([['后勤保障部', `/board?unit=${units.hq.id}`]]);
    expect(await unstaffed(cast.guan)).toEqual([['后勤保障部', `/admin/roles?unit=${units.hq.id}`]]);
    expect(await unstaffed(cast.yan)).toEqual([]);

    await app.db.query(
      "insert into role_grant (id, staff_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, 'unit_officer', $2, '2024-01-01')",
      [cast.zhou.id, units.hq.id],
    );
    expect(await unstaffed(cast.he)).toEqual([]);
    expect(await road.talk(cast.zhou, units.hq.id)).toBe(303);
  });
});
