import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkingDays } from '../../src/calendar/index.js';
import { cast, castOn } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';

const SOURCE = '国务院办公厅关于 2027 年部分节假日安排的通知';

describe('the working calendar', () => {
  let app: TestApp;
  let guan: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    guan = await app.as(cast.guan);
  });
  afterAll(() => app.close());

  async function isWorkingDay(date: string): Promise<boolean> {
    return (await app.get(WorkingDays).load()).isWorkingDay(date);
  }

  it('is explained to everybody', async () => {
    const page = await app.visitor().get('/calendar/due?from=2026-04-30&days=4').expect(200);

    expect(page.text).toContain('2026年5月9日');
    expect(page.text).toContain('班 +4');
    await app.visitor().get('/calendar/due').expect(200);
    await app.visitor().get('/calendar/due?from=2026-02-30&days=4').expect(422);
    await app.visitor().get('/calendar/due?from=2026-04-14&days=0').expect(422);
    expect((await app.visitor().get('/calendar/due?from=2026-12-01&days=60').expect(409)).text).toContain('2027');
    await app.visitor().get('/calendar/due?from=9999-12-31&days=1').expect(409);
  });

  it('is kept by the administrator of the site alone', async () => {
    for (const person of [cast.wu, cast.chen]) {
      const client = await app.as(person);
      await client.get('/admin/calendar').expect(403);
      await client.get('/admin/calendar/import').expect(403);
      await client
        .post('/admin/calendar/import', { year: '2027', source: SOURCE, days: '2027-01-01 休 元旦' })
        .expect(403);
      await client.post('/admin/calendar/2026/days', { date: '2026-04-15', kind: 'off', name: '校庆' }).expect(403);
      await client.post('/admin/calendar/2026/days/2026-05-01/removal').expect(403);
    }
  });

  it('warns of the coming year until its days are entered', async () => {
    expect((await guan.get('/admin').expect(200)).text).toContain('2027 年的放假安排还没有录入');

    const refused = await guan.post('/admin/calendar/import', {
      year: '2027',
      source: SOURCE,
      days: '2027-13-01 休 元旦',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('第 1 行');
    expect(refused.text).toContain('2027-13-01 休 元旦</textarea>');
    await guan
      .post('/admin/calendar/import', { year: '2027', source: SOURCE, days: '2027-01-01 休 元旦\n2027-01-09 班 元旦' })
      .expect(303);

    expect((await guan.get('/admin')).text).not.toContain('还没有录入');
    expect(await isWorkingDay('2027-01-01')).toBe(false);
    expect(await isWorkingDay('2027-01-09')).toBe(true);
    expect((await guan.get('/admin/calendar').expect(200)).text).toContain(SOURCE);
  });

  it('takes in a single day, changes it and drops it, each with a record', async () => {
    const day = { date: '2026-04-15', kind: 'off', name: '校庆' };
    await guan.get('/admin/calendar/2026').expect(200);
    await guan.post('/admin/calendar/2026/days', day).expect(303);
    expect(await isWorkingDay('2026-04-15')).toBe(false);
    expect((await guan.get('/admin/calendar/2026')).text).toContain('校庆');

    await guan.post('/admin/calendar/2026/days', { ...day, kind: 'worked' }).expect(303);
    expect(await isWorkingDay('2026-04-15')).toBe(true);
    await guan.post('/admin/calendar/2026/days/2026-04-15/removal').expect(303);
    expect((await guan.get('/admin/calendar/2026')).text).not.toContain('校庆');

    await guan.post('/admin/calendar/2026/days', { ...day, date: '2027-04-15' }).expect(422);
    await guan.get('/admin/calendar/1999').expect(404);
    const events = await app.db.query(
      "select action from ledger_event where subject_type = 'calendar' order by position",
    );
    expect(events.map(({ action }: { action: string }) => action)).toEqual([
      'put_year',
      'put_day',
      'put_day',
      'remove_day',
    ]);
  });
});
