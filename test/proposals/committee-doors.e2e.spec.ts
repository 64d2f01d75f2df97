import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { seated } from '../support/seats.js';
import { TestApp } from '../support/test-app.js';
import { fingerprintOf, voted } from './committee.js';
import { Journey } from './journey.js';

const { chen, tang, sun, luo, lin, wu, jian } = cast;
const file = { outcome: 'file', note: '' };

let app: TestApp;
let journey: Journey;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
  for (const one of [luo, lin]) await seated(app, one, 'committee_member');
  journey = new Journey(app);
});
afterAll(() => app.close());

it('what the committee says among itself is not seen through any other door', async () => {
  const serial = await journey.underReview({ title: '关于隐秘事务的提案' });
  const text = await fingerprintOf(app, serial);
  const note = '预审暗语甲乙丙';
  await (await app.as(tang)).post('/review/readers', { ref: serial, reader: [sun.id, luo.id] }).expect(303);
  const said = { recommendation: 'convert', note, text };
  await (await app.as(sun)).post(`/review/${serial}/recommendation`, said).expect(303);
  for (const [one, vote] of [
    [sun, 'decline'],
    [luo, 'decline'],
  ] as const)
    await voted(app, one, serial, vote);
  const deviation = '偏离暗语丁戊己';
  await (await app.as(chen)).post(`/review/${serial}/decision`, { ...file, deviation }).expect(303);

  const secrets = [note, deviation, '安排预审', '委员表决', '提出审查意见', '说明与表决不一致', '多数：'];
  const caseOf =
    'select handling_case.ref from handling_case join case_origin on case_id = id where case_origin.ref = $1';
  const [row] = (await app.db.query(caseOf, [serial])) as { ref: string }[];
  const places = [
    '/',
    `/proposals/${serial}`,
    `/cases/${row?.ref}`,
    '/proposals?q=隐秘',
    '/statistics',
    '/me/messages',
  ];
  for (const one of [null, wu, lin, cast.zhao, jian, cast.gao, cast.guan]) {
    const client = one ? await app.as(one) : app.visitor();
    for (const place of places) {
      const page = (await client.get(place)).text;
      expect([one?.name, place, secrets.filter((secret) => page.includes(secret))]).toEqual([one?.name, place, []]);
    }
    for (const secret of [note, deviation])
      expect((await client.get(`/search?q=${secret}`)).text).not.toContain(`/proposals/${serial}`);
  }
  const mails = (await app.db.query('select subject, model::text as model from mail')) as {
    subject: string;
    model: string;
  }[];
  expect(
    mails.filter(({ subject, model }) => [note, deviation].some((one) => (subject + model).includes(one))),
  ).toEqual([]);
  expect((await (await app.as(lin)).get(`/review/${serial}`).expect(200)).text).not.toContain(note);
  for (const query of ['reading=none', 'voting=tie', 'voting=unvoted'])
    expect((await (await app.as(lin)).get(`/review?${query}&status=all`).expect(200)).text).not.toContain(serial);
});
