import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignOff } from '../../src/handling/reply/sign-off.service.js';
import { Ledger } from '../../src/ledger/index.js';
import { TodoLists } from '../../src/web/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { ANSWER, BAD, GOOD, Journey, PROMISE } from './journey.js';

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());

const times = <T>(n: number, what: () => PromiseLike<T>) => Promise.all(Array.from({ length: n }, what));
const count = async (ref: string, action: string) =>
  (await journey.actions(ref)).filter((one) => one === action).length;

describe('the same click ten times', () => {
  it('submits once', async () => {
    const { ref } = await journey.ready();
    const gao = await app.as(cast.gao);
    const answers = await times(10, () => gao.post(`/cases/${ref}/reply`, ANSWER));

    expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true);
    expect(await count(ref, 'submit_reply')).toBe(1);
    await gao.post(`/cases/${ref}/reply`, ANSWER).expect(303);
  });

  it('signs and issues once', async () => {
    const ref = await journey.submitted();
    const he = await app.as(cast.he);
    for (const { status } of await times(10, () => he.post(`/cases/${ref}/signature`, { part: 'head', version: '1' })))
      expect(status).toBe(303);
    expect(await count(ref, 'sign_reply')).toBe(1);
    const fang = await app.as(cast.fang);
    for (const { status } of await times(10, () =>
      fang.post(`/cases/${ref}/signature`, { part: 'leader', version: '1' }),
    ))
      expect(status).toBe(303);
    expect([await count(ref, 'sign_reply'), await count(ref, 'issue_reply')]).toEqual([2, 1]);
  });

  it('rates once', async () => {
    const ref = await journey.replied();
    const wu = await app.as(cast.wu);
    for (const { status } of await times(10, () => wu.post(`/cases/${ref}/rating`, GOOD))) expect(status).toBe(303);
    expect([await count(ref, 'rate'), await count(ref, 'conclude')]).toEqual([1, 1]);
  });
});

