import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Committee } from './committee.js';

const { wu, luo, lin, chen, tang } = cast;
const PARTS = {
  title1: '关于修缮车棚的提案',
  measures1: '1. 在三处车棚各装二十个插口。',
  title2: '关于充电报修的提案',
  measures2: '2. 坏掉的插口限期修好。',
};

describe('a proposal that concerns two matters', () => {
  let app: TestApp;
  let committee: Committee;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    committee = new Committee(app);
  });
  afterAll(() => app.close());

  const split = async () => {
    const serial = await committee.underReview('关于车棚与报修的提案');
    const location = await committee.post(chen, `/review/${serial}/split`, { ...PARTS, note: '分别交办。' });
    expect(location).toBe('/board?state=open');
    return serial;
  };

  it('becomes two cases, each with its number, title and part of the matter', async () => {
    const serial = await split();
    const cases = await committee.casesOf(serial);

    expect([await committee.statusOf(serial), cases.length]).toEqual(['filed', 2]);
    const [first, second] = await Promise.all(cases.map((ref) => app.visitor().get(`/cases/${ref}`).expect(200)));
    expect(first!.text).toContain('关于修缮车棚的提案');
    expect(second!.text).toContain('关于充电报修的提案');
    expect(second!.text).toContain('本案办理的部分');
    for (const page of [first!, second!]) expect(page.text).toContain('坏掉的插口限期修好。');
  });

  it('lists all its cases on its page, and its people are told once', async () => {
    const before = await Promise.all([wu, lin].map((one) => committee.countOf(one)));
    const serial = await split();

    const page = await app.visitor().get(`/proposals/${serial}`).expect(200);
    for (const ref of await committee.casesOf(serial)) expect(page.text).toContain(`/cases/${ref}`);
    expect(page.text).toContain('分案立案');
    const told = await Promise.all([wu, lin].map((one, i) => committee.toldTo(one, before[i])));
    expect(told.map((kinds) => kinds.filter((kind) => kind.includes('split')))).toEqual([
      ['split'],
      ['seconded_split'],
    ]);
  });

  it('carries another proposal in one of its cases', async () => {
    const serial = await split();
    const [, second] = await committee.casesOf(serial);
    const other = await committee.underReview('关于报修电话的提案', luo, [lin, wu]);
    await committee.decide(other, { outcome: 'merge', into: second! });

    expect(await committee.casesOf(other)).toEqual([second]);
    expect(await committee.partiesOf(second!)).toEqual(['吴敏', '罗成']);
    expect(await committee.partiesOf((await committee.casesOf(serial))[0]!)).toEqual(['吴敏']);
  });

  it('needs two cases with title and matter; what was typed comes back', async () => {
    const serial = await committee.underReview('关于半途而废的提案');
    const chair = await app.as(chen);
    const one = { title1: '只有一案的案名', measures1: '全部。' };
    const answer = await chair.post(`/review/${serial}/split`, one).expect(422);
    expect(answer.text).toContain('至少分为 2 案');
    expect(answer.text).toContain('只有一案的案名');
    expect((await chair.post(`/review/${serial}/split`, { ...PARTS, measures2: '' }).expect(422)).text).toContain(
      '缺少案名或办理内容',
    );
    await chair.post(`/review/${serial}/split`, { ...PARTS, title1: '长'.repeat(51) }).expect(422);
    expect(await committee.statusOf(serial)).toBe('under_review');
  });

  it('is split by the chair alone, and only while it is under review', async () => {
    const serial = await committee.underReview('关于谁来分案的提案');
    await (await app.as(tang)).post(`/review/${serial}/split`, PARTS).expect(403);
    await (await app.as(cast.sun)).get(`/review/${serial}/split`).expect(403);
    await (await app.as(wu)).get(`/review/${serial}/split`).expect(404);
    await committee.decide(serial, { outcome: 'file' });
    await (await app.as(chen)).post(`/review/${serial}/split`, PARTS).expect(409);
  });

  it('split ten times at the same moment is split once', async () => {
    const serial = await committee.underReview('关于连点十次的提案');
    const chair = await app.as(chen);
    const answers = await Promise.all(Array.from({ length: 10 }, () => chair.post(`/review/${serial}/split`, PARTS)));

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await committee.casesOf(serial)).toHaveLength(2);
  });
});
