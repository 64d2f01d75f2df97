import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { ProposalLookup } from '../../src/proposals/index.js';
import { TodoLists } from '../../src/web/index.js';
import { cast, castOn } from '../support/cast.js';
import { countQueries } from '../support/count-queries.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';

describe('at the same moment', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).toSorted();
  const eventsOf = async (ref: string, action: string) => {
    const rows = (await app.db.query(
      `select count(*)::int as n from ledger_event join proposal on proposal.id = subject_id
       where (serial = $1 or proposal.id::text = $1) and action = $2`,
      [ref, action],
    )) as { n: number }[];
    return rows[0]!.n;
  };

  it('a form sent twice begins one draft', async () => {
    const wu = await app.as(cast.wu);
    const id = newId();
    const form = { ...TEXT, page: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => wu.post(`/proposals/${id}/draft`, form)));

    expect(statuses(answers)).toEqual([303, 303, 303]);
    expect(await app.db.query('select id from proposal where id = $1', [id])).toHaveLength(1);
  });

  it('a proposal submitted twice gets one number', async () => {
    const id = await journey.seconding();
    await journey.seconded(id, cast.lin, cast.zhao);
    const wu = await app.as(cast.wu);
    const answers = await Promise.all([1, 2, 3].map(() => wu.post(`/proposals/${id}/submission`)));

    expect(statuses(answers)).toEqual([303, 409, 409]);
    expect(await eventsOf(id, 'submit')).toBe(1);
  });

  it('numbers have neither gap nor double', async () => {
    const ids = [await journey.seconding(), await journey.seconding(), await journey.seconding()];
    for (const id of ids) await journey.seconded(id, cast.lin, cast.zhao);
    const wu = await app.as(cast.wu);
    await Promise.all(ids.map((id) => wu.post(`/proposals/${id}/submission`).expect(303)));

    const rows = (await app.db.query('select serial from proposal where serial is not null order by 1')) as {
      serial: string;
    }[];
    expect(rows.map(({ serial }) => Number(serial.slice(5)))).toEqual(rows.map((_, i) => i + 1));
  });

  it('a person who presses twice seconds once', async () => {
    const id = await journey.seconding();
    await journey.invite(id, cast.lin);
    const lin = await app.as(cast.lin);
    const answers = await Promise.all([1, 2, 3].map(() => lin.post(`/proposals/${id}/second`, { answer: 'second' })));

    expect(statuses(answers)).toEqual([303, 303, 303]);
    expect(await eventsOf(id, 'second')).toBe(1);
  });

  it('two invitations of the same person are one', async () => {
    const id = await journey.seconding();
    const wu = await app.as(cast.wu);
    await Promise.all([1, 2].map(() => wu.post(`/proposals/${id}/seconders`, { staffId: cast.lin.id }).expect(303)));

    expect(await eventsOf(id, 'invite')).toBe(1);
  });

  it('two decisions are one', async () => {
    const serial = await journey.underReview();
    const chen = await app.as(cast.chen);
    const decline = { outcome: 'decline', declineCode: 'repeat', note: '已有。' };
    const answers = await Promise.all([
      chen.post(`/review/${serial}/decision`, { outcome: 'file', note: '' }),
      chen.post(`/review/${serial}/decision`, decline),
      chen.post(`/review/${serial}/decision`, { outcome: 'convert', note: '' }),
    ]);

    expect(statuses(answers)).toEqual([303, 409, 409]);
    const cases = await app.db.query('select case_id from case_origin where ref = $1', [serial]);
    expect(cases.length + (await eventsOf(serial, 'decline'))).toBe(1);
  });

  it('lists ask the same number of questions however long they are', async () => {
    const reader = await app.as(cast.tang);
    const short = [
      await queries('/proposals?status=waiting'),
      await queries('/review'),
      await queries('/proposals/mine'),
    ];
    for (let i = 0; i < 4; i++) await journey.submitted({ title: `关于第${i}号楼的提案` });
    await journey.filed({ title: '关于食堂延时的提案' });
    const long = [
      await queries('/proposals?status=waiting'),
      await queries('/review'),
      await queries('/proposals/mine'),
    ];

    expect(long).toEqual(short);
    expect(Math.min(...short)).toBeGreaterThan(3);

    async function queries(address: string): Promise<number> {
      await reader.get(address).expect(200);
      return countQueries(app.db, () => reader.get(address).expect(200));
    }
  });

  it('similar earlier ones are found, without the proposal itself and without what the reader may not read', async () => {
    const serial = await journey.filed({ title: '关于延长图书馆晚间开放时间的提案' });
    const lin = await app.as(cast.lin);
    const similar = await lin.get('/proposals/similar?title=关于图书馆周末开放的提案').expect(200);
    expect(similar.text).toContain(serial);
    const [row] = (await app.db.query('select id from proposal where serial = $1', [serial])) as { id: string }[];
    const own = await lin.get(`/proposals/similar?own=${row!.id}&title=关于延长图书馆晚间开放时间的提案`);
    expect(own.text).not.toContain(serial);
    expect((await lin.get('/proposals/similar?title=关于提高公积金缴存比例的提案')).text).not.toContain(serial);
  });

  it('everybody is told what waits for them', async () => {
    const id = await journey.seconding({ title: '关于待办的提案' });
    const waiting = async (person: { id: string }) =>
      (await app.get(TodoLists).list(await app.actor(person), 50))
        .filter(({ title }) => title === '关于待办的提案')
        .map(({ next }) => next.key);
    await journey.invite(id, cast.lin, cast.zhao);
    expect(await waiting(cast.lin)).toEqual(['proposals.todo.second']);
    for (const one of [cast.lin, cast.zhao])
      await (await app.as(one)).post(`/proposals/${id}/second`, { answer: 'second' });
    expect(await waiting(cast.lin)).toEqual([]);
    expect(await waiting(cast.wu)).toEqual(['proposals.todo.submit']);
    await (await app.as(cast.wu)).post(`/proposals/${id}/submission`).expect(303);
    expect(await waiting(cast.tang)).toEqual(['proposals.todo.take_up']);
    expect(await waiting(cast.sun)).toEqual([]);
    const lookup = await app.get(ProposalLookup).byRefs([id], await app.actor(cast.tang));
    await (await app.as(cast.tang)).post(`/review/${lookup.get(id)!.ref}/taking-up`).expect(303);
    expect(await waiting(cast.chen)).toEqual(['proposals.todo.decide']);
  });
});
