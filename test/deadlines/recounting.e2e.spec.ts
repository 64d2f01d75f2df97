import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ledger } from '../../src/ledger/index.js';
import { MailDelivery } from '../../src/mail/index.js';
import { MailServer } from '../mail/mail-server.js';
import { cast, castOn } from '../support/cast.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { changes, DeadlinesDesk, markIn, type Matters, mattersOf } from './desk.js';

const server = new MailServer();
let app: TestApp;
let road: Road;
let desk: DeadlinesDesk;
let refs: Matters;

const REASON = '根据学校通知，4月16日校庆放假。';

beforeAll(async () => {
  await server.start();
  app = await TestApp.start({ smtpUrl: server.url });
  await castOn(app.db);
  road = new Road(app);
  desk = new DeadlinesDesk(app);
  refs = await mattersOf(road);
  await app.get(MailDelivery).deliverDue();
  server.received.length = 0;
}, 120_000);
afterAll(async () => {
  await app.close();
  await server.stop();
});

const dayOff = (date: string) => road.post(cast.guan, `/admin/calendar/2026/days`, { date, kind: 'off', name: '校庆' });

describe('while the calendar is as it was', () => {
  it('nothing is to be counted again, and only the committee has the page', async () => {
    expect((await desk.page(cast.chen)).text).toContain('没有需要重算的期限');
    for (const person of [cast.wu, cast.gao, cast.guan, cast.sun]) expect((await desk.page(person)).status).toBe(404);
    await app.visitor().get('/deadlines').expect(303);
  });
});

