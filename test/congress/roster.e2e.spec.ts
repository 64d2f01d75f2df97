import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress, idOf, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';

const TERM = `/admin/congress/terms/${congress.termId}`;

describe('the roster of a term', () => {
  let app: TestApp;
  let tang: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    tang = await app.as(cast.tang);
  });
  afterAll(() => app.close());

  it('put delegations together from units', async () => {
    const fields = { id: newId(), number: '3', name: '后勤代表团', unitIds: [units.hq.id, units['hq-ys'].id] };
    await tang.post(`${TERM}/delegations`, fields).expect(303);
    await tang.post(`${TERM}/delegations`, { ...fields, id: newId() }).expect(409);
    await tang.post(`${TERM}/delegations`, { ...fields, name: '后勤', unitIds: [units.hq.id] }).expect(303);

    expect((await tang.get(`${TERM}/delegations?edit=${fields.id}`)).text).toContain('value="后勤"');
    const [row] = await app.db.query('select count(*)::int as n from delegation_unit where delegation_id = $1', [
      fields.id,
    ]);
    expect(row.n).toBe(1);
  });

  it('seat a delegate, change the seat and end it, and the keys follow at once', async () => {
    const fields = {
      id: newId(),
      number: cast.he.number,
      delegationId: idOf('delegation-1'),
      kind: 'delegate',
      post: '',
    };
    await tang.post(`${TERM}/delegates`, { ...fields, delegationId: '' }).expect(422);
    await tang.post(`${TERM}/delegates`, { ...fields, number: '9999999' }).expect(422);
    await tang.post(`${TERM}/delegates`, fields).expect(303);
    await tang.post(`${TERM}/delegates`, { ...fields, id: newId() }).expect(409);
    expect((await app.actor(cast.he)).is('delegate', congress.termId)).toBe(true);

    await tang.get(`/admin/congress/delegates/${fields.id}`).expect(200);
    await tang.post(`/admin/congress/delegates/${fields.id}`, { ...fields, post: 'deputy' }).expect(303);
    expect((await app.actor(cast.he)).is('delegation_deputy', idOf('delegation-1'))).toBe(true);
    expect((await (await app.as(cast.he)).get('/me')).text).toMatch(/代表团副团长[\s\S]*第八届/);

    await tang.post(`/admin/congress/delegates/${fields.id}/end`).expect(303);
    expect((await app.actor(cast.he)).is('delegate')).toBe(false);
    await tang.post(`${TERM}/delegates`, { ...fields, id: newId() }).expect(303);
    expect((await app.actor(cast.he)).is('delegate')).toBe(true);
  });

  it('give seats in the committee, with their days', async () => {
    const seat = {
      id: newId(),
      number: cast.he.number,
      role: 'committee_member',
      validFrom: '2026-04-14',
      validUntil: '2026-04-30',
    };
    await tang.post(`${TERM}/committee`, seat).expect(303);
    expect((await app.actor(cast.he)).is('committee_member', congress.id)).toBe(true);
    expect((await app.visitor().get('/congress/8-3')).text).toContain('何川');

    await (await app.as(cast.wu)).post(`/admin/congress/seats/${seat.id}/end`).expect(403);
    await tang.post(`/admin/congress/seats/${seat.id}/end`).expect(303);
    expect((await app.actor(cast.he)).is('committee')).toBe(false);

    const ends = 'select valid_until::text from committee_seat where id = $1';
    const [ended] = (await app.db.query(ends, [seat.id])) as object[];
    app.clock.passMinutes(3 * 24 * 60);
    await (await app.as(cast.tang)).post(`/admin/congress/seats/${seat.id}/end`).expect(303);
    expect(await app.db.query(ends, [seat.id])).toEqual([ended]);
    app.clock.passMinutes(-3 * 24 * 60);
  });

  it('leave the chair to the administrator: the secretary neither becomes nor makes nor ends one', async () => {
    const seat = { number: cast.tang.number, role: 'committee_chair', validFrom: '2026-04-14', validUntil: '' };
    await tang.post(`${TERM}/committee`, { ...seat, id: newId() }).expect(403);
    await tang.post(`/admin/congress/seats/${idOf(`${cast.chen.number}-committee`)}/end`).expect(403);
    expect((await app.actor(cast.tang)).is('committee_chair')).toBe(false);
    expect((await app.actor(cast.chen)).is('committee_chair')).toBe(true);
    expect((await tang.get(`${TERM}/committee`)).text).not.toContain('value="committee_chair"');

    const guan = await app.as(cast.guan);
    await guan.post(`${TERM}/committee`, { ...seat, number: cast.he.number, id: newId() }).expect(303);
    expect((await app.actor(cast.he)).is('committee_chair')).toBe(true);
  });

  it('end the seats of whoever leaves the staff', async () => {
    const guan = await app.as(cast.guan);
    await guan.post(`/admin/staff/${cast.sun.id}/departure`, { leftOn: '2026-04-14' }).expect(303);
    await guan.post(`/admin/staff/${cast.sun.id}/return`).expect(303);

    expect((await app.actor(cast.sun)).scopesOf('delegate')).toEqual([]);
    expect((await app.actor(cast.sun)).is('committee')).toBe(false);
  });

  describe('a list of delegates brought in as a file', () => {
    async function upload(...rows: string[]): Promise<string> {
      const body = ['工号,姓名,代表团,类别,职务', ...rows].join('\n');
      const answer = await tang
        .upload(`${TERM}/delegates/import`, {}, { file: { name: '代表.csv', body } })
        .expect(303);
      return String(answer.headers.location);
    }

    it('is shown first, written once, and says what changed', async () => {
      const rows = [
        `${cast.zhou.number},周平,机关代表团,正式代表,秘书`,
        `${cast.lin.number},林晓,1,,副团长`,
        `${cast.wu.number},吴敏,1,正式代表,`,
        `${cast.fang.number},方正,,列席,`,
      ];
      const page = await upload(...rows);
      expect((await tang.get(page)).text).toContain('新增 2，变更 1，不变 1，有误 0');
      await tang.post(`${page}/confirmation`).expect(303);

      expect((await app.actor(cast.zhou)).is('delegate', congress.termId)).toBe(true);
      expect((await app.actor(cast.lin)).is('delegation_deputy', idOf('delegation-1'))).toBe(true);
      expect((await app.actor(cast.fang)).is('delegate')).toBe(false);
      expect((await tang.get(await upload(...rows))).text).toContain('没有需要写入的内容');
    });

    it('names what is wrong', async () => {
      const page = await upload(
        `${cast.mei.number},美兰,1,,`,
        '9999999,无名,1,,',
        `${cast.bai.number},白露,77,贵宾,皇帝`,
      );
      const { text } = await tang.get(page).expect(200);

      for (const sentence of [
        `第 2 行“姓名”：工号 ${cast.mei.number} 的姓名是梅兰`,
        '第 3 行“工号”：没有工号为 9999999 的在职人员',
        '第 4 行“代表团”：没有编号或名称为“77”的代表团',
        '第 4 行“类别”：请填正式代表、列席或特邀',
        '第 4 行“职务”：请填团长、副团长、秘书或留空',
      ])
        expect(text).toContain(sentence);
      await tang.post(`${page}/confirmation`).expect(409);
    });

    it('is the secretary’s, not anybody’s', async () => {
      const page = await upload(`${cast.wu.number},吴敏,1,,`);
      const wu = await app.as(cast.wu);

      await wu.get(page).expect(404);
      await wu.get(`${TERM}/delegates/import`).expect(404);
      await tang.get(`${TERM}/delegates/import`).expect(200);
      await tang.get('/admin/congress/delegates-template.xlsx').expect(200);
    });
  });
});
