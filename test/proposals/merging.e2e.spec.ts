import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases } from '../../src/handling/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Committee } from './committee.js';

const { wu, luo, lin, zhao, chen, tang, gao } = cast;

describe('proposals on the same matter', () => {
  let app: TestApp;
  let committee: Committee;
  let leading: string;
  let other: string;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    committee = new Committee(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    leading = await committee.underReview('关于增设充电点的提案', wu, [lin, zhao]);
    other = await committee.underReview('关于多装充电插口的提案', luo, [lin, zhao]);
  });

  const mergedCase = async () => {
    const location = await committee.post(chen, '/review/selection', {
      ref: [leading, other],
      outcome: 'merge',
      leading,
      caseTitle: '关于完善电动自行车充电设施的提案',
      note: '内容相近，合并办理。',
    });
    expect(location).toBe('/board?state=open');
    return (await committee.casesOf(leading))[0]!;
  };

  it('become one case with both originals, both authors and a title of its own', async () => {
    const ref = await mergedCase();

    expect(await committee.casesOf(other)).toEqual([ref]);
    expect([await committee.statusOf(leading), await committee.statusOf(other)]).toEqual(['filed', 'merged']);
    expect(await committee.partiesOf(ref)).toEqual(['吴敏', '罗成']);
    const page = await app.visitor().get(`/cases/${ref}`).expect(200);
    for (const text of ['关于完善电动自行车充电设施的提案', leading, other, '吴敏', '罗成'])
      expect(page.text).toContain(text);
    const own = await app.visitor().get(`/proposals/${other}`).expect(200);
    expect(own.text).toContain(`/cases/${ref}`);
    expect(own.text).toContain('已并案');
    expect(own.text).toContain('内容相近，合并办理。');
  });

  it('are told of once, whoever wrote or signed how many of them', async () => {
    const before = await Promise.all([wu, luo, lin, zhao].map((one) => committee.countOf(one)));
    await mergedCase();

    const told = await Promise.all([wu, luo, lin, zhao].map((one, i) => committee.toldTo(one, before[i])));
    expect(told).toEqual([['filed_leading'], ['merged'], ['seconded_filed'], ['seconded_filed']]);
  });

  it('are answered to and rated by everybody whose matter it is', async () => {
    const ref = await mergedCase();
    await committee.post(chen, `/cases/${ref}/assignment`, { lead: units.hq.id });
    const [duty] = (await app.db.query(
      'select assignment.id from assignment join handling_case on handling_case.id = case_id where ref = $1',
      [ref],
    )) as { id: string }[];
    await committee.post(gao, `/cases/${ref}/receipt`, { assignment: duty!.id });

    expect((await (await app.as(luo)).get(`/cases/${ref}`).expect(200)).text).toContain('办理中');
    expect((await committee.toldTo(luo)).slice(-2)).toEqual(['assigned', 'signed_for']);
  });

  it('join a case that is filed already, before its assignment; its people are told once', async () => {
    await committee.decide(leading, { outcome: 'file' });
    const [ref] = await committee.casesOf(leading);
    const before = await Promise.all([wu, luo, lin].map((one) => committee.countOf(one)));
    const chair = await app.as(chen);
    const form = await chair.get(`/review/${other}`).expect(200);
    expect(form.text).toContain('已立案、尚未交办');
    expect(await committee.decide(other, { outcome: 'merge', into: ref! })).toBe(`/cases/${ref}`);

    expect(await committee.partiesOf(ref!)).toEqual(['吴敏', '罗成']);
    const told = await Promise.all([wu, luo, lin].map((one, i) => committee.toldTo(one, before[i])));
    expect(told).toEqual([['case_joined'], ['merged'], ['seconded_merged']]);
  });

  it('are not merged into what is assigned, undecided, of another kind, or themselves', async () => {
    const chair = await app.as(chen);
    const refused = async (into: string) =>
      (await chair.post(`/review/${other}/decision`, { outcome: 'merge', into, note: '' }).expect(422)).text;
    expect(await refused('')).toContain('还没有选择并入哪一案');
    expect(await refused(other)).toContain('不能并入自己');
    expect(await refused(leading)).toContain('领衔提案没有立案');
    await committee.decide(leading, { outcome: 'file' });
    const [ref] = await committee.casesOf(leading);
    await committee.post(chen, `/cases/${ref}/assignment`, { lead: units.hq.id });
    expect(await refused(ref!)).toContain('领衔提案没有立案');
    expect((await chair.post(`/review/${other}/merger`, { into: ref!, note: '' }).expect(422)).text).toContain(
      '已经交办',
    );
    await (await app.as(tang)).post(`/review/${other}/decision`, { outcome: 'merge', into: ref! }).expect(422);
  });

  it('filed apart are still brought together before the assignment: the second case ends in the first', async () => {
    await committee.decide(leading, { outcome: 'file' });
    await committee.decide(other, { outcome: 'file' });
    const [first] = await committee.casesOf(leading);
    const [second] = await committee.casesOf(other);
    const before = await committee.countOf(luo);
    await committee.post(chen, `/review/${other}/merger`, { into: first!, note: '同一件事。' });

    expect(await committee.casesOf(other)).toEqual([first]);
    expect(await committee.toldTo(luo, before)).toEqual(['merged']);
    expect((await (await app.as(chen)).get(`/cases/${second}`).expect(200)).text).toContain('并入');
    expect((await app.visitor().get(`/proposals/${other}`).expect(200)).text).toContain(`/cases/${first}`);
  });

  it('a suggestion takes suggestions only', async () => {
    await committee.decide(leading, { outcome: 'convert' });
    await committee.decide(other, { outcome: 'file' });
    const [suggestion] = await committee.casesOf(leading);
    const answer = await (await app.as(chen)).post(`/review/${other}/merger`, { into: suggestion!, note: '' });

    expect([answer.status, answer.text.includes('转为建议的只能并入建议')]).toEqual([422, true]);
  });

  it('are separated again before the assignment: its people leave, everybody is told', async () => {
    const ref = await mergedCase();
    const before = await Promise.all([wu, luo, lin].map((one) => committee.countOf(one)));
    const chair = await app.as(chen);
    expect((await chair.get(`/review/${other}`).expect(200)).text).toContain(`/review/${other}/unmerging`);
    await chair.post(`/review/${other}/unmerging`, { reason: '' }).expect(422);
    await committee.post(chen, `/review/${other}/unmerging`, { reason: '地点不同，宜分开办。' });

    expect([await committee.statusOf(other), await committee.casesOf(other)]).toEqual(['under_review', []]);
    expect(await committee.partiesOf(ref)).toEqual(['吴敏']);
    expect((await app.visitor().get(`/cases/${ref}`).expect(200)).text).not.toContain('罗成');
    const told = await Promise.all([wu, luo, lin].map((one, i) => committee.toldTo(one, before[i])));
    expect(told).toEqual([['case_left'], ['unmerged'], ['unmerged']]);
    await chair.post(`/review/${other}/unmerging`, { reason: '再来一次' }).expect(409);
    await committee.decide(other, { outcome: 'merge', into: ref });
    await committee.post(chen, `/cases/${ref}/assignment`, { lead: units.hq.id });
    expect((await chair.post(`/review/${other}/unmerging`, { reason: '晚了' }).expect(409)).text).toContain('已经交办');
  });

  it('go on without their leading one', async () => {
    const ref = await mergedCase();
    const [{ id }] = (await app.db.query('select id from proposal where serial = $1', [leading])) as [{ id: string }];
    const author = await app.actor(wu);
    await app.db.transaction((tx) => app.get(Cases).removeOrigin(id, '学校已经加装', author, tx));

    expect(await committee.partiesOf(ref)).toEqual(['罗成']);
    expect((await app.visitor().get(`/cases/${ref}`).expect(200)).text).toContain(other);
  });

  it('merged ten times at the same moment are merged once, and told once', async () => {
    await committee.decide(leading, { outcome: 'file' });
    const [ref] = await committee.casesOf(leading);
    const before = await committee.countOf(luo);
    const chair = await app.as(chen);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        chair.post(`/review/${other}/decision`, { outcome: 'merge', into: ref!, note: '' }),
      ),
    );

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true);
    expect(await committee.toldTo(luo, before)).toEqual(['merged']);
    expect(await committee.partiesOf(ref!)).toEqual(['吴敏', '罗成']);
  });

  it('merged crosswise at the same moment end in one case', async () => {
    await committee.decide(leading, { outcome: 'file' });
    await committee.decide(other, { outcome: 'file' });
    const [[first], [second]] = [await committee.casesOf(leading), await committee.casesOf(other)];
    const chair = await app.as(chen);
    const answers = await Promise.all([
      chair.post(`/review/${leading}/merger`, { into: second!, note: '' }),
      chair.post(`/review/${other}/merger`, { into: first!, note: '' }),
    ]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect(await committee.casesOf(leading)).toEqual(await committee.casesOf(other));
  });
});
