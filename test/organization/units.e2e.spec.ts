import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';

describe('the administration of units', () => {
  let app: TestApp;
  let guan: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    guan = await app.as(cast.guan);
  });
  afterAll(() => app.close());

  function details(name: string, code: string, more: Record<string, string> = {}) {
    return { id: newId(), parentId: units.hq.id, name, short: '', code, kind: 'department', position: '5', ...more };
  }

  async function nameAndParent(id: string): Promise<{ name: string; parent_id: string; active: boolean }> {
    const [unit] = await app.db.query('select name, parent_id, active from unit where id = $1', [id]);
    return unit;
  }

  it('is closed to everybody else', async () => {
    for (const person of [cast.wu, cast.sun, cast.he]) {
      const client = await app.as(person);
      await client.get('/admin/units').expect(403);
      await client.get('/admin').expect(403);
      await client.get(`/admin/units/${units.hq.id}`).expect(404);
      await client.post('/admin/units', details('偷偷设的', 'tt')).expect(403);
    }
  });

  it('shows the tree', async () => {
    const page = await guan.get('/admin/units').expect(200);

    expect(page.text).toMatch(/后勤保障部[\s\S]*<ul><li>[\s\S]*饮食服务中心/);
    await guan.get('/admin').expect(200);
    await guan.get('/admin/settings').expect(200);
  });

  it('adds a unit once, however often the form is sent', async () => {
    const fields = details('水电科', 'hq-sd');
    await guan.get(`/admin/units/new?parent=${units.hq.id}`).expect(200);
    await Promise.all([guan.post('/admin/units', fields), guan.post('/admin/units', fields)]);

    expect(await app.db.query("select name, short from unit where code = 'hq-sd'")).toEqual([
      { name: '水电科', short: '水电科' },
    ]);
    expect((await guan.get(`/admin/units/${fields.id}`).expect(200)).text).toContain('增设单位');
  });

  it('gives a form with a code that is taken back as it was typed', async () => {
    const page = await guan.post('/admin/units', details('另一个后勤', 'hq')).expect(422);

    expect(page.text).toContain('代码 hq 已被其他单位使用');
    expect(page.text).toContain('value="另一个后勤"');
  });

  it('renames', async () => {
    const fields = { ...details('财务与资产处', 'cw'), short: '财资处', kind: 'office' };
    await guan.post(`/admin/units/${units.cw.id}`, fields).expect(303);

    expect((await nameAndParent(units.cw.id)).name).toBe('财务与资产处');
    const [event] = await app.db.query("select data from ledger_event where subject_id = $1 and action = 'change'", [
      units.cw.id,
    ]);
    expect(event.data.before.name).toBe('财务处');
  });

  it('moves a unit, but never below itself', async () => {
    await guan.post(`/admin/units/${units['hq-ys'].id}/move`, { parentId: units.xx.id }).expect(303);
    expect((await nameAndParent(units['hq-ys'].id)).parent_id).toBe(units.xx.id);

    await guan.post(`/admin/units/${units.xx.id}/move`, { parentId: units['hq-ys'].id }).expect(409);
    await guan.post(`/admin/units/${units.xx.id}/move`, { parentId: units.xx.id }).expect(409);
    await guan.post(`/admin/units/${units.xx.id}/move`, { parentId: '' }).expect(422);
    await guan.post(`/admin/units/${units['hq-ys'].id}/move`, { parentId: units.hq.id }).expect(303);
  });

  it('makes no circle of two moves at the same moment', async () => {
    const [a, b] = [details('甲科', 'a'), details('乙科', 'b')];
    for (const one of [a, b]) await guan.post('/admin/units', one).expect(303);
    const moves = await Promise.all([
      guan.post(`/admin/units/${a.id}/move`, { parentId: b.id }),
      guan.post(`/admin/units/${b.id}/move`, { parentId: a.id }),
    ]);

    expect(moves.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });

  it('retires only a unit that nobody and nothing belongs to, and says what is missing', async () => {
    expect((await guan.get(`/admin/units/${units.hq.id}`)).text).toContain('名在职人员');
    await guan.post(`/admin/units/${units.hq.id}/retirement`).expect(409);

    const empty = details('空科', 'empty');
    await guan.post('/admin/units', empty).expect(303);
    await guan.post(`/admin/units/${empty.id}/retirement`).expect(303);
    expect((await nameAndParent(empty.id)).active).toBe(false);
    await guan.post('/admin/units', details('科下之科', 'below', { parentId: empty.id })).expect(409);

    await guan.post(`/admin/units/${empty.id}/restoration`).expect(303);
    expect((await nameAndParent(empty.id)).active).toBe(true);
  });

  describe('by the administrator of one unit', () => {
    it('reaches that unit and what is below it, no further', async () => {
      await app.db.query(
        "insert into role_grant (id, staff_id, role, unit_id, valid_from) values ($1, $2, 'administrator', $3, '2024-01-01')",
        [newId(), cast.he.id, units.hq.id],
      );
      const he = await app.as(cast.he);

      await he.get(`/admin/units/${units.hq.id}`).expect(200);
      await he.get(`/admin/units/${units['hq-ys'].id}`).expect(200);
      await he.get(`/admin/units/${units.cw.id}`).expect(404);
      await he.post(`/admin/units/${units['hq-ys'].id}/move`, { parentId: units.cw.id }).expect(403);
      await he.post('/admin/units', details('另立门户', 'root', { parentId: '' })).expect(403);
      await he.get('/admin/settings').expect(403);
      expect((await he.get('/admin/staff')).text).not.toContain(cast.wu.name);
    });
  });
});
