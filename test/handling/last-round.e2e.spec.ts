import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BAD, Journey, PROMISE } from '../replies/journey.js';
import { cast, castOn, congress, idOf } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { find } from './cases.js';

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());

const decide = async (ref: string, who: { id: string }, decision: string, more: Record<string, string> = {}) =>
  (await app.as(who)).post(`/cases/${ref}/dissatisfaction`, { decision, explanation: '理由已当面说明', ...more });
const kindsFor = async (who: { id: string }, ref: string): Promise<string[]> => {
  const rows = (await app.db.query(
    'select kind from notification where staff_id = $1 and subject_id = (select id from handling_case where ref = $2)',
    [who.id, ref],
  )) as { kind: string }[];
  return rows.map(({ kind }) => kind);
};

/** Two rounds, and wu is still dissatisfied. */
async function afterTwoRounds(reply?: Record<string, string>): Promise<string> {
  const ref = await journey.rated(BAD);
  expect((await decide(ref, cast.chen, 'second_handling')).status).toBe(303);
  await answeredAgain(ref, reply);
  return ref;
}

async function answeredAgain(ref: string, reply?: Record<string, string>): Promise<void> {
  await journey.talk(ref, { headPresent: 'yes' });
  await journey.submit(ref, reply);
  await journey.sign(ref);
  await (await app.as(cast.wu)).post(`/cases/${ref}/rating`, BAD).expect(303);
}

/** lin sits on the presidium; so does wu, whose own matter it is. */
async function presidiumOf(...members: { id: string }[]): Promise<void> {
  for (const { id } of members)
    await app.db.query(
      "insert into committee_seat (id, term_id, staff_id, role, valid_from) values ($1, $2, $3, 'presidium', '2024-01-01')",
      [idOf(`${id}-presidium`), congress.termId, id],
    );
}

describe('a case that is still dissatisfied after the last round', () => {
  it('is no longer the chair’s to end: the page offers the leader, and the presidium once there is one', async () => {
    const ref = await afterTwoRounds();
    const { text } = await (await app.as(cast.chen)).get(`/cases/${ref}/dissatisfaction`).expect(200);
    expect(text).toContain('value="refer_to_leader"');
    for (const closed of ['second_handling', 'refer_to_presidium', 'follow_up', 'explanation', 'final_handling'])
      expect(text).not.toContain(`value="${closed}"`);
    for (const closed of ['second_handling', 'refer_to_presidium', 'follow_up', 'explanation', 'final_handling'])
      expect((await decide(ref, cast.chen, closed, { dueOn: '2026-06-30' })).status).toBeGreaterThanOrEqual(403);
    expect(await find(app, ref)).toMatchObject({ status: 'rated', round: 2, finalRating: 'dissatisfied' });
  });

  it('cannot be referred while a round is left', async () => {
    const ref = await journey.rated(BAD);
    const answer = await decide(ref, cast.chen, 'refer_to_leader');
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('还没有到最后一轮');
  });

  it('is explained by the leader, and stays visible as dissatisfied with the explanation', async () => {
    const ref = await afterTwoRounds();
    expect((await decide(ref, cast.chen, 'refer_to_leader')).status).toBe(303);
    expect(await kindsFor(cast.fang, ref)).toContain('to_rule');
    expect(await kindsFor(cast.wu, ref)).toContain('referred_up');
    await (await app.as(cast.fang)).get('/me/todos').expect(/请裁定怎样继续/);
    await app
      .visitor()
      .get(`/cases/${ref}`)
      .expect(/等待分管校领导裁定/);
    for (const other of [cast.chen, cast.tang, cast.gao, cast.he, cast.wu, cast.sun])
      expect((await decide(ref, other, 'explanation')).status).toBe(403);

    const words = { explanation: '运力不足，列入明年预算，届时优先安排。' };
    expect((await decide(ref, cast.fang, 'explanation', words)).status).toBe(303);
    expect(await find(app, ref)).toMatchObject({ status: 'concluded', finalRating: 'dissatisfied', round: 2 });
    await app
      .visitor()
      .get(`/cases/${ref}`)
      .expect(/评价不满意/)
      .expect(/列入明年预算/)
      .expect(/首次评价/);
    await (await app.as(cast.chen)).get('/board?state=dissatisfied').expect(new RegExp(ref));
    expect(await kindsFor(cast.chen, ref)).toContain('ruled');
    expect((await decide(ref, cast.fang, 'explanation')).status).toBe(409);
  });

  it('is handled one final time on a day, and never a second final time', async () => {
    const ref = await afterTwoRounds();
    await decide(ref, cast.chen, 'refer_to_leader');
    expect((await decide(ref, cast.fang, 'final_handling')).status).toBe(422);
    expect((await decide(ref, cast.fang, 'final_handling', { dueOn: '2026-04-14' })).status).toBe(409);
    expect((await decide(ref, cast.fang, 'final_handling', { dueOn: '2026-06-30' })).status).toBe(303);
    expect(await find(app, ref)).toMatchObject({ status: 'in_handling', round: 3, dueOn: '2026-06-30' });
    expect(await kindsFor(cast.gao, ref)).toContain('final_handling_duty');

    await answeredAgain(ref);
    await decide(ref, cast.chen, 'refer_to_leader');
    const { text } = await (await app.as(cast.fang)).get(`/cases/${ref}/dissatisfaction`).expect(200);
    expect(text).toContain('不能再次责成');
    expect((await decide(ref, cast.fang, 'final_handling', { dueOn: '2026-07-30' })).status).toBe(409);
    expect((await decide(ref, cast.fang, 'explanation')).status).toBe(303);
  });

  it('is left in follow-up where something was promised', async () => {
    const ref = await afterTwoRounds(PROMISE);
    await decide(ref, cast.chen, 'refer_to_leader');
    expect((await decide(ref, cast.fang, 'follow_up')).status).toBe(303);
    expect(await find(app, ref)).toMatchObject({ status: 'follow_up', finalRating: 'dissatisfied' });
  });

  it('goes to the presidium, in which nobody decides on an own matter', async () => {
    await presidiumOf(cast.lin, cast.wu);
    const ref = await afterTwoRounds();
    expect((await decide(ref, cast.chen, 'refer_to_presidium')).status).toBe(303);
    expect((await decide(ref, cast.wu, 'explanation')).status).toBe(403);
    expect((await decide(ref, cast.fang, 'explanation')).status).toBe(403);
    await (await app.as(cast.lin)).get('/me/todos').expect(/请裁定怎样继续/);
    const answers = await Promise.all(Array.from({ length: 10 }, () => decide(ref, cast.lin, 'explanation')));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await journey.actions(ref)).filter((action) => action === 'conclude_with_explanation')).toHaveLength(1);
  });
});