describe('two at once', () => {
  it('who are both head: one signature counts, the other is told', async () => {
    await app.db.query(
      "insert into role_grant (id, staff_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, 'unit_head', $2, '2024-01-01')",
      [cast.zhou.id, units.hq.id],
    );
    const ref = await journey.submitted();
    const [he, zhou] = await Promise.all([app.as(cast.he), app.as(cast.zhou)]);
    const answers = await Promise.all(
      [he, zhou].map((one) => one.post(`/cases/${ref}/signature`, { part: 'head', version: '1' })),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await count(ref, 'sign_reply')).toBe(1);
  });

  it('sign and return: one of them happens', async () => {
    const ref = await journey.submitted();
    const he = await app.as(cast.he);
    const answers = await Promise.all([
      he.post(`/cases/${ref}/signature`, { part: 'head', version: '1' }),
      he.post(`/cases/${ref}/signature/return`, { part: 'head', version: '1', comment: '再改' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect((await count(ref, 'sign_reply')) + (await count(ref, 'return_reply'))).toBe(1);
  });

  it('joint proposers: the case is settled once, with both', async () => {
    const parties = [
      { staffId: cast.wu.id, part: 'lead' as const },
      { staffId: cast.lin.id, part: 'joint' as const },
    ];
    const ref = await journey.replied(ANSWER, { parties });
    const [wu, lin] = await Promise.all([app.as(cast.wu), app.as(cast.lin)]);
    await Promise.all([
      wu.post(`/cases/${ref}/rating`, GOOD).expect(303),
      lin.post(`/cases/${ref}/rating`, BAD).expect(303),
    ]);
    expect([await count(ref, 'rate'), await count(ref, 'find_dissatisfied')]).toEqual([2, 1]);
  });

  it('units of the same name never give the same number', async () => {
    const refs = [await journey.submitted(), await journey.submitted(), await journey.submitted()];
    await Promise.all(refs.map((ref) => journey.sign(ref)));
    const rows = (await app.db.query("select number from reply where status = 'signed'")) as { number: string }[];
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
  });
});

describe('one person in several roles', () => {
  it('submits as officer and signs as head, but never signs twice', async () => {
    for (const role of ['unit_head', 'leader'])
      await app.db.query(
        "insert into role_grant (id, staff_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, $2, $3, '2024-01-01')",
        [cast.gao.id, role, units.hq.id],
      );
    const ref = await journey.submitted();
    const gao = await app.as(cast.gao);
    await gao.post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(303);
    await gao
      .post(`/cases/${ref}/signature`, { part: 'leader', version: '1' })
      .expect(409)
      .expect(/您已经签过这一稿/);
    expect(await app.get(SignOff).waitingFor(await app.actor(cast.gao))).not.toContainEqual(
      expect.objectContaining({ ref }),
    );
    const roles = (await app.db.query(
      "select role from ledger_event where action in ('submit_reply', 'sign_reply') and data->>'ref' = $1 order by position",
      [ref],
    )) as { role: string }[];
    expect(roles.map(({ role }) => role)).toEqual(['unit_officer', 'unit_head']);
  });
});

describe('what is signed', () => {
  it('is frozen in the database, in every word', async () => {
    const ref = await journey.replied(PROMISE);
    const changes = [
      "text = '改了'",
      "promise = '改了'",
      "promised_on = '2030-01-01'",
      "responsible = '别人'",
      "outcome_class = 'D'",
      "status = 'draft'",
      "fingerprint = 'x'",
      "number = 'x'",
      'signed_at = now()',
      'round = 9',
    ];
    const where = 'where case_id = (select id from handling_case where ref = $1)';
    for (const change of changes)
      await expect(app.db.query(`update reply set ${change} ${where}`, [ref])).rejects.toThrow('frozen');
    await expect(app.db.query(`delete from reply ${where}`, [ref])).rejects.toThrow('frozen');
  });

  it('keeps signatures and ratings for ever', async () => {
    await journey.rated(GOOD);
    for (const table of ['reply_signature', 'rating']) {
      await expect(app.db.query(`delete from ${table}`)).rejects.toThrow('append-only');
      await expect(app.db.query(`truncate ${table} cascade`)).rejects.toThrow('append-only');
    }
    await expect(app.db.query('truncate reply cascade')).rejects.toThrow('append-only');
    await expect(app.db.query("update rating set result = 'mostly'")).rejects.toThrow('append-only');
  });

  it('is proved by the fingerprint in a ledger that holds', async () => {
    const ref = await journey.replied();
    const [row] = (await app.db.query(
      "select reply.fingerprint, event.data->>'fingerprint' as told from reply join ledger_event event on event.subject_id = reply.case_id and event.action = 'issue_reply' where event.data->>'ref' = $1",
      [ref],
    )) as [{ fingerprint: string; told: string }];
    expect(row.told).toBe(row.fingerprint);
    expect(await app.get(Ledger).verify()).toEqual([]);
  });
});

describe('what waits for somebody', () => {
  it('is to sign, to correct, to rate, to decide', async () => {
    const next = async (person: { id: string }, ref: string) => {
      const list = await app.get(TodoLists).list(await app.actor(person), 200);
      return list.filter(({ href }) => href.startsWith(`/cases/${ref}/`)).map(({ href }) => href.split('/')[3]);
    };
    const ref = await journey.submitted();
    expect([await next(cast.he, ref), await next(cast.fang, ref)]).toEqual([['signature'], []]);
    const he = await app.as(cast.he);
    await he.post(`/cases/${ref}/signature/return`, { part: 'head', version: '1', comment: '再改' }).expect(303);
    expect(await next(cast.gao, ref)).toEqual(['reply']);
    await journey.submit(ref, { ...ANSWER, text: '改好了。' });
    await journey.sign(ref, '2');
    expect([await next(cast.wu, ref), await next(cast.he, ref)]).toEqual([['rating'], []]);
    await (await app.as(cast.wu)).post(`/cases/${ref}/rating`, BAD).expect(303);
    expect([await next(cast.wu, ref), await next(cast.chen, ref)]).toEqual([[], ['dissatisfaction']]);
  });
});
