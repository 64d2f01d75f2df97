import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reminders } from '../../src/notifications/reminders/reminders.service.js';
import { MailDelivery } from '../../src/mail/index.js';
import { PDF } from '../support/sample-files.js';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { eventsOf, todosOf, toldOf } from './committee.js';
import { Journey, TEXT } from './journey.js';

const { chen, tang, sun, wu, gao, he, ding, jian, lin } = cast;
const MAILS = `
  select state from mail join notification using (staff_id, kind, event_id) join proposal on proposal.id = subject_id
  where serial = $1 and mail.kind = 'inquiry_overdue'`;
const QUESTION = '贵处今年有没有充电桩计划？';
const ANSWER = '年内建设四十个插口。';

describe('a unit asked for an opinion', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  const ask = async (serial: string, unit: string | string[] = units.hq.id) =>
    (await app.as(tang)).post(`/review/${serial}/inquiries`, { unit, question: QUESTION, days: '5' });
  const doorOf = async (serial: string) => {
    const sql =
      'select inquiry.id from review_inquiry inquiry join proposal on proposal.id = proposal_id where serial = $1';
    const [row] = (await app.db.query(sql, [serial])) as { id: string }[];
    return `/inquiries/${row!.id}`;
  };

  it('reads the text, not who wrote it, and answers once; the committee sees it beside the review', async () => {
    const serial = await journey.underReview();
    expect((await (await app.as(tang)).get(`/review/${serial}/inquiries`).expect(200)).text).toContain('value="5"');
    expect((await ask(serial)).status).toBe(303);
    const door = await doorOf(serial);
    expect(await toldOf(app, serial, 'inquiry_wanted')).toEqual(['何川', '高远']);
    expect(await todosOf(app, gao, serial)).toEqual(['inquiries.todo']);

    const officer = await app.as(gao);
    expect((await officer.get('/inquiries').expect(200)).text.includes(QUESTION)).toBe(true);
    const page = (await officer.get(door).expect(200)).text;
    const seen = [QUESTION, '七十多辆', '吴敏', '林晓', '8672-3105'].map((one) => page.includes(one));
    expect(seen).toEqual([true, true, false, false, false]);
    await officer.get(`/proposals/${serial}`).expect(404);
    expect((await officer.get('/proposals?q=七十多辆')).text.includes(serial)).toBe(false);

    await officer.post(door, { answer: '' }).expect(422);
    await officer.post(door, { answer: ANSWER }).expect(303);
    const again = await (await app.as(he)).post(door, { answer: '再补一句。' });
    expect([again.status, again.text.includes('意见只能提交一次')]).toEqual([409, true]);
    expect(await toldOf(app, serial, 'inquiry_answered')).toEqual(['陈立', '唐宁']);
    expect((await (await app.as(chen)).get(`/review/${serial}`).expect(200)).text.includes(ANSWER)).toBe(true);
    expect(await todosOf(app, gao, serial)).toEqual([]);
  });

  it('is the only one: nobody else sees question or answer', async () => {
    const serial = await journey.underReview();
    await ask(serial);
    const door = await doorOf(serial);
    await (await app.as(gao)).post(door, { answer: ANSWER }).expect(303);
    for (const one of [ding, wu, lin, jian, tang, cast.guan]) {
      await (await app.as(one)).get(door).expect(404);
      await (await app.as(one)).post(door, { answer: '冒名' }).expect(404);
    }
    await app.visitor().get(door).expect(303);
    for (const one of [wu, lin, jian, null]) {
      const client = one ? await app.as(one) : app.visitor();
      for (const place of [`/proposals/${serial}`, `/search?q=${ANSWER}`, '/statistics', '/me/messages']) {
        const { text } = await client.get(place);
        expect([place, text.includes(ANSWER) && !place.includes('search'), text.includes(QUESTION)]).toEqual([
          place,
          false,
          false,
        ]);
      }
    }
  });

  it('is asked by secretary or chair only, with others in one go, and not twice', async () => {
    const serial = await journey.underReview();
    for (const one of [sun, wu, gao]) {
      const client = await app.as(one);
      const answer = await client.post(`/review/${serial}/inquiries`, { unit: units.hq.id, question: '问', days: '5' });
      expect([403, 404]).toContain(answer.status);
    }
    expect((await ask(serial, [units.hq.id, newId()])).status).toBe(422);
    const both = [units.hq.id, units.xx.id];
    await Promise.all([1, 2, 3].map(() => ask(serial, both)));
    expect(await eventsOf(app, serial, 'ask_unit')).toHaveLength(2);
  });

  it('is reminded; the decision names the missing answer and does not wait', async () => {
    const serial = await journey.underReview();
    await ask(serial);
    app.clock.set('2026-04-20T09:00:00+08:00');
    await app.get(Reminders).remind();
    expect(await toldOf(app, serial, 'inquiry_due_soon')).toEqual(['何川', '高远']);
    app.clock.set('2026-04-22T09:00:00+08:00');
    await app.get(Reminders).remind();
    expect(await toldOf(app, serial, 'inquiry_overdue')).toEqual(['何川', '高远']);
    const chair = await app.as(chen);
    const page = (await chair.get(`/review/${serial}`).expect(200)).text;
    expect(page.includes('后勤保障部尚未答复') && page.includes('逾期未答')).toBe(true);
    await chair.post(`/review/${serial}/decision`, { outcome: 'file', note: '' }).expect(303);

    const late = await (await app.as(gao)).post(await doorOf(serial), { answer: ANSWER });
    expect(late.status).toBe(409);
    expect((await (await app.as(gao)).get(await doorOf(serial)).expect(200)).text.includes('不再需要答复')).toBe(true);
    await app.get(MailDelivery).deliverDue();
    const mails = await app.db.query(MAILS, [serial]);
    expect(mails).toEqual([{ state: 'skipped' }, { state: 'skipped' }]);
    app.clock.set('2026-04-14T09:00:00+08:00');
  });

  it('opens the attachments with the text', async () => {
    const author = await app.as(wu);
    const id = newId();
    await author.upload(`/proposals/${id}/draft`, { ...TEXT, page: newId() }, { files: { name: '图.pdf', body: PDF } });
    await author.post(`/proposals/${id}/seconding`).expect(303);
    await journey.seconded(id, lin, cast.zhao);
    const sent = await author.post(`/proposals/${id}/submission`).expect(303);
    const serial = /\d{4}-\d{4}/.exec(sent.headers.location as string)![0];
    await (await app.as(tang)).post(`/review/${serial}/taking-up`).expect(303);
    const [file] = (await app.db.query('select id from attachment where owner_id = $1', [id])) as { id: string }[];
    await (await app.as(gao)).get(`/files/${file!.id}/a.pdf`).expect(404);
    await ask(serial);
    await (await app.as(gao)).get(`/files/${file!.id}/a.pdf`).expect(200);
    await (await app.as(ding)).get(`/files/${file!.id}/a.pdf`).expect(404);
  });

  it('that is merged leaves the question to its successor', async () => {
    const serial = await journey.underReview();
    await ask(serial, units.xx.id);
    const guan = await app.as(cast.guan);
    const plan = await guan.get(`/admin/units/${units.xx.id}/merger?successor=${units.cw.id}`).expect(200);
    expect(plan.text).toContain(serial);
    await guan.post(`/admin/units/${units.xx.id}/merger`, { successor: units.cw.id }).expect(303);

    const door = await doorOf(serial);
    await (await app.as(ding)).get(door).expect(404);
    expect(await todosOf(app, cast.bai, serial)).toEqual(['inquiries.todo']);
    await (await app.as(cast.bai)).post(door, { answer: ANSWER }).expect(303);
    expect((await (await app.as(chen)).get(`/review/${serial}`)).text).toContain(ANSWER);
  });
});
