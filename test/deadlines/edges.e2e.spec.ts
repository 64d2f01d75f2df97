import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Recounting } from '../../src/deadlines/index.js';
import { Actor } from '../../src/kernel/index.js';
import { assigned } from '../handling/cases.js';
import { cast, castOn, congress, type Player, units } from '../support/cast.js';
import { PROMISE, Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';

/** As if IT had promised something in the reply of 21 April, and logistics nothing. */
const PROMISED = `
  update assignment set status = 'done', done_at = '2026-04-21T10:00+08',
    promise_due_on = case unit_id when '${units.xx.id}' then date '2026-12-01' end,
    report_due_on = case unit_id when '${units.xx.id}' then date '2026-07-21' end
  where case_id = (select id from handling_case where ref = $1)`;
const FOLLOWED_UP = `
  update handling_case set status = 'follow_up', outcome_class = 'B', replied_at = '2026-04-21T10:00+08', promise_due_on = '2026-12-01', report_due_on = '2026-07-21'
  where ref = $1`;

let app: TestApp;
let road: Road;

beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  road = new Road(app);
}, 60_000);
afterAll(() => app.close());

const day = (date: string, kind: 'off' | 'worked', name = '校庆') =>
  road.post(cast.guan, '/admin/calendar/2026/days', { date, kind, name });
const preview = async () => (await app.get(Recounting).previews(Actor.system()))[0]!;
const moves = async () => (await preview()).moves.map(({ ref, field, on, to }) => `${ref} ${field}: ${on} → ${to}`);
const carryOut = async (reason = '日历调整') =>
  app.get(Recounting).carryOut(congress.id, (await preview()).version, reason, Actor.system());
const timelineOf = async (who: Player, address: string) => (await (await app.as(who)).get(address).expect(200)).text;

describe('what units were asked before the decision', () => {
  it('moves, is told to the unit only, and stays hidden from the proposers', async () => {
    const serial = await road.underReview();
    const question = { unit: units.cw.id, question: '经费如何？', days: '3' };
    await road.post(cast.chen, `/review/${serial}/inquiries`, question);
    await day('2026-04-16', 'off');
    expect(await moves()).toEqual([
      `${serial} decision: 2026-04-28 → 2026-04-29`,
      `${serial} inquiry: 2026-04-17 → 2026-04-20`,
    ]);
    expect(await carryOut()).toBe(2);

    expect(await timelineOf(cast.chen, `/proposals/${serial}`)).toContain('征求意见答复期限由');
    const wus = await timelineOf(cast.wu, `/proposals/${serial}`);
    expect(wus).toContain('审查决定期限由');
    expect(wus).not.toContain('征求意见答复期限');
    const told = await app.db.query(
      "select staff.name, link from notification join staff on staff.id = staff_id where kind = 'inquiry_moved'",
    );
    expect(told).toEqual([{ name: '白露', link: expect.stringMatching(/^\/inquiries\/[0-9a-f-]{36}$/) }]);
    await road.post(cast.chen, `/review/${serial}/decision`, {
      outcome: 'decline',
      note: '已在办',
      declineCode: 'already_solved',
    });
  });

  it('and so does the time in which the proposer may ask for a second look, which is told to the proposer', async () => {
    await day('2026-04-21', 'off', '校运会');
    expect((await preview()).moves.map(({ field }) => field)).toEqual(['second_look']);
    await carryOut();

    const [own] = await app.db.query(
      "select due_on::text as due, params ->> 'what' as what from notification where staff_id = $1 and kind = 'date_moved' order by at desc, id desc limit 1",
      [cast.wu.id],
    );
    const [{ by }] = await app.db.query("select second_look_by::text as by from proposal where status = 'declined'");
    expect(own).toEqual({ due: by, what: '@deadlines.date.second_look' });
  });
});

describe('a further round', () => {
  it('is counted from the order; a final one is a date and does not move', async () => {
    const ref = await road.rated('dissatisfied');
    await road.post(cast.chen, `/cases/${ref}/dissatisfaction`, { decision: 'second_handling', explanation: '请再谈' });
    const [{ due }] = await app.db.query('select due_on::text as due from handling_case where ref = $1', [ref]);
    await day('2026-04-22', 'off', '停电检修');

    expect(await moves()).toContainEqual(expect.stringMatching(`^${ref} reply: ${due} → `));
    await carryOut();
    const [after] = await app.db.query(
      "select c.due_on = a.due_on as same, c.due_on > $2 as later from handling_case c join assignment a on a.case_id = c.id and part = 'lead' where ref = $1",
      [ref, due],
    );
    expect(after).toEqual({ same: true, later: true });

    await app.db.query(
      "update assignment set due_chosen = true from handling_case c where c.id = case_id and part = 'lead' and ref = $1",
      [ref],
    );
    await day('2026-04-23', 'off', '停电检修');
    expect((await moves()).filter((line) => line.startsWith(`${ref} reply`))).toEqual([]);
    await carryOut();
  });
});

