import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Reminders } from '../../src/notifications/index.js';
import { parametersOf, STILL_TO_DO } from '../../src/notifications/still-to-do.js';
import { newId } from '../../src/kernel/index.js';
import { dutyOf, find } from '../handling/cases.js';
import { cast, castOn } from '../support/cast.js';
import { ANSWER, PROMISE, Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { Told } from './told.js';

let app: TestApp;
let road: Road;
let told: Told;

beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  road = new Road(app);
  told = new Told(app);
});
afterAll(() => app.close());
beforeEach(() => told.since());

describe('an invitation to sign', () => {
  it('says the last day of the window; the answer is told to the author', async () => {
    const id = await road.seconding();
    expect(await told.since()).toEqual(['林晓 second_wanted 2026-04-30 sent', '赵刚 second_wanted 2026-04-30 sent']);
    await road.post(cast.lin, `/proposals/${id}/second`, { answer: 'decline', remark: '另有考虑' });
    expect(await told.since()).toEqual(['吴敏 second_declined sent']);
    await road.post(cast.wu, `/proposals/${id}/joint`, { number: cast.sun.number });
    expect(await told.since()).toEqual(['孙悦 joint_wanted 2026-04-30 sent']);
  });

  it('is not mailed once enough have signed and the proposal is handed in', async () => {
    await road.submitted();

    expect(await told.since()).toEqual(
      [
        '林晓 second_wanted 2026-04-30 skipped',
        '赵刚 second_wanted 2026-04-30 skipped',
        '吴敏 seconded sent',
        '吴敏 enough_seconders skipped',
        '吴敏 submitted sent',
        '唐宁 received 2026-04-28 sent',
      ].toSorted(),
    );
  });
});

describe('the committee', () => {
  it('gives back by a day; what was completed before the mail went out is not asked for', async () => {
    const [waiting, quick] = [await road.underReview(), await road.underReview({ title: '关于增设午休室的提案' })];
    await told.since();
    await road.post(cast.tang, `/review/${waiting}/return`, { note: '请写明措施' });
    expect(await told.since()).toEqual(['吴敏 returned 2026-04-21 sent']);

    await road.post(cast.tang, `/review/${quick}/return`, { note: '请写明措施' });
    await road.post(cast.wu, `/proposals/${quick}/resubmission`);
    expect(await told.since()).toEqual(['吴敏 returned 2026-04-21 skipped', '唐宁 received_again 2026-04-28 sent']);
  });

  it('declines, and says until when a second look may be asked for', async () => {
    const serial = await road.underReview();
    await told.since();
    const decision = { outcome: 'decline', note: '已在办', declineCode: 'already_solved' };
    await road.post(cast.chen, `/review/${serial}/decision`, decision);

    expect(await told.since()).toEqual(
      ['吴敏 declined 2026-04-28 sent', '林晓 seconded_declined sent', '赵刚 seconded_declined sent'].toSorted(),
    );
  });

  it('converts', async () => {
    const serial = await road.underReview();
    await told.since();
    await road.post(cast.chen, `/review/${serial}/decision`, { outcome: 'convert', note: '宜作建议' });

    expect(await told.since()).toEqual(
      ['吴敏 converted sent', '林晓 seconded_converted sent', '赵刚 seconded_converted sent'].toSorted(),
    );
  });
});

