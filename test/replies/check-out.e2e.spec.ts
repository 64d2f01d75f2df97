import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cast, castOn, type Player, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { dutyOf, find } from '../handling/cases.js';
import { ANSWER, Journey } from './journey.js';

const { gao, zhou, he, ding, wu, chen, bai } = cast;
const CHANGE = { reason: '车辆检修延后', text: '改自五月十一日起。', outcomeClass: 'A' };

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  await app.db.query(
    "insert into role_grant (id, staff_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, 'unit_officer', $2, '2024-01-01')",
    [zhou.id, units.hq.id],
  );
  journey = new Journey(app);
});
beforeEach(() => app.clock.set('2026-04-14T09:00:00+08:00'));
afterAll(() => app.close());

const post = async (who: Player, address: string, fields: Record<string, string> = {}) =>
  (await app.as(who)).post(address, fields);
const open = async (who: Player, address: string) => (await (await app.as(who)).get(address).expect(200)).text;
const deskOf = async (ref: string) => `/cases/${ref}/desk/${dutyOf(await find(app, ref), 'lead')}`;
const toldOf = async (who: Player) => {
  const rows = await app.db.query("select 1 from notification where staff_id = $1 and kind = 'draft_taken_over'", [who.id]); // prettier-ignore
  return (rows as unknown[]).length;
};