describe('the quarterly report on a promise', () => {
  it('moves to the next working day when its day becomes a day off; the promise itself stays', async () => {
    const ref = await road.rated('satisfied', PROMISE);
    const [before] = await app.db.query(
      'select report_due_on::text as report, promise_due_on::text as promise from handling_case where ref = $1',
      [ref],
    );
    expect(before).toEqual({ report: '2026-07-14', promise: '2026-08-31' });
    await day('2026-07-14', 'off', '防汛');
    await day('2026-08-31', 'off', '防汛');

    expect((await moves()).filter((line) => line.startsWith(ref))).toEqual([`${ref} report: 2026-07-14 → 2026-07-15`]);
    await carryOut();
    await road.post(cast.guan, '/admin/calendar/2026/days/2026-07-14/removal');
    expect((await moves()).filter((line) => line.startsWith(ref))).toEqual([`${ref} report: 2026-07-15 → 2026-07-14`]);
    await carryOut();
  });
});

describe('several changes of the calendar', () => {
  it('come to what the last one says, with the days that were given at the beginning', async () => {
    const ref = await road.assigned({ title: '关于增设母婴室的提案' });
    const signs = () => moves().then((all) => all.filter((line) => line.startsWith(`${ref} sign`)));
    const [{ by }] = await app.db.query('select sign_by::text as by from handling_case where ref = $1', [ref]);
    await day('2026-04-27', 'off', '检修');
    await carryOut();
    await day('2026-04-28', 'off', '检修');
    await road.post(cast.guan, '/admin/calendar/2026/days/2026-04-27/removal');
    await road.post(cast.guan, '/admin/calendar/2026/days/2026-04-28/removal');

    for (const line of await signs()) expect(line.endsWith(`→ ${by}`)).toBe(true);
    await carryOut();
    const [now] = await app.db.query('select sign_by::text as by from handling_case where ref = $1', [ref]);
    expect(now).toEqual({ by });
    expect(await carryOut()).toBe(0);
  });
});

describe('several separate leads', () => {
  it('have each their own dates; the case shows the next one', async () => {
    const { ref } = await assigned(app, {}, { lead: units.hq.id, separate: [units.xx.id], assisting: [] });
    const own = () => moves().then((all) => all.filter((line) => line.startsWith(`${ref} `)));
    await day('2026-05-12', 'off', '检修');

    expect(await own()).toHaveLength(2);
    await carryOut();
    const [after] = await app.db.query(
      'select due_on::text as due, (select array_agg(distinct a.due_on::text) from assignment a where case_id = c.id) as parts from handling_case c where ref = $1',
      [ref],
    );
    expect(after.parts).toEqual([after.due]);

    await app.db.query(PROMISED, [ref]);
    await app.db.query(FOLLOWED_UP, [ref]);
    await day('2026-07-21', 'off', '防汛');
    expect(await own()).toEqual([`${ref} report: 2026-07-21 → 2026-07-22`]);
    await carryOut();
    const [{ reports, told }] = await app.db.query(
      `select (select array_agg(report_due_on::text) from assignment where case_id = c.id and report_due_on is not null) || c.report_due_on::text as reports,
        (select array_agg(distinct staff.name) from notification join staff on staff.id = staff_id where subject_id = c.id and due_on = '2026-07-22') as told
       from handling_case c where ref = $1`,
      [ref],
    );
    expect(reports).toEqual(['2026-07-22', '2026-07-22']);
    expect(told.toSorted()).toEqual(['严明', '丁一'].toSorted());
  });
});

describe('an archived session', () => {
  it('keeps its dates', async () => {
    await day('2026-04-29', 'off', '检修');
    expect(await moves()).not.toEqual([]);

    await app.db.query("update congress_session set status = 'closed' where id = $1", [congress.sessionId]);
    expect(await moves()).not.toEqual([]); // what is handled goes on after the session is closed, and so do its clocks
    await app.db.query("update congress_session set status = 'archived' where id = $1", [congress.sessionId]);
    expect(await moves()).toEqual([]);
  });
});
