import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailDelivery } from '../../src/mail/index.js';
import { Reminders } from '../../src/notifications/reminders/reminders.service.js';
import { NoticeDesk } from '../disclosure/notice-desk.js';
import { inHandling } from '../handling/cases.js';
import { Journey } from '../proposals/journey.js';
import { BAD, GOOD, Journey as CaseJourney } from '../replies/journey.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
let journey: Journey;

beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  journey = new Journey(app);
});
afterAll(() => app.close());

/** Everything that was told since the last call, with links that open for their reader, as `高远 assigned_lead /cases/8-3-001`. */
async function toldSince(): Promise<string[]> {
  const rows = (await app.db.query(
    'select staff_id, staff.name, kind, link from notification join staff on staff.id = staff_id order by notification.id',
  )) as { staff_id: string; name: string; kind: string; link: string }[];
  await app.db.query('delete from notification');
  for (const { staff_id: id, link } of rows) expect((await (await app.as({ id })).get(link)).status).toBeLessThan(400);
  return rows.map(({ name, kind, link }) => `${name} ${kind} ${link}`);
}

describe('the road of a proposal', () => {
  it('tells each step to those whose turn it is, with the page where they act', async () => {
    const id = await journey.seconding();
    await journey.invite(id, cast.lin, cast.zhao);
    expect(await toldSince()).toEqual([
      `林晓 second_wanted /proposals/${id}/second`,
      `赵刚 second_wanted /proposals/${id}/second`,
    ]);

    await (await app.as(cast.lin)).post(`/proposals/${id}/second`, { answer: 'second' }).expect(303);
    await (await app.as(cast.zhao)).post(`/proposals/${id}/second`, { answer: 'second' }).expect(303);
    expect(await toldSince()).toEqual([`吴敏 seconded /proposals/${id}`, `吴敏 enough_seconders /proposals/${id}`]);

    await (await app.as(cast.wu)).post(`/proposals/${id}/submission`).expect(303);
    expect(await toldSince()).toEqual(['吴敏 submitted /proposals/2026-0001', '唐宁 received /review/2026-0001']);

    const tang = await app.as(cast.tang);
    await tang.post('/review/2026-0001/taking-up').expect(303);
    expect(await toldSince()).toEqual([]);
    await (await app.as(cast.chen)).post('/review/2026-0001/decision', { outcome: 'file', note: '' }).expect(303);
    expect((await toldSince()).toSorted()).toEqual(
      [
        '吴敏 filed /proposals/2026-0001',
        '林晓 seconded_filed /proposals/2026-0001',
        '赵刚 seconded_filed /proposals/2026-0001',
      ].toSorted(),
    );
  });

  it('mails that were read too late are not sent: who has seconded is not asked again', async () => {
    await app.db.query('delete from mail');
    const id = await journey.seconding({ title: '关于延长图书馆开放时间的提案' });
    await journey.seconded(id, cast.lin);
    await app.get(MailDelivery).deliverDue();

    const mails = await app.db.query('select kind, state from mail order by kind');
    expect(mails).toEqual([
      { kind: 'second_wanted', state: 'skipped' },
      { kind: 'seconded', state: 'sent' },
    ]);
  });

  it('the authors of drafts and the invited are reminded before the window closes', async () => {
    await toldSince();
    const draft = await journey.drafted({ title: '关于食堂错峰就餐的提案' }, cast.sun);
    const asked = await journey.seconding({ title: '关于校医院夜间值班的提案' });
    await journey.invite(asked, cast.luo);
    await toldSince();

    app.clock.set('2026-04-28T08:30:00+08:00'); // the window's last day is 30 April
    await app.get(Reminders).remind();
    const told = await toldSince();

    expect(told).toContain(`孙悦 window_closes /proposals/${draft}`);
    expect(told).toContain(`罗成 window_closes_second /proposals/${asked}/second`);
    expect(told.filter((line) => line.includes('window_closes_second'))).toHaveLength(1);
    await app.get(Reminders).remind();
    expect(await toldSince()).not.toContain(`孙悦 window_closes`);
    app.clock.set('2026-04-14T09:00:00+08:00');
  });
});

