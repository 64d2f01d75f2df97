import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailDelivery } from '../../src/mail/index.js';
import { assigned, dutyOf, find, inHandling } from '../handling/cases.js';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  await app.db.query(
    "insert into role_grant (id, staff_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, 'leader', $2, '2024-01-01')",
    [cast.fang.id, units.cw.id],
  );
});
afterAll(() => app.close());

async function toldSince(): Promise<string[]> {
  await app.get(MailDelivery).deliverDue();
  const rows = (await app.db.query(
    `select staff.name, notification.kind, notification.link, mail.state from notification join staff on staff.id = staff_id
     join mail on mail.event_id = notification.event_id and mail.staff_id = notification.staff_id order by staff.number`,
  )) as Record<'name' | 'kind' | 'link' | 'state', string>[];
  await app.db.query('delete from notification');
  return rows.map(({ name, kind, link, state }) => `${name} ${kind} ${link} ${state}`).toSorted();
}

describe('a unit that gives its duty back', () => {
  it('is told what the chair decided, and the new unit what it has to do', async () => {
    const record = await assigned(app);
    const { ref } = record;
    await toldSince();
    const gao = await app.as(cast.gao);
    await gao.post(`/cases/${ref}/return`, { assignment: dutyOf(record, 'lead'), reason: '不属于本部门' }).expect(303);
    expect(await toldSince()).toEqual([`陈立 return_asked /cases/${ref}/return/decision sent`]);

    const lead = dutyOf(await find(app, ref), 'lead');
    const decision = {
      assignment: lead,
      decision: 'grant',
      unit: units.cw.id,
      reason: '转财务处',
    };
    await (await app.as(cast.chen)).post(`/cases/${ref}/return/decision`, decision).expect(303);

    expect(await toldSince()).toEqual(
      [
        `白露 assigned_lead /cases/${ref} sent`,
        `高远 return_granted /units/cases sent`,
        `何川 return_granted /units/cases sent`,
        `方正 assigned_leader /cases/${ref} sent`,
        `吴敏 reassigned /cases/${ref} sent`,
      ].toSorted(),
    );
    const [mail] = await app.db.query("select model from mail where kind = 'return_granted' limit 1");
    expect(mail.model.text.params).toMatchObject({ unit: '财务处', lead: '财务处' });
  });
});

describe('a unit that asks for more time', () => {
  it('hears the answer, and so does the proposer', async () => {
    const { ref } = await inHandling(app);
    await toldSince();
    await (
      await app.as(cast.gao)
    )
      .post(`/cases/${ref}/extension`, { until: '2026-06-30', reason: '招标需要时间' })
      .expect(303);
    expect(await toldSince()).toEqual([`陈立 extension_asked /cases/${ref}/extension/decision sent`]);
    await (await app.as(cast.chen)).post(`/cases/${ref}/extension/decision`, { decision: 'grant' }).expect(303);

    expect(await toldSince()).toEqual(
      [
        `高远 extension_granted /cases/${ref} sent`,
        `何川 extension_granted /cases/${ref} sent`,
        `吴敏 extended /cases/${ref} sent`,
      ].toSorted(),
    );
  });
});
