import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';

describe('roles for units', () => {
  let app: TestApp;
  let guan: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    guan = await app.as(cast.guan);
  });
  afterAll(() => app.close());

  function grant(person: { number: string }, role: string, unitId: string, more: Record<string, string> = {}) {
    return { id: newId(), number: person.number, role, unitId, validFrom: '2026-04-14', validUntil: '', ...more };
  }

  it('are granted and ended by the administrator, and hold at once', async () => {
    const fields = grant(cast.zhou, 'unit_officer', units.hq.id);
    await guan.post('/admin/roles', fields).expect(303);
    expect((await app.actor(cast.zhou)).is('unit_officer', units['hq-ys'].id)).toBe(true);
    expect((await guan.get(`/admin/roles?unit=${units.hq.id}&role=unit_officer`).expect(200)).text).toContain('周平');
    expect((await guan.get(`/admin/staff/${cast.zhou.id}/roles`).expect(200)).text).toContain('在任');

    await guan.post(`/admin/roles/${fields.id}/end`).expect(303);

    expect((await app.actor(cast.zhou)).is('unit_officer')).toBe(false);
    expect((await guan.get('/admin/roles')).text).not.toContain('周平');
    await guan.post('/admin/roles', grant(cast.zhou, 'unit_officer', units.hq.id)).expect(303);
    expect((await app.actor(cast.zhou)).is('unit_officer', units.hq.id)).toBe(true);
    const events = await app.db.query('select action from ledger_event where subject_id = $1 order by position', [
      cast.zhou.id,
    ]);
    expect(events.map(({ action }: { action: string }) => action)).toEqual(['grant_role', 'end_role', 'grant_role']);
  });

  it('do not hold before their first day nor after their last', async () => {
    const fields = { validFrom: '2026-04-20', validUntil: '2026-04-21' };
    await guan.post('/admin/roles', grant(cast.mei, 'unit_officer', units.cw.id, fields)).expect(303);
    const holds = async (day: string) => {
      app.clock.set(`${day}:30+08:00`);
      return (await app.actor(cast.mei)).is('unit_officer', units.cw.id);
    };

    expect(await holds('2026-04-19T23:59')).toBe(false);
    expect(await holds('2026-04-20T00:00')).toBe(true);
    expect(await holds('2026-04-21T23:59')).toBe(true);
    expect(await holds('2026-04-22T00:00')).toBe(false);
    app.clock.set('2026-04-14T09:00:00+08:00');
  });

  it('are granted once for the same days, even by two clicks at once', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => guan.post('/admin/roles', grant(cast.lin, 'publisher', units.sx.id))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });

  it('are refused for nobody, and for days in the wrong order', async () => {
    const nobody = await guan.post('/admin/roles', grant({ number: '9999999' }, 'publisher', units.sx.id)).expect(422);
    expect(nobody.text).toContain('没有这个工号的在职人员');
    await guan.post('/admin/roles', grant(cast.wu, 'publisher', units.sx.id, { validUntil: '2026-04-13' })).expect(422);
  });

  it('are nobody else’s to grant', async () => {
    for (const person of [cast.chen, cast.he, cast.wu])
      await (await app.as(person)).post('/admin/roles', grant(person, 'administrator', units.hq.id)).expect(403);
  });

  it('are shown to the administrator of a unit for that unit only, and duties in the congress for its own people', async () => {
    await guan.post('/admin/roles', grant(cast.bai, 'administrator', units.hq.id)).expect(303);
    await guan.post('/admin/roles', grant(cast.mei, 'unit_officer', units.hq.id)).expect(303);
    const bai = await app.as(cast.bai);

    const mei = (await bai.get(`/admin/staff/${cast.mei.id}/roles`).expect(200)).text;
    expect(mei.match(/\/admin\/roles\/[0-9a-f-]+\/end/g)).toHaveLength(1);
    expect((await guan.get(`/admin/staff/${cast.mei.id}/roles`)).text).toContain('data-label="适用单位">财务处');
    expect(mei).not.toContain('data-label="适用单位">财务处');
    const chen = (await bai.get(`/admin/staff/${cast.chen.id}/roles`).expect(200)).text;
    expect(chen).not.toContain('提案工作委员会主任');
    expect((await guan.get(`/admin/staff/${cast.chen.id}/roles`)).text).toContain('提案工作委员会主任');
  });

  it('always leave the site one administrator', async () => {
    const [{ id }] = await app.db.query("select id from role_grant where staff_id = $1 and role = 'administrator'", [
      cast.guan.id,
    ]);
    expect((await guan.post(`/admin/roles/${id}/end`).expect(409)).text).toContain('另一位全校系统管理员');

    await guan.post('/admin/roles', grant(cast.tang, 'administrator', units.jlu.id)).expect(303);
    await (await app.as(cast.tang)).post(`/admin/roles/${id}/end`).expect(303);
    await guan.get('/admin').expect(403);
  });

  it('cover exactly the subtree of their unit', async () => {
    const codes = Object.keys(units) as (keyof typeof units)[];
    const parents: Record<string, string | null> = { jlu: null, 'hq-ys': 'hq' };
    const isBelow = (code: string, top: string): boolean =>
      code === top || (parents[code] !== null && isBelow(parents[code] ?? 'jlu', top));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...codes), async (top) => {
        await app.db.query("delete from role_grant where staff_id = $1 and role = 'supervisor'", [cast.wu.id]);
        await app.db.query(
          "insert into role_grant (id, staff_id, role, unit_id, valid_from) values ($1, $2, 'supervisor', $3, '2024-01-01')",
          [newId(), cast.wu.id, units[top].id],
        );
        const actor = await app.actor(cast.wu);
        for (const code of codes) expect(actor.is('supervisor', units[code].id)).toBe(isBelow(code, top));
      }),
      { numRuns: 15 },
    );
  });
});
