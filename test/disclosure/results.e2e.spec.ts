import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { assigned, dutyOf } from '../handling/cases.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

const REPLY = '自四月二十日起，周一至周四加开二十二点一班。';

describe('the result of a case on the notice board', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  /** A case whose reply is signed and published. */
  async function publishedCase(): Promise<string> {
    const record = await assigned(app);
    await app.db.query(
      `insert into reply (id, case_id, assignment_id, round, status, text, outcome_class, number, drafted_by, updated_at, signed_at, fingerprint, audience)
       values ($1, $2, $3, 1, 'signed', $4, 'A', $5, $6, '2026-04-14', '2026-04-14', 'x', '{public}')`,
      [newId(), record.id, dutyOf(record, 'lead'), REPLY, `江大后勤〔2026〕复${record.ref}号`, cast.gao.id],
    );
    await app.db.query(
      "update handling_case set status = 'replied', outcome_class = 'A', replied_at = '2026-04-14', published_at = '2026-04-14' where id = $1",
      [record.id],
    );
    return record.ref;
  }

  const typed = { title: '关于增开夜间校车的提案办理结果', body: `## 办理结果\n\n${REPLY}` };

  it('is posted by the committee in one step, with a link to the case and from it', async () => {
    const ref = await publishedCase();
    const tang = await app.as(cast.tang);
    const page = await tang.get(`/cases/${ref}/notice`).expect(200);
    expect(page.text).toContain(REPLY);
    expect(page.text).toContain('后勤保障部');
    expect((await tang.get(`/cases/${ref}`).expect(200)).text).toContain(`/cases/${ref}/notice`);
    await tang.post(`/cases/${ref}/notice`, { ...typed, title: '' }).expect(422);

    const { headers } = await tang.post(`/cases/${ref}/notice`, typed).expect(303);
    expect(headers.location).toMatch(/^\/notices\/hq-results-2026-\d{3}$/);
    const notice = await app.visitor().get(headers.location!).expect(200);
    expect(notice.text).toContain(REPLY);
    expect(notice.text).toContain(`/cases/${ref}`);
    expect((await app.visitor().get(`/cases/${ref}`).expect(200)).text).toContain(headers.location!);
    await tang.get(`/cases/${ref}/notice`).expect(303);
    const [event] = await app.db.query(
      "select * from ledger_event where action = 'post_result' order by at desc limit 1",
    );
    expect(event).toMatchObject({ subject_type: 'notice', role: 'committee_secretary', data: { caseRef: ref } });
  });

  it('is posted once, also when two press at the same moment', async () => {
    const ref = await publishedCase();
    const [chen, tang] = [await app.as(cast.chen), await app.as(cast.tang)];
    const answers = await Promise.all([chen, tang, chen].map((client) => client.post(`/cases/${ref}/notice`, typed)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
  });

  it('is nobody else’s to post, and not before the reply is published', async () => {
    const ref = await publishedCase();
    for (const person of [cast.wu, cast.gao, cast.he, cast.sun, cast.ou])
      await (await app.as(person)).post(`/cases/${ref}/notice`, typed).expect(403);
    const unpublished = await assigned(app);
    await (await app.as(cast.chen)).post(`/cases/${unpublished.ref}/notice`, typed).expect(409);
    await (await app.as(cast.chen)).post('/cases/8-3-999/notice', typed).expect(404);
  });
});
