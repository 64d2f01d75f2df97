import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { seated } from '../support/seats.js';
import { TestApp } from '../support/test-app.js';
import { Committee, eventsOf, toldOf, voted } from './committee.js';

const { wu, chen, tang, sun, luo, fang, zhou } = cast;
const TWO = {
  title1: '关于修缮车棚的提案',
  measures1: '三处车棚各装插口。',
  title2: '关于报修的提案',
  measures2: '限期修好。',
};
const DECLINED = {
  ...TWO,
  title3: '关于车库产权的提案',
  measures3: '请学校出具产权证明。',
  outcome3: 'decline',
  declineCode3: 'outside_remit',
  explanation3: '产权登记由不动产登记中心办理。',
};

describe('the parts of a proposal', () => {
  let app: TestApp;
  let committee: Committee;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await seated(app, luo, 'committee_member');
    await seated(app, fang, 'presidium');
    committee = new Committee(app);
  });
  afterAll(() => app.close());

  const split = async (serial: string, fields: Record<string, string>, who = chen) =>
    (await app.as(who)).post(`/review/${serial}/split`, { note: '', ...fields });
  const kindsOf = async (serial: string) => {
    const sql =
      'select kind from handling_case join case_origin on case_id = id where case_origin.ref = $1 order by kind';
    return ((await app.db.query(sql, [serial])) as { kind: string }[]).map(({ kind }) => kind);
  };

  it('are filed, handled as a suggestion or declined, each on its own', async () => {
    const serial = await committee.underReview('关于三件事的提案');

    expect((await split(serial, { ...DECLINED, outcome2: 'convert' })).status).toBe(303);

    expect([await committee.statusOf(serial), (await kindsOf(serial)).toSorted()]).toEqual([
      'filed',
      ['proposal', 'suggestion'],
    ]);
    const page = (await app.visitor().get(`/proposals/${serial}`).expect(200)).text;
    for (const text of ['未予立案的部分：关于车库产权的提案', '超出学校职权范围', '不动产登记中心'])
      expect(page).toContain(text);
    expect([await toldOf(app, serial, 'split_in_part'), await toldOf(app, serial, 'split')]).toEqual([['吴敏'], []]);
    const [event] = await eventsOf(app, serial, 'split');
    expect(event!.data.declined).toEqual([
      expect.objectContaining({ zh: '超出学校职权范围', title: '关于车库产权的提案' }),
    ]);
    expect((await (await app.as(zhou)).get(`/statistics/received?session=8-3&part=filed`)).text).toContain(serial);
  });

  it('that are declined need reason and explanation, and one part is filed; what was typed comes back', async () => {
    const serial = await committee.underReview('关于缺少理由的提案');
    for (const [lack, words] of [
      [{ declineCode3: '' }, '须选择不立案理由'],
      [{ declineCode3: 'no_such_reason' }, '须选择不立案理由'],
      [{ explanation3: '' }, '须写明说明'],
      [{ outcome1: 'convert', outcome2: 'convert' }, '至少一部分须立案'],
    ] as const) {
      const answer = await split(serial, { ...DECLINED, ...lack });
      expect([answer.status, answer.text.includes(words), answer.text.includes('产权证明')]).toEqual([422, true, true]);
    }
    expect((await split(serial, { ...DECLINED, outcome1: 'merge' })).status).toBe(422);
    expect([await committee.statusOf(serial), await kindsOf(serial)]).toEqual(['under_review', []]);
  });

  it('stay declined: neither changed nor taken away, and their reason is in use', async () => {
    const change = app.db.query("update declined_part set explanation = '改写'");
    await expect(change).rejects.toThrow('append-only');
    await (await app.as(chen)).post('/admin/decline-reasons/outside_remit/removal').expect(409);
  });

  it('against the votes need a reason, which stays with the committee', async () => {
    const serial = await committee.underReview('关于违背表决的提案');
    for (const member of [sun, luo]) await voted(app, member, serial, 'decline');

    const refused = await split(serial, TWO);
    expect([refused.status, refused.text.includes(TWO.measures2)]).toEqual([422, true]);
    expect(refused.text).toContain('多数');
    expect((await split(serial, { ...TWO, deviation: '两事性质不同，可分别办理。' })).status).toBe(303);

    expect((await eventsOf(app, serial, 'deviate')).map(({ data }) => data.outcome)).toEqual(['split']);
    expect((await app.visitor().get(`/proposals/${serial}`)).text).not.toContain('两事性质不同');
  });

  it('follow a vote for filing without a reason, unless one of them is declined', async () => {
    const serial = await committee.underReview('关于多数立案的提案');
    for (const member of [sun, luo]) await voted(app, member, serial, 'file');

    expect((await split(serial, DECLINED)).status).toBe(422);
    expect((await split(serial, TWO)).status).toBe(303);
  });

  it('are prepared for the meeting with all that is said of them', async () => {
    const serial = await committee.underReview('关于会前拟定的提案');
    expect((await split(serial, { ...DECLINED, onward: 'draft' }, tang)).status).toBe(303);

    const sheet = (await (await app.as(chen)).get('/review/decisions').expect(200)).text;
    expect(sheet).toContain('关于车库产权的提案（不予立案）');
    expect((await (await app.as(tang)).get(`/review/${serial}/split`).expect(200)).text).toContain('不动产登记中心');
    await committee.post(chen, '/review/decisions/publication', { session: '8-3', chosen: `${serial}.1` });
    expect([await committee.statusOf(serial), await kindsOf(serial)]).toEqual(['filed', ['proposal', 'proposal']]);
  });

  it('are decided by the presidium where the matter was referred to it, and by nobody else then', async () => {
    const serial = await committee.underReview('关于提交主席团的提案');
    await committee.post(tang, `/review/${serial}/referral`, { reason: '涉及几个校区。' });
    const presidium = await app.as(fang);
    expect((await presidium.get(`/review/${serial}`).expect(200)).text).toContain(`/review/${serial}/split`);
    expect((await presidium.get(`/review/${serial}/split`).expect(200)).text).not.toContain('存入审定清单');
    for (const [who, status] of [
      [chen, 403],
      [tang, 403],
      [wu, 404],
    ] as const)
      expect((await split(serial, TWO, who)).status).toBe(status);

    const answers = await Promise.all(Array.from({ length: 10 }, () => split(serial, TWO, fang)));

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await eventsOf(app, serial, 'split')).map(({ who, role }) => [who, role])).toEqual([['方正', 'presidium']]);
    expect(await kindsOf(serial)).toEqual(['proposal', 'proposal']);
  });

  it('or the matter is merged by the presidium into a case', async () => {
    const into = await committee.underReview('关于领衔的提案', luo, [wu, cast.lin]);
    await committee.decide(into, { outcome: 'file' });
    const [ref] = await committee.casesOf(into);
    const serial = await committee.underReview('关于并入的提案');
    for (const member of [sun]) await voted(app, member, serial, 'file');
    await committee.post(tang, `/review/${serial}/referral`, { reason: '与他案相近。' });
    const merge = async (more = {}) =>
      (await app.as(fang)).post(`/review/${serial}/decision`, { outcome: 'merge', into: ref!, note: '', ...more });
    expect((await (await app.as(fang)).get(`/review/${serial}`)).text).toContain('value="merge"');
    expect((await merge()).status).toBe(422);

    expect((await merge({ deviation: '同一处车棚。' })).status).toBe(303);

    expect([await committee.statusOf(serial), await committee.casesOf(serial)]).toEqual(['merged', [ref]]);
    expect((await eventsOf(app, serial, 'merge')).map(({ role }) => role)).toEqual(['presidium']);
    expect(await toldOf(app, serial, 'merged')).toEqual(['吴敏']);
  });

  it('a filed one is merged against the votes only with a reason', async () => {
    const into = await committee.underReview('关于另一领衔的提案', luo, [wu, cast.lin]);
    await committee.decide(into, { outcome: 'file' });
    const [ref] = await committee.casesOf(into);
    const serial = await committee.underReview('关于先立案后并案的提案');
    await voted(app, sun, serial, 'file');
    await committee.decide(serial, { outcome: 'file' });
    const merge = async (more = {}) => (await app.as(chen)).post(`/review/${serial}/merger`, { into: ref!, ...more });

    const refused = await merge();
    expect([refused.status, refused.text.includes('id="deviation"')]).toEqual([422, true]);
    expect((await merge({ deviation: '立案后发现为同一处。' })).status).toBe(303);
    expect(await committee.statusOf(serial)).toBe('merged');
  });
});