describe('after a day off was added', () => {
  let preview: string;

  it('chair and administrator learn of it, and no date has moved', async () => {
    const before = await desk.dates();
    await dayOff('2026-04-16');
    const moving = 11;

    expect(await desk.dates()).toEqual(before);
    expect((await (await app.as(cast.chen)).get('/me/todos')).text).toContain(`${moving} 个期限会变动`);
    expect((await (await app.as(cast.guan)).get('/admin')).text).toContain(`${moving} 个已给出的期限`);
    expect((await (await app.as(cast.tang)).get('/me/todos')).text).not.toContain('个期限会变动');
  });

  it('the preview shows old and new day of what moves, and nothing else', async () => {
    const html = (await desk.page(cast.chen)).text;
    preview = markIn(html);
    const rows = html.match(/<tr>[\s\S]*?<\/tr>/g)!.filter((row) => row.includes('<td'));

    expect(rows).toHaveLength(11);
    const signing = rows.find(
      (row) => row.includes('修缮理科楼屋面') && row.includes('签收期限') && row.includes('后勤'),
    )!;
    expect(signing).toContain('2026年4月17日');
    expect(signing).toContain('2026年4月20日');
    const extended = rows.filter((row) => row.includes('图书馆开放时间'));
    expect(extended.map((row) => row.includes('协办意见期限'))).toEqual([true]); // the extension is a date that was asked for
    expect(html).not.toContain('2026年5月20日'); // and this one was chosen as a date
  });

  it('the secretary sees it, and only the chair carries it out, with a reason', async () => {
    const before = await desk.dates();
    const secretarys = (await desk.page(cast.tang)).text;
    expect(secretarys).toContain('由提案委主任办理');
    expect(markIn(secretarys)).toBe('');

    expect((await desk.order(cast.tang, preview, REASON)).status).toBe(403);
    expect((await desk.order(cast.wu, preview, REASON)).status).toBe(404);
    const unexplained = await desk.order(cast.chen, preview, '');
    expect(unexplained.status).toBe(422);
    expect(await desk.dates()).toEqual(before);
  });

  it('is refused when something happened since the preview; the page is shown anew and what was typed comes back', async () => {
    const before = await desk.dates();
    await road.post(cast.gao, `/cases/${refs.assigned}/receipt`, {
      assignment: await road.dutyOf(refs.assigned, 'lead'),
    });

    const refused = await desk.order(cast.chen, preview, REASON);

    expect(refused.status).toBe(409);
    expect(refused.text).toContain('您看到预览之后');
    expect(refused.text).toContain(REASON);
    expect(await desk.dates()).toEqual(before);
    preview = markIn(refused.text);
  });

  it('moves all of them at once when it is ordered, however often the button is pressed', async () => {
    const before = await desk.dates();
    const answers = await Promise.all([
      desk.order(cast.chen, preview, REASON),
      desk.order(cast.chen, preview, REASON),
      desk.order(cast.chen, preview, REASON),
    ]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
    expect(changes(before, await desk.dates())).toEqual({
      [`${refs.assigned} assisting sign`]: '2026-04-20',
      [`${refs.assigned} lead due`]: '2026-05-29',
      [`${refs.assigned} case due`]: '2026-05-29',
      [`${refs.assigned} assisting due`]: '2026-05-09',
      [`${refs.handling} lead due`]: '2026-05-29',
      [`${refs.handling} case due`]: '2026-05-29',
      [`${refs.handling} assisting due`]: '2026-05-09',
      [`${refs.replied} rating`]: '2026-04-29',
      [`${refs.review} decision`]: '2026-04-29',
      [`${refs.returned} completion`]: '2026-04-22',
      [`${refs.chosen} lead sign`]: '2026-04-20',
      [`${refs.chosen} case sign`]: '2026-04-20',
      [`${refs.extended} assisting due`]: '2026-05-09',
    });
    expect((await desk.page(cast.chen)).text).toContain('没有需要重算的期限');
  });
});

describe('afterwards', () => {
  it('every date that moved stands in the history of its matter, with old and new day and the reason', async () => {
    const events = await app.db.query(
      "select data ->> 'date' as date, data ->> 'before' as before, data ->> 'after' as after, note, actor_name, role from ledger_event where action = 'recount' and subject_type = 'case' and data ->> 'ref' = $1 order by data ->> 'date'",
      [refs.handling],
    );
    const by = { note: REASON, actor_name: '陈立', role: 'committee_chair' };
    expect(events).toEqual([
      { date: 'opinion', before: '2026-05-08', after: '2026-05-09', ...by },
      { date: 'reply', before: '2026-05-28', after: '2026-05-29', ...by },
    ]);
    const [act] = await app.db.query("select actor_name, data from ledger_event where action = 'recount_dates'");
    expect(act).toMatchObject({ actor_name: '陈立', data: { code: 'jlu', dates: 10, reason: REASON } });
    expect(await app.get(Ledger).verify()).toEqual([]);

    const units = (await (await app.as(cast.gao)).get(`/cases/${refs.handling}`)).text;
    expect(units).toContain(`答复期限由2026年5月28日（周四）调整为2026年5月29日（周五）。${REASON}`);
    const publics = (await app.visitor().get(`/cases/${refs.handling}`)).text;
    expect(publics).toContain('答复期限由2026年5月28日（周四）调整为2026年5月29日（周五）');
    expect(publics).not.toContain(REASON);
  });

  it('everybody concerned gets one mail that lists their dates by matter, and a message for each on the site', async () => {
    await app.get(MailDelivery).deliverDue();
    await app.get(MailDelivery).deliverDue();

    const mails = server.received.filter(({ mail }) => mail.subject?.includes('与您有关的期限有调整'));
    const to = mails.flatMap(({ recipients }) => recipients).map((address) => address.slice(0, 7));
    expect(to.toSorted()).toEqual(
      [cast.wu, cast.gao, cast.he, cast.ding, cast.yan, cast.fang, cast.tang].map(({ number }) => number).toSorted(),
    );
    const gaos = server.to(`${cast.gao.number}@jianglin.example`).find((one) => mails.includes(one))!.mail.text!;
    expect(gaos).toContain('第八届三次第002号《关于增开夜间校车的提案》');
    expect(gaos).toContain('答复期限由2026年5月28日（周四）调整为2026年5月29日（周五）');
    expect(gaos).toContain(REASON);
    expect(gaos).toMatch(/http:\/\/localhost:3000\/me\/messages\/[0-9a-f-]{36}/);
    expect(gaos).not.toContain('协办意见期限');
    expect((await (await app.as(cast.wu)).get('/me/messages')).text).toContain('补正期限由');
  });

  it('a mail that lists nothing any more is not sent', async () => {
    await dayOff('2026-04-24');
    const preview = await desk.preview(cast.chen);
    expect((await desk.order(cast.chen, preview, '校运会')).status).toBe(303);
    server.received.length = 0;
    await app.db.query("update proposal set status = 'draft' where serial = $1", [refs.review]);
    await app.get(MailDelivery).deliverDue();

    const tangs = "select state, last_error from mail where kind = 'dates_moved' and staff_id = $1 order by id desc";
    const [skipped] = await app.db.query(tangs, [cast.tang.id]);
    expect(skipped).toEqual({ state: 'skipped', last_error: 'nothing left to tell' });
    expect(server.to(`${cast.gao.number}@jianglin.example`)).toHaveLength(1);
  });
});