describe('the draft of a reply', () => {
  it('is held by whoever opens it; a colleague reads who and since when, and takes it over explicitly', async () => {
    const { ref } = await journey.ready();
    const [page, desk] = [`/cases/${ref}/reply`, await deskOf(ref)];
    expect(await open(gao, page)).toMatch(/您正在处理.*<textarea/s);
    await post(gao, `${page}/draft`, { text: '高远写的草稿' });

    const seen = await open(zhou, page);
    expect(seen).toMatch(/正由高远处理.*09:00.*接手.*高远写的草稿/s);
    expect(seen).not.toContain('<textarea');
    expect(await open(zhou, '/units/hq/cases')).toContain('正由高远处理');
    for (const other of [ding, wu, chen, he])
      expect((await (await app.as(other)).get(`/cases/${ref}`)).text).not.toContain('正由高远处理');
    const before = await toldOf(gao);
    expect((await post(zhou, `${desk}/takeover`)).headers.location).toBe(page);
    expect((await post(zhou, `${desk}/takeover`)).status).toBe(303);

    expect(await open(zhou, page)).toMatch(/您正在处理.*高远写的草稿/s);
    expect(await open(gao, page)).toContain('正由周平处理');
    expect((await toldOf(gao)) - before).toBe(1);
    expect((await journey.actions(ref)).filter((action) => action === 'take_desk_over')).toHaveLength(1);
    expect(await open(gao, `/cases/${ref}`)).toContain('接手起草答复');
    expect(await open(wu, `/cases/${ref}`)).not.toContain('接手');
  });

  it('held by a colleague refuses to save and to hand in, and keeps what was typed until it is taken over', async () => {
    const { ref } = await journey.ready();
    const page = `/cases/${ref}/reply`;
    await open(gao, page);
    for (const address of [page, `${page}/draft`]) {
      const refused = await post(zhou, address, { ...ANSWER, text: '周平写了很久' });
      expect(refused.status).toBe(409);
      for (const both of ['正由高远处理', '周平写了很久', '接手并保存我写的内容']) expect(refused.text).toContain(both);
    }
    expect(await open(gao, page)).not.toContain('周平写了很久');
    const typed = { ...ANSWER, text: '周平写了很久', takeover: 'yes' };
    expect((await post(zhou, `${page}/draft`, typed)).status).toBe(303);
    expect(await open(gao, page)).toMatch(/正由周平处理.*周平写了很久/s);
  });

  it('taken over with words that the colleague has not seen shows both texts', async () => {
    const { ref } = await journey.ready();
    const page = `/cases/${ref}/reply`;
    const seen = app.clock.now().toISOString();
    app.clock.passMinutes(1);
    await post(gao, `${page}/draft`, { text: '高远后来写的' });
    const answer = await post(zhou, `${page}/draft`, { text: '周平先前写的', seen, takeover: 'yes' });
    expect(answer.status).toBe(409);
    for (const both of ['高远后来写的', '周平先前写的']) expect(answer.text).toContain(both);
  });

  it('is free again when it is given back, after half an hour without a word, and when it is handed in', async () => {
    const { ref } = await journey.ready();
    const [page, desk] = [`/cases/${ref}/reply`, await deskOf(ref)];
    await open(gao, page);
    await post(zhou, `${desk}/release`);
    expect(await open(zhou, page)).toContain('正由高远处理');
    expect((await post(gao, `${desk}/release`)).headers.location).toBe(`/cases/${ref}`);
    expect(await open(zhou, page)).toContain('您正在处理');
    app.clock.passMinutes(29);
    await post(zhou, `${page}/draft`, { text: '还在写' });
    app.clock.passMinutes(29);
    expect(await open(gao, page)).toContain('正由周平处理');
    app.clock.passMinutes(2);
    expect(await open(gao, page)).toContain('您正在处理');
    await post(gao, page, ANSWER);
    expect(await journey.statusOf(ref)).toBe('in_sign_off');
    const rows = await app.db.query("select from work_claim where subject_type = 'drafting' and until > $1", [app.clock.now()]); // prettier-ignore
    expect(rows).toEqual([]);
    expect((await post(zhou, `${page}/recall`)).status).toBe(303);
  });

  it('is one person’s at a time, also when both open and save it at once', async () => {
    const { ref } = await journey.ready();
    const page = `/cases/${ref}/reply`;
    const answers = await Promise.all([gao, zhou].map((who) => post(who, `${page}/draft`, { text: who.name })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const pages = await Promise.all([open(gao, page), open(zhou, page)]);
    expect(pages.filter((text) => text.includes('您正在处理'))).toHaveLength(1);
  });

  it('is nobody else’s to take over', async () => {
    const { ref } = await journey.ready();
    const desk = await deskOf(ref);
    for (const other of [he, ding, wu, chen, bai])
      for (const path of ['takeover', 'release'])
        expect([403, 404]).toContain((await post(other, `${desk}/${path}`)).status);
    expect((await post(gao, `/cases/${ref}/desk/${units.hq.id}/takeover`)).status).toBe(404);
  });
});

describe('the draft of an amendment', () => {
  it('is held, shown, taken over and kept in the same way', async () => {
    const ref = await journey.replied();
    const [page, desk] = [`/cases/${ref}/amendment`, await deskOf(ref)];
    expect(await open(gao, page)).toContain('您正在处理');
    await post(gao, `${page}/draft`, CHANGE);
    expect(await open(zhou, page)).toMatch(/正由高远处理.*改自五月十一日起.*车辆检修延后/s);
    const refused = await post(zhou, page, { ...CHANGE, text: '周平改的' });
    expect([refused.status, refused.text.includes('周平改的')]).toEqual([409, true]);
    expect((await post(zhou, `${desk}/takeover`)).headers.location).toBe(page);
    expect(await open(zhou, page)).toContain('您正在处理');
    expect((await post(zhou, page, { ...CHANGE, text: '周平改的' })).status).toBe(303);
  });

  it('shows both texts and both reasons when a colleague wrote meanwhile', async () => {
    const ref = await journey.replied();
    const page = `/cases/${ref}/amendment`;
    const seen = app.clock.now().toISOString();
    app.clock.passMinutes(1);
    const gaos = await (await app.as(gao)).post(`${page}/draft`, CHANGE).set('accept', 'application/json');
    expect(gaos.status).toBe(204);
    app.clock.passMinutes(31);
    const answer = await post(zhou, `${page}/draft`, { ...CHANGE, reason: '另有原因', text: '周平的更正', seen });
    expect(answer.status).toBe(409);
    for (const both of ['车辆检修延后', '改自五月十一日起', '另有原因', '周平的更正'])
      expect(answer.text).toContain(both);
  });
});