describe('joint proposers', () => {
  const together = {
    parties: [
      { staffId: cast.wu.id, part: 'lead' },
      { staffId: cast.luo.id, part: 'joint' },
    ],
  } as const;

  it('are each shown with their own rating, the first and the final one', async () => {
    const ref = await journey.replied(undefined, together);
    await (await app.as(cast.wu)).post(`/cases/${ref}/rating`, { attitude: 'satisfied', result: 'mostly' }).expect(303);
    await (await app.as(cast.luo)).post(`/cases/${ref}/rating`, BAD).expect(303);
    await decide(ref, cast.chen, 'second_handling');
    await journey.talk(ref, { headPresent: 'yes' });
    await journey.submit(ref);
    await journey.sign(ref);
    const good = { attitude: 'satisfied', result: 'satisfied', reason: '' };
    const twice = await Promise.all(
      Array.from({ length: 10 }, async () => (await app.as(cast.luo)).post(`/cases/${ref}/rating`, good)),
    );
    expect(twice.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    await (await app.as(cast.wu)).post(`/cases/${ref}/rating`, good).expect(303);

    const [{ n }] = (await app.db.query(
      'select count(*)::int as n from rating where case_id = (select id from handling_case where ref = $1)',
      [ref],
    )) as [{ n: number }];
    expect(n).toBe(4);
    expect((await journey.actions(ref)).filter((action) => action === 'rate')).toHaveLength(4);
    const { text } = await (await app.as(cast.gao)).get(`/cases/${ref}`).expect(200);
    expect(text.match(/罗成/g)!.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain('末班车仍然太早');
    expect(text).toContain('最终评价');
  });

  it('are not awaited when they have left the school', async () => {
    const ref = await journey.replied(undefined, together);
    await app.db.query('update staff set active = false where id = $1', [cast.luo.id]);
    await (
      await app.as(cast.wu)
    )
      .post(`/cases/${ref}/rating`, { attitude: 'satisfied', result: 'satisfied' })
      .expect(303);
    expect(await journey.statusOf(ref)).toBe('concluded');
    await app.db.query('update staff set active = true where id = $1', [cast.luo.id]);
  });
});
