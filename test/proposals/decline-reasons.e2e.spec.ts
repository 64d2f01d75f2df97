import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { DECLINE_REASONS_ID } from '../../src/proposals/deciding/decline-reason-administration.js';
import { cast, castOn } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';
import { foundFaculty, underReviewBelow } from '../congress/faculty.js';
import { Committee, fingerprintOf } from './committee.js';

const LIST = '/admin/decline-reasons';
const WORDING = { zh: '已列入学校年度计划', en: 'In the plan of the year already' };

describe('the reasons for declining', () => {
  let app: TestApp;
  let committee: Committee;
  let tang: Client;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    committee = new Committee(app);
    tang = await app.as(cast.tang);
  });
  afterAll(() => app.close());

  const codeOf = async (zh: string) => {
    const [row] = (await app.db.query('select code from decline_reason where zh = $1', [zh])) as { code: string }[];
    return row?.code;
  };
  const order = async () =>
    ((await app.db.query('select code from decline_reason order by position')) as { code: string }[]).map(
      ({ code }) => code,
    );
  const events = async () =>
    (
      (await app.db.query('select action from ledger_event where subject_id = $1 order by position', [
        DECLINE_REASONS_ID,
      ])) as { action: string }[]
    ).map(({ action }) => action);

  it('are kept by chair, secretary and administrator, and by nobody else', async () => {
    for (const one of [cast.chen, cast.tang, cast.guan]) await (await app.as(one)).get(LIST).expect(200);
    for (const one of [cast.sun, cast.wu, cast.gao]) await (await app.as(one)).get(LIST).expect(403);
    const sun = await app.as(cast.sun);
    await sun.post(LIST, { id: newId(), ...WORDING }).expect(403);
    await sun.post(`${LIST}/late/retirement`).expect(403);
    expect((await tang.get('/admin').expect(200)).text).toContain(LIST);
  });

  it('are those of the school: the committee of a faculty gives them, and changes none', async () => {
    await foundFaculty(app);
    const chair = await app.as(cast.bai);
    for (const keeper of [chair, await app.as(cast.mei)]) {
      await keeper.get(LIST).expect(403);
      await keeper.post(LIST, { id: newId(), ...WORDING }).expect(403);
      await keeper.post(`${LIST}/late`, WORDING).expect(403);
      await keeper.post(`${LIST}/late/removal`).expect(403);
    }
    expect((await (await app.as(cast.mei)).get('/admin').expect(200)).text).not.toContain(LIST);

    const serial = await underReviewBelow(app);
    const decline = { outcome: 'decline', declineCode: 'late', note: '已过征集期限。' };
    await chair.post(`/review/${serial}/decision`, decline).expect(303);
    expect((await tang.get(LIST)).text).toContain('用过 1 次');
  });

  it('that a member recommends are in use: retired, not deleted', async () => {
    const serial = await committee.underReview('关于预审意见的提案');
    const text = await fingerprintOf(app, serial);
    const opinion = { recommendation: 'decline', declineCode: 'academic_question', note: '学术问题。', text };
    await (await app.as(cast.sun)).post(`/review/${serial}/recommendation`, opinion).expect(303);

    await tang.post(`${LIST}/academic_question/removal`).expect(409);
  });

  it('are added in both languages, once however often the form is sent', async () => {
    const form = { id: newId(), ...WORDING };
    expect((await tang.post(LIST, { ...form, en: '' }).expect(422)).text).toContain(WORDING.zh);
    await Promise.all([1, 2, 3].map(() => tang.post(LIST, form).expect(303)));

    expect((await order()).at(-1)).toBe(form.id);
    expect(await events()).toEqual(['add']);
    const serial = await committee.underReview('关于看得到新理由的提案');
    expect((await (await app.as(cast.chen)).get(`/review/${serial}`)).text).toContain(WORDING.zh);
  });

  it('are reworded and put in another order', async () => {
    const code = (await codeOf(WORDING.zh))!;
    await tang.post(`${LIST}/${code}`, { zh: '已列入年度工作计划', en: WORDING.en }).expect(303);
    await tang.post(`${LIST}/${code}`, { zh: '已列入年度工作计划', en: WORDING.en }).expect(303);
    const before = await order();
    const place = String(before.length - 1);
    const page = (await tang.get(LIST).expect(200)).text;
    expect(page.split(`${LIST}/${code}/move`)[1]).toContain(`name="place" value="${place}"`);
    await tang.post(`${LIST}/${code}/move`, { place }).expect(303);
    await tang.post(`${LIST}/${code}/move`, { place }).expect(303);

    expect(await order()).toEqual([...before.slice(0, -2), code, before.at(-2)]);
    expect(await events()).toEqual(['add', 'reword', 'move']);
    expect((await tang.get(`${LIST}/${code}`).expect(200)).text).toContain('已列入年度工作计划');
  });

  it('that were given once are retired and keep their wording; they are never deleted', async () => {
    const code = (await codeOf('已列入年度工作计划'))!;
    const serial = await committee.underReview('关于停用理由的提案');
    await committee.decide(serial, { outcome: 'decline', declineCode: code, note: '见年度计划。' });
    const refused = await tang.post(`${LIST}/${code}/removal`).expect(409);
    expect(refused.text).toContain('只能停用，不能删除');
    await tang.post(`${LIST}/${code}/retirement`).expect(303);

    const another = await committee.underReview('关于不能再选的提案');
    const chair = await app.as(cast.chen);
    await chair
      .post(`/review/${another}/decision`, { outcome: 'decline', declineCode: code, note: '见年度计划。' })
      .expect(422);
    expect((await (await app.as(cast.wu)).get(`/proposals/${serial}`)).text).toContain('已列入年度工作计划');
    await tang.post(`${LIST}/${code}/restoration`).expect(303);
    expect(await events()).toEqual(['add', 'reword', 'move', 'retire', 'restore']);
  });

  it('that nobody was given are deleted, also those of the first list', async () => {
    await tang.post(`${LIST}/dispute/removal`).expect(303);
    await tang.post(`${LIST}/dispute/removal`).expect(404);

    expect(await order()).not.toContain('dispute');
  });
});