describe('a unit', () => {
  it('is asked to sign by a day, in the text, and not any more once it has signed', async () => {
    const ref = await road.assigned();
    await road.post(cast.gao, `/cases/${ref}/receipt`, { assignment: await road.dutyOf(ref, 'lead') });
    const lines = await told.since();

    expect(lines).toEqual(
      expect.arrayContaining([
        '高远 assigned_lead 2026-05-28 skipped',
        '何川 assigned_lead 2026-05-28 skipped',
        '丁一 assigned_assisting 2026-05-08 sent',
        '方正 assigned_leader 2026-05-28 sent',
        '吴敏 assigned sent',
      ]),
    );
    const params = await app.db.query(
      "select params ->> 'signBy' as day from notification where kind = 'assigned_assisting'",
    );
    expect(params.at(-1)).toEqual({ day: '2026-04-17' });
  });

  it('hears that it must handle what it wanted to give back, and that it gets no more time', async () => {
    const ref = await road.assigned();
    await road.post(cast.gao, `/cases/${ref}/return`, {
      assignment: await road.dutyOf(ref, 'lead'),
      reason: '不属我部',
    });
    await told.since();
    const assignment = dutyOf(await find(app, ref), 'lead');
    await road.post(cast.chen, `/cases/${ref}/return/decision`, { assignment, decision: 'refuse', reason: '归你部' });
    expect(await told.since()).toEqual(['何川 return_refused sent', '高远 return_refused sent'].toSorted());

    await road.post(cast.gao, `/cases/${ref}/extension`, { until: '2026-06-15', reason: '等设备' });
    await told.since();
    await road.post(cast.chen, `/cases/${ref}/extension/decision`, { decision: 'refuse', reason: '时间够了' });
    expect(await told.since()).toEqual(
      ['何川 extension_refused 2026-05-28 sent', '高远 extension_refused 2026-05-28 sent'].toSorted(),
    );
  });

  it('signs a reply: whoever has signed, or sent it back, is not asked for it any more', async () => {
    const ref = await road.atHead();
    await road.post(cast.he, `/cases/${ref}/signature`, { part: 'head', version: '1' });
    expect((await told.since()).filter((line) => line.includes('reply_to_sign'))).toEqual(
      ['何川 reply_to_sign 2026-05-28 skipped', '方正 reply_to_sign 2026-05-28 sent'].toSorted(),
    );

    await road.post(cast.fang, `/cases/${ref}/signature/return`, { part: 'leader', version: '1', comment: '写明日期' });
    expect(await told.since()).toEqual(['高远 reply_returned 2026-05-28 sent']);
    await road.post(cast.gao, `/cases/${ref}/reply`, { ...ANSWER, text: '三处车棚已各装二十个插口，5月1日启用。' });
    await road.post(cast.he, `/cases/${ref}/signature/return`, { part: 'head', version: '2', comment: '再写明电话' });
    await road.post(cast.gao, `/cases/${ref}/reply`, ANSWER);
    expect(await told.since()).toEqual(
      [
        '何川 reply_to_sign 2026-05-28 sent',
        '何川 reply_to_sign 2026-05-28 sent',
        '高远 reply_returned 2026-05-28 skipped',
      ].toSorted(),
    );
  });
});

describe('the end of a case', () => {
  it('is told to the proposer', async () => {
    await road.rated('satisfied');
    expect(await told.since()).toEqual(
      expect.arrayContaining(['吴敏 replied 2026-04-28 skipped', '吴敏 concluded sent', '高远 concluded_unit sent']),
    );
  });

  it('against the proposer’s will is told with its explanation', async () => {
    const ref = await road.rated('dissatisfied');
    await told.since();
    await road.post(cast.chen, `/cases/${ref}/dissatisfaction`, { decision: 'explanation', explanation: '暂无条件' });

    expect(await told.since()).toEqual(
      ['吴敏 concluded_explained sent', '高远 concluded_unit sent', '何川 concluded_unit sent'].toSorted(),
    );
  });

  it('of a promise is reminded of before it is due, and told when it is kept', async () => {
    const ref = await road.rated('satisfied', PROMISE);
    await told.since();
    app.clock.set('2026-08-26T08:30:00+08:00');
    await app.get(Reminders).remind();
    expect(await told.since()).toEqual(
      expect.arrayContaining(['何川 promise_due_soon 2026-08-31 sent', '高远 promise_due_soon 2026-08-31 sent']),
    );
    await road.post(cast.wu, `/cases/${ref}/follow-up/implementation`, { note: '已看过' });
    expect(await told.since()).toEqual(['何川 implemented sent', '高远 implemented sent'].toSorted());
    app.clock.set('2026-04-14T09:00:00+08:00');
  });
});

describe('the questions that are asked before a mail is sent', () => {
  it.each(Object.entries(STILL_TO_DO))('can be asked: %s', async (_, question) => {
    const values = parametersOf<unknown>(question, [newId(), cast.wu.id, ['staff']]);

    expect(await app.db.query(`select exists (${question}) as found`, values)).toHaveLength(1);
  });
});
