import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, type Player } from '../support/cast.js';
import { PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';
import { TEXT } from './journey.js';

const FORM = {
  author: cast.wu.number,
  receivedOn: '2026-04-10',
  note: '',
  title: '关于纸上提案的提案',
  category: TEXT.category,
  reason: TEXT.reason,
  measures: TEXT.measures,
  wishedUnit: '',
  publish: 'yes',
  publishRefusal: '',
  seconders: `${cast.lin.number}、${cast.zhao.number}`,
};
const SCAN = { files: { name: '提案表扫描.pdf', body: PDF } };

describe('a proposal that came on paper', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  beforeEach(() => app.clock.set('2026-04-14T09:00:00+08:00'));
  afterAll(() => app.close());

  const enter = async (fields: Record<string, string> = {}, files: object = SCAN, who: Player = cast.tang) =>
    (await app.as(who)).upload('/review/paper', { id: newId(), ...FORM, ...fields }, files as typeof SCAN);
  const entered = async (fields: Record<string, string> = {}) => {
    const answer = await enter(fields);
    expect([answer.status, answer.text]).toEqual([303, expect.anything()]);
    return /\d{4}-\d{4}/.exec(answer.headers.location as string)![0];
  };
  const page = async (who: Player | null, address: string) =>
    (await (who ? await app.as(who) : app.visitor()).get(address).expect(200)).text;
  const toldOf = async (who: Player, title: string): Promise<string[]> => {
    const rows = await app.db.query("select kind from notification where staff_id = $1 and params ->> 'title' = $2", [
      who.id,
      title,
    ]);
    return (rows as { kind: string }[]).map(({ kind }) => kind);
  };

  it('is typed in by the secretary, gets a number like any other and stays marked for good', async () => {
    expect(await page(cast.tang, '/review')).toContain('/review/paper');
    const serial = await entered();

    const [row] = await app.db.query(
      'select status, author_id, entered_by, received_on::text, submitted_at is not null as "in" from proposal where serial = $1',
      [serial],
    );
    expect(row).toEqual({
      status: 'submitted',
      author_id: cast.wu.id,
      entered_by: cast.tang.id,
      received_on: '2026-04-10',
      in: true,
    });
    const words = ['纸质录入', '唐宁于', '根据纸质提案表录入'];
    const own = await page(cast.wu, `/proposals/${serial}`);
    expect([...words, '提案表扫描.pdf'].map((word) => own.includes(word))).toEqual([true, true, true, true]);
    expect(await page(cast.wu, '/proposals/mine')).toContain('纸质录入');
    expect(await page(cast.tang, '/review')).toContain('纸质录入');
    expect(await toldOf(cast.wu, FORM.title)).toEqual(['paper_entered']);
    for (const one of [cast.lin, cast.zhao]) expect(await toldOf(one, FORM.title)).toEqual(['paper_seconded']);

    await (await app.as(cast.tang)).post(`/review/${serial}/taking-up`).expect(303);
    await (await app.as(cast.chen)).post(`/review/${serial}/decision`, { outcome: 'file', note: '' }).expect(303);
    const visitor = await page(null, `/proposals/${serial}`);
    expect([...words, '提案表扫描.pdf'].map((word) => visitor.includes(word))).toEqual([true, true, true, false]);
    expect(await page(null, '/proposals')).toContain('纸质录入');
    const href = /href="(\/files\/[^"]+)"/.exec(own)![1]!;
    for (const one of [cast.wu, cast.tang, cast.chen]) await (await app.as(one)).get(href).expect(200);
    await (await app.as(cast.gao)).get(href).expect(404);
    await app.visitor().get(href).expect(404);
  });

  it.each<[string, Record<string, string>, string]>([
    ['of somebody who is no delegate', { author: cast.gao.number }, '不是本届正式代表'],
    ['with too few seconders', { seconders: cast.lin.number }, '至少需要 2 位附议人'],
    ['with one seconder counted twice', { seconders: `${cast.lin.number} ${cast.lin.number}` }, '至少需要 2 位附议人'],
    ['seconded by its author', { seconders: `${cast.lin.number} ${cast.wu.number}` }, '提案人本人不能附议'],
    ['seconded by a stranger', { seconders: `${cast.lin.number} 9999999` }, '9999999'],
    ['received before the window', { receivedOn: '2026-03-30' }, '收到日期须在征集期内'],
    ['received tomorrow', { receivedOn: '2026-04-15' }, '收到日期须在征集期内'],
    ['without a reason', { reason: '' }, '案由'],
  ])('is refused %s', async (_, fields, said) => {
    const answer = await enter(fields);

    expect([answer.status, answer.text.includes(said), answer.text.includes(FORM.measures.split('\n')[0]!)]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('needs the scan, and takes no other file for it', async () => {
    expect((await enter({}, {})).text).toContain('请附上有签名的纸质提案表扫描件');
    expect((await enter({}, { files: { name: '提案.txt', body: '案由' } })).text).toContain('请上传一份 PDF 或图片');
  });

  it('counts by the day it came in; entered after the window only with a reason', async () => {
    app.clock.set('2026-05-06T09:00:00+08:00');
    expect((await enter()).text).toContain('请说明为什么现在才录入');
    expect((await enter({ receivedOn: '2026-05-04', note: '晚交。' })).text).toContain('收到日期须在征集期内');
    await entered({ note: '四月三十日收到，录入时系统维护。' });
  });

  it('is for the secretary alone, and never for an own matter', async () => {
    for (const one of [cast.chen, cast.sun, cast.wu, cast.gao, cast.jian, cast.guan])
      expect((await enter({}, SCAN, one)).status).toBe(403);
    await app.db.query(
      "insert into committee_seat (id, term_id, staff_id, role, valid_from) select gen_random_uuid(), term_id, $1, 'committee_secretary', '2024-01-01' from committee_seat limit 1",
      [cast.luo.id],
    );
    const own = { author: cast.luo.number };
    expect((await enter(own, SCAN, cast.luo)).text).toContain('不能代录自己提出、联名或附议的提案');
    const seconded = { seconders: `${cast.lin.number} ${cast.luo.number}` };
    expect((await enter(seconded, SCAN, cast.luo)).text).toContain('不能代录自己提出、联名或附议的提案');
    expect((await enter(own, SCAN, cast.tang)).status).toBe(303);
  });

  it('is entered once, however often the form is sent', async () => {
    const id = newId();
    const answers = await Promise.all([enter({ id }), enter({ id })]);

    expect([...answers, await enter({ id })].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.location as string)).size).toBe(1);
    const rows = await app.db.query('select serial from proposal where id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  it('can be objected to by its author, once, and the secretary is told', async () => {
    const title = '关于录错的提案';
    const serial = await entered({ title });
    expect(await page(cast.wu, `/proposals/${serial}`)).toContain(`/proposals/${serial}/objection`);
    const object = async (who: Player, objection = '第二条措施漏录。') =>
      (await (await app.as(who)).post(`/proposals/${serial}/objection`, { objection })).status;
    expect([await object(cast.lin), await object(cast.tang), await object(cast.wu, ' ')]).toEqual([403, 403, 422]);
    expect([await object(cast.wu), await object(cast.wu)]).toEqual([303, 303]);
    expect(await object(cast.wu, '第一条也错了。')).toBe(409);
    expect(await page(cast.wu, `/proposals/${serial}`)).not.toContain(`/proposals/${serial}/objection`);

    expect((await toldOf(cast.tang, title)).filter((kind) => kind === 'paper_objected')).toHaveLength(1);
    expect(await page(cast.tang, `/review/${serial}`)).toContain('第二条措施漏录。');
  });
});
