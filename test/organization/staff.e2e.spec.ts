import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';

describe('the staff directory', () => {
  let app: TestApp;
  let guan: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    guan = await app.as(cast.guan);
  });
  afterAll(() => app.close());

  function details(person: { number: string; name: string }, unitId: string, more: Record<string, string> = {}) {
    return { id: newId(), number: person.number, name: person.name, unitId, title: '', mail: '', phone: '', ...more };
  }

  const grant = (person: { id: string }, role: string, unitId: string) =>
    app.db.query(
      "insert into role_grant (id, staff_id, role, unit_id, valid_from) values ($1, $2, $3, $4, '2026-04-14') on conflict do nothing",
      [newId(), person.id, role, unitId],
    );

  it('is for administrators', async () => {
    const wu = await app.as(cast.wu);

    await wu.get('/admin/staff').expect(403);
    await wu.get(`/admin/staff/${cast.lin.id}`).expect(404);
    await wu.get('/admin/staff/export.xlsx').expect(403);
    await wu.post(`/admin/staff/${cast.lin.id}/departure`, { leftOn: '2026-04-14' }).expect(404);
    await wu.get(`/admin/staff/${cast.lin.id}/roles`).expect(403);
  });

  it('is found by name, number, unit and state', async () => {
    expect((await guan.get('/admin/staff?q=吴').expect(200)).text).toContain(cast.wu.number);
    expect((await guan.get(`/admin/staff?q=${cast.gao.number}`)).text).toContain('高远');
    const logistics = (await guan.get(`/admin/staff?unit=${units.hq.id}`)).text;
    expect(logistics).toContain('周平');
    expect(logistics).not.toContain('吴敏');
    expect((await guan.get('/admin/staff?state=left')).text).toContain('没有符合条件的人员');
    expect((await guan.get('/admin/staff?q=%25')).text).toContain('没有符合条件的人员');
  });

  it('takes in a new person, who has an account and no password', async () => {
    await guan.get('/admin/staff/new').expect(200);
    const fields = details({ number: '2026001', name: '张伟' }, units.cw.id);
    await guan.post('/admin/staff', fields).expect(303);
    await guan.post('/admin/staff', { ...fields, id: newId() }).expect(422);

    const accounts = await app.db.query(
      "select password_hash from account join staff on staff.id = staff_id where number = '2026001'",
    );
    expect(accounts).toEqual([{ password_hash: null }]);
  });

  it('keeps two people of the same name apart by their numbers', async () => {
    await guan.post('/admin/staff', details({ number: '2026002', name: '张伟' }, units.sx.id)).expect(303);

    const page = await guan.get('/admin/staff?q=张伟').expect(200);
    expect(page.text).toContain('2026001');
    expect(page.text).toContain('2026002');
  });

  it('takes the keys of an officer who moves to another unit at once, and leaves no phone in the ledger', async () => {
    const ding = await app.as(cast.ding);
    expect((await app.actor(cast.ding)).is('unit_officer', units.xx.id)).toBe(true);

    const moved = details(cast.ding, units.cw.id, { phone: '8672-9999' });
    await guan.post(`/admin/staff/${cast.ding.id}`, moved).expect(303);

    expect((await app.actor(cast.ding)).is('unit_officer')).toBe(false);
    await ding.get('/me').expect(200);
    const page = await guan.get(`/admin/staff/${cast.ding.id}`).expect(200);
    expect(page.text).toContain('调动单位');
    expect(page.text).toContain('终止身份');
    const events = await app.db.query('select data from ledger_event where subject_id = $1', [cast.ding.id]);
    expect(JSON.stringify(events)).not.toContain('8672-9999');
  });

  it('leaves the keys of an officer who moves within the unit, and of a leader who never belonged to it', async () => {
    await guan.post(`/admin/staff/${cast.gao.id}`, details(cast.gao, units['hq-ys'].id)).expect(303);
    await guan.post(`/admin/staff/${cast.fang.id}`, details(cast.fang, units.gh.id)).expect(303);

    expect((await app.actor(cast.gao)).is('unit_officer', units.hq.id)).toBe(true);
    expect((await app.actor(cast.fang)).is('leader', units.hq.id)).toBe(true);
  });

  it('leaves the address of whoever may do more to the administrators of the whole site', async () => {
    await grant(cast.zhou, 'administrator', units.hq.id);
    const zhou = await app.as(cast.zhou);
    const newAddress = (person: typeof cast.gao) => details(person, units.hq.id, { mail: 'new@jlu.example' });
    await zhou.post(`/admin/staff/${cast.gao.id}`, newAddress(cast.gao)).expect(303);

    await grant(cast.he, 'publisher', units.cw.id);
    const refused = await zhou.post(`/admin/staff/${cast.he.id}`, newAddress(cast.he)).expect(409);
    expect(refused.text).toContain('登录链接会寄到这个邮箱');
    const mail = await app.db.query('select mail from staff where id = $1', [cast.he.id]);
    expect(mail).not.toContainEqual({ mail: 'new@jlu.example' });
    await guan.post(`/admin/staff/${cast.he.id}`, newAddress(cast.he)).expect(303);
  });

  it('keeps the last administrator of the site', async () => {
    const answer = await guan.post(`/admin/staff/${cast.guan.id}/departure`, { leftOn: '2026-04-14' }).expect(409);
    expect(answer.text).toContain('另一位全校系统管理员在任');
    expect((await app.actor(cast.guan)).is('site_administrator')).toBe(true);

    await grant(cast.jian, 'administrator', units.jlu.id);
    await (
      await app.as(cast.jian)
    )
      .post(`/admin/staff/${cast.guan.id}/departure`, { leftOn: '2026-04-14' })
      .expect(303);
    await (await app.as(cast.jian)).post(`/admin/staff/${cast.guan.id}/return`).expect(303);
    await grant(cast.guan, 'administrator', units.jlu.id);
    guan = await app.as(cast.guan);
  });

  it('signs out whoever leaves, ends their roles and their seat', async () => {
    const luo = await app.as(cast.luo);
    await app.db.query(
      "insert into role_grant (id, staff_id, role, unit_id, valid_from) values ($1, $2, 'publisher', $3, '2026-04-14')",
      [newId(), cast.luo.id, units.cw.id],
    );
    await guan.post(`/admin/staff/${cast.luo.id}/departure`, { leftOn: '2026-04-15' }).expect(422);

    await guan.post(`/admin/staff/${cast.luo.id}/departure`, { leftOn: '2026-04-14' }).expect(303);

    await luo.get('/me').expect(303);
    const running = await app.db.query(
      'select 1 from role_grant where staff_id = $1 and (valid_until is null or valid_until >= $2)',
      [cast.luo.id, '2026-04-14'],
    );
    expect(running).toEqual([]);
    expect((await guan.get('/admin/staff?state=left')).text).toContain('罗成');

    await guan.post(`/admin/staff/${cast.luo.id}/return`).expect(303);
    expect((await app.actor(cast.luo)).is('publisher')).toBe(false);
  });

  it('exports what is listed, with a guard against formulas', async () => {
    await guan.post('/admin/staff', details({ number: '2026003', name: '=1+1' }, units.sx.id)).expect(303);

    const file = await guan.get('/admin/staff/export.xlsx?q=2026003').responseType('blob').expect(200);

    const { readSheet } = await import('read-excel-file/node');
    expect(await readSheet(file.body as Buffer)).toEqual([
      ['工号', '姓名', '单位', '职务', '邮箱', '电话', '在职'],
      ['2026003', "'=1+1", '数学学院', null, null, null, '是'],
    ]);
  });
});
