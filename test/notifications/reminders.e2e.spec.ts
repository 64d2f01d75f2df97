import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailDelivery } from '../../src/mail/index.js';
import { Schedule } from '../../src/jobs/index.js';
import { Reminders } from '../../src/notifications/reminders/reminders.service.js';
import { opened } from '../handling/cases.js';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import type { Subject } from './events.js';

let app: TestApp;
let buses: Subject;

beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  buses = await opened(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('delete from mail; delete from notification; delete from assignment; delete from scheduled_run');
});

/** Logistics owes the reply by 12 October 2026, the third working day after the holidays and the make-up Saturday. */
async function replyIsOwed(): Promise<void> {
  await app.db.query("update handling_case set status = 'in_handling', lead_unit_id = $1, due_on = '2026-10-12'", [
    units.hq.id,
  ]);
  await app.db.query(
    `insert into assignment (id, case_id, unit_id, part, status, assigned_at, sign_by, due_on, signed_for_at, signed_for_by)
     values (gen_random_uuid(), $1, $2, 'lead', 'in_handling', $3, '2026-09-28', '2026-10-12', $3, $4)`,
    [buses.id, units.hq.id, app.clock.now(), cast.gao.id],
  );
}

async function opinionIsOwed(): Promise<void> {
  await app.db.query(
    `insert into assignment (id, case_id, unit_id, part, status, assigned_at, sign_by, due_on)
     values (gen_random_uuid(), $1, $2, 'assisting', 'to_sign', $3, '2026-09-28', '2026-09-30')`,
    [buses.id, units.xx.id, app.clock.now()],
  );
}

async function remindersOn(day: string, time = '08:30'): Promise<string[]> {
  app.clock.set(`${day}T${time}:00+08:00`);
  await app.get(Reminders).remind();
  const rows = (await app.db.query(
    `select staff.name, kind, params->>'days' as days from notification join staff on staff.id = staff_id
     where at = $1 order by kind, number`,
    [app.clock.now()],
  )) as { name: string; kind: string; days: string }[];
  return rows.map(({ name, kind, days }) => `${name} ${kind} ${days}`);
}

describe('before the day of a reply, over National Day', () => {
  it('officer and head are reminded 7, 3 and 1 working days before, once each and never on a day off', async () => {
    await replyIsOwed();

    expect(await remindersOn('2026-09-23')).toEqual([]);
    expect(await remindersOn('2026-09-24')).toEqual(['何川 due_soon 7', '高远 due_soon 7']);
    expect(await remindersOn('2026-09-25')).toEqual([]); // Mid-Autumn
    expect(await remindersOn('2026-09-28')).toEqual([]);
    expect(await remindersOn('2026-10-06')).toEqual([]); // National Day
    expect(await remindersOn('2026-10-08')).toEqual(['何川 due_soon 3', '高远 due_soon 3']);
    expect(await remindersOn('2026-10-08', '15:00')).toEqual([]);
    expect(await remindersOn('2026-10-10')).toEqual(['何川 due_soon 1', '高远 due_soon 1']); // a make-up Saturday
    expect(await remindersOn('2026-10-12')).toEqual([]);
  });

  it('a morning without a worker is made up, with the nearest reminder only', async () => {
    await replyIsOwed();

    expect(await remindersOn('2026-10-09')).toEqual(['何川 due_soon 2', '高远 due_soon 2']);
    expect(await remindersOn('2026-10-10')).toEqual(['何川 due_soon 1', '高远 due_soon 1']);
  });

  it('the day after, the secretary is told too, once', async () => {
    await replyIsOwed();

    expect(await remindersOn('2026-10-13')).toEqual(['何川 overdue -1', '高远 overdue -1', '唐宁 overdue -1']);
    expect(await remindersOn('2026-10-14')).toEqual([]);
  });

  it('an extension counts', async () => {
    await replyIsOwed();
    await app.db.query("update handling_case set extended_until = '2026-11-30'");

    expect(await remindersOn('2026-10-13')).toEqual([]);
    await app.db.query('update handling_case set extended_until = null');
  });

  it('a mail that waits until the reply is out is not sent any more', async () => {
    await replyIsOwed();
    await remindersOn('2026-10-13');
    await app.db.query("update handling_case set status = 'concluded'");

    expect(await app.get(MailDelivery).deliverDue()).toMatchObject({ sent: 0, skipped: 3 });
  });
});

describe('an assisting unit', () => {
  it('is reminded of its opinion, and of signing for it', async () => {
    await replyIsOwed();
    await opinionIsOwed();

    expect(await remindersOn('2026-09-24')).toContain('丁一 opinion_due_soon 3');
    expect(await remindersOn('2026-09-29')).toEqual(
      expect.arrayContaining([
        '丁一 opinion_due_soon 1',
        '丁一 sign_late -1',
        '严明 sign_late -1',
        '唐宁 sign_late -1',
      ]),
    );
    expect(await remindersOn('2026-10-08')).toEqual(
      expect.arrayContaining(['丁一 opinion_overdue -1', '严明 opinion_overdue -1', '唐宁 opinion_overdue -1']),
    );
    await app.db.query("update assignment set override_reason = '不再等待'");
    expect((await remindersOn('2026-10-09')).filter((line) => line.includes('opinion'))).toEqual([]);
  });
});

describe('a proposer', () => {
  it('who has not rated is asked three working days before the end, once a round', async () => {
    await app.db.query(
      "update handling_case set status = 'replied', outcome_class = 'A', lead_unit_id = $1, due_on = null, rate_by = '2026-10-12'",
      [units.hq.id],
    );

    expect(await remindersOn('2026-09-30')).toEqual([]);
    expect(await remindersOn('2026-10-08')).toEqual(['吴敏 rating_wanted 3']);
    expect(await remindersOn('2026-10-09')).toEqual([]);
    await app.db.query(
      `insert into rating (id, case_id, round, staff_id, attitude, result, rated_at)
       values (gen_random_uuid(), $1, 1, $2, 'satisfied', 'satisfied', $3)`,
      [buses.id, cast.wu.id, app.clock.now()],
    );
    expect(await app.get(MailDelivery).deliverDue()).toMatchObject({ sent: 0, skipped: 1 });
  });
});

describe('the morning', () => {
  it('runs once, in however many processes, and says when', async () => {
    await replyIsOwed();
    app.clock.set('2026-10-13T08:30:00+08:00');
    const ran = await Promise.all([1, 2].map(() => app.get(Schedule).run('reminders')));

    expect(ran.filter(Boolean)).toHaveLength(1);
    const runs = await app.get(Schedule).lastRuns();
    expect(runs.find(({ name }) => name === 'reminders')!.finishedAt).toEqual(app.clock.now());
  });
});
