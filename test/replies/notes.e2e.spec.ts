import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, congress, type Player, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey } from './journey.js';

const OURS = '车队司机本月缺员三人，先别答应周五。';
const THEIRS = '显示屏合同年底到期。';
const COMMITTEE = '主任提醒：此案校领导关注。';

let app: TestApp;
let journey: Journey;
let ref: string;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
  ({ ref } = await journey.ready());
});
afterAll(() => app.close());

const write = async (who: Player, owner: string, note: string, id = newId()) =>
  (await app.as(who)).post(`/cases/${ref}/notes`, { id, owner, note });
const ALL = [OURS, THEIRS, COMMITTEE];
const seenBy = async (who: Player | null, address: string) => {
  const client = who ? await app.as(who) : app.visitor();
  const { text } = await client.get(address);
  return ALL.filter((note) => text.includes(note));
};

describe('internal notes', () => {
  it('are written by officers and heads of a unit, and by the committee', async () => {
    expect((await write(cast.gao, units.hq.id, OURS)).status).toBe(303);
    expect((await write(cast.ding, units.xx.id, THEIRS)).status).toBe(303);
    expect((await write(cast.tang, congress.id, COMMITTEE)).status).toBe(303);
  });

  it('are refused to everybody else, in the name of another unit, and when empty', async () => {
    for (const other of [cast.wu, cast.lin, cast.fang, cast.jian, cast.guan, cast.bai]) {
      expect((await write(other, units.hq.id, 'x')).status).toBe(403);
      await (await app.as(other)).get(`/cases/${ref}/notes`).expect(403);
    }
    expect((await write(cast.gao, units.xx.id, 'x')).status).toBe(403);
    expect((await write(cast.gao, congress.id, 'x')).status).toBe(403);
    expect((await write(cast.chen, units.hq.id, 'x')).status).toBe(403);
    expect((await write(cast.gao, units.hq.id, ' ')).status).toBe(422);
    const typed = await write(cast.gao, 'nobody', '写了半天');
    expect([typed.status, typed.text.includes('写了半天')]).toEqual([422, true]);
  });

  it('are kept once, however often the form is sent', async () => {
    const id = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => write(cast.he, units.hq.id, '只写一次', id)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    const [row] = (await app.db.query("select count(*)::int as n from internal_note where text = '只写一次'")) as [
      { n: number },
    ];
    expect(row.n).toBe(1);
    await expect(app.db.query("update internal_note set text = 'anders'")).rejects.toThrow(/append-only/);
  });

  it('are seen by those whose notes they are, and by nobody else on any door', async () => {
    await journey.submit(ref);
    await journey.sign(ref);
    const page = `/cases/${ref}`;
    const own: [Player | null, string[]][] = [
      [cast.gao, [OURS]],
      [cast.he, [OURS]],
      [cast.ding, [THEIRS]],
      [cast.yan, [THEIRS]],
      [cast.chen, [COMMITTEE]],
      [cast.sun, [COMMITTEE]],
      [cast.wu, []],
      [cast.fang, []],
      [cast.jian, []],
      [cast.guan, []],
      [cast.bai, []],
      [cast.zhou, []],
      [null, []],
    ];
    for (const [who, notes] of own) {
      expect([who?.name, await seenBy(who, page)]).toEqual([who?.name, notes]);
      for (const door of [
        `/cases/${ref}/replies/1/letter`,
        `/cases/${ref}/letter`,
        `/search?q=${encodeURIComponent('缺员三人')}`,
        '/me/todos',
        '/me/messages',
        '/units/hq/cases',
        '/board',
        '/statistics',
      ])
        expect([who?.name, door, await seenBy(who, door)]).toEqual([who?.name, door, []]);
    }
  });

  it('leave no trace in ledger, mails, messages, search or attachments', async () => {
    for (const [table, column] of [
      ['ledger_event', "coalesce(note, '') || data::text"],
      ['notification', 'params::text'],
      ['mail', 'mail::text'],
      ['search_document', 'search_document::text'],
      ['attachment', 'attachment::text'],
      ['reply', 'text'],
    ] as const) {
      const sql = `select count(*)::int as n from ${table} where ${column} like any($1)`;
      const [row] = (await app.db.query(sql, [ALL.map((note) => `%${note}%`)])) as [{ n: number }];
      expect([table, row.n]).toEqual([table, 0]);
    }
  });

  it('stay with the unit that wrote them when the duty goes to another one', async () => {
    const mine = await journey.ready();
    await (await app.as(cast.gao)).post(`/cases/${mine.ref}/notes`, { id: newId(), owner: units.hq.id, note: OURS });
    await app.db.query("update assignment set status = 'void' where case_id = $1 and part = 'lead'", [mine.id]);
    expect(await seenBy(cast.gao, `/cases/${mine.ref}`)).toEqual([]);
    await (await app.as(cast.gao)).get(`/cases/${mine.ref}/notes`).expect(403);
  });
});