describe('the road of a case', () => {
  it('tells the units and the proposer', async () => {
    await toldSince();
    const { ref } = await inHandling(app);
    const told = await toldSince();

    expect(told).toEqual(
      expect.arrayContaining([
        `高远 assigned_lead /cases/${ref}`,
        `何川 assigned_lead /cases/${ref}`,
        `丁一 assigned_assisting /cases/${ref}`,
        `吴敏 assigned /cases/${ref}`,
        `吴敏 signed_for /cases/${ref}`,
        `唐宁 signed_for /cases/${ref}`,
      ]),
    );
    expect(told.filter((line) => line.startsWith('陈立'))).toEqual([]);
    const [mail] = await app.db.query("select model from mail where kind = 'assigned_assisting' limit 1");
    expect(mail.model.dueOn).toMatch(/^2026-\d\d-\d\d$/);
  });
});

describe('the road of a reply', () => {
  const handling = () => new CaseJourney(app);

  it('tells who signs next, and the proposer with the rating page', async () => {
    const { ref } = await handling().ready();
    expect((await toldSince()).at(-1)).toBe(`高远 opinion_given /cases/${ref}`);

    await handling().submit(ref);
    expect(await toldSince()).toEqual([`何川 reply_to_sign /cases/${ref}/signature`]);
    await (await app.as(cast.he)).post(`/cases/${ref}/signature`, { part: 'head', version: '1' }).expect(303);
    expect(await toldSince()).toEqual([`方正 reply_to_sign /cases/${ref}/signature`]);
    await (await app.as(cast.fang)).post(`/cases/${ref}/signature`, { part: 'leader', version: '1' }).expect(303);
    expect(await toldSince()).toEqual(
      expect.arrayContaining([
        `吴敏 replied /cases/${ref}/rating`,
        `高远 reply_issued /cases/${ref}`,
        `唐宁 reply_issued /cases/${ref}`,
      ]),
    );

    await (await app.as(cast.wu)).post(`/cases/${ref}/rating`, BAD).expect(303);
    expect((await toldSince()).toSorted()).toEqual(
      [
        `唐宁 rated_dissatisfied /cases/${ref}`,
        `高远 rated_dissatisfied /cases/${ref}`,
        `陈立 to_decide /cases/${ref}/dissatisfaction`,
        `何川 found_dissatisfied /cases/${ref}`,
      ].toSorted(),
    );

    const decision = { decision: 'second_handling', explanation: '请单位负责人面谈' };
    await (await app.as(cast.chen)).post(`/cases/${ref}/dissatisfaction`, decision).expect(303);
    expect(await toldSince()).toEqual(
      expect.arrayContaining([`高远 second_round_duty /cases/${ref}`, `吴敏 second_round /cases/${ref}`]),
    );
  });

  it('leads to the case when the rating is given already', async () => {
    const ref = await handling().replied();
    const [row] = await app.db.query("select id from notification where kind = 'replied' and staff_id = $1", [
      cast.wu.id,
    ]);
    const wu = await app.as(cast.wu);
    expect((await wu.get(`/me/messages/${row.id}`)).headers.location).toBe(`/cases/${ref}/rating`);

    await wu.post(`/cases/${ref}/rating`, GOOD).expect(303);

    expect((await wu.get(`/me/messages/${row.id}`)).headers.location).toBe(`/cases/${ref}`);
    expect(await toldSince()).toEqual(expect.arrayContaining([`高远 rated /cases/${ref}`]));
  });
});

describe('the road of a notice', () => {
  it('tells the next one, and the drafter at the end', async () => {
    await toldSince();
    const { id, href } = await new NoticeDesk(app).published();

    expect(await toldSince()).toEqual([
      `白露 notice_to_approve /notices/${id}`,
      `石磊 notice_to_review /notices/${id}`,
      `欧阳雪 notice_to_publish /notices/${id}`,
      `梅兰 notice_published ${href}`,
    ]);
  });
});
