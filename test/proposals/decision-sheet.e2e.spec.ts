import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Committee } from './committee.js';

const { wu, luo, lin, chen, tang, sun, zhou, gao } = cast;
const SHEET = '/review/decisions';
const NOTE = '三月已经装好，详见通知。';

describe('the decision sheet', () => {
  let app: TestApp;
  let committee: Committee;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    committee = new Committee(app);
  });
  afterAll(() => app.close());

  const text = async (who = chen) => (await (await app.as(who)).get(SHEET).expect(200)).text;
  /** The rows as they are ticked on the page, each on its place. */
  const ticked = async (...wanted: string[]) => {
    const found = [...(await text()).matchAll(/name="chosen" value="((\d{4}-\d{4})\.\d+)"/g)];
    const rows = found.filter(([, , ref]) => wanted.length === 0 || wanted.includes(ref!));
    const places = Object.fromEntries(rows.map(([, , ref]) => [`place-${ref}`, String(placeOf(ref!, found))]));
    return { chosen: rows.map(([, key]) => key!), ...places };
  };
  const placeOf = (ref: string, found: RegExpMatchArray[]) => found.findIndex(([, , one]) => one === ref) + 1;
  const publish = async (...wanted: string[]) =>
    (await app.as(chen)).post(`${SHEET}/publication`, await ticked(...wanted));

  it('keeps what the secretary prepares, for the committee alone, and changes nothing', async () => {
    const serial = await committee.underReview('关于只拟不发的提案');
    const before = await committee.countOf(wu);
    await committee.prepare(serial, { outcome: 'decline', declineCode: 'already_solved', note: NOTE });

    expect(await text(tang)).toContain(NOTE);
    expect(await text(tang)).toContain('拟不予立案');
    expect(await committee.statusOf(serial)).toBe('under_review');
    expect(await committee.toldTo(wu, before)).toEqual([]);
    for (const address of [
      `/proposals/${serial}`,
      '/proposals',
      `/search?q=${encodeURIComponent('三月已经装好')}`,
      '/me/todos',
    ])
      expect((await (await app.as(wu)).get(address)).text).not.toContain('详见通知');
    for (const one of [wu, zhou, gao]) await (await app.as(one)).get(SHEET).expect(403);
    expect(await text(sun)).toContain(NOTE);
    const events = (await app.db.query(
      "select count(*)::int as n from ledger_event where data::text like '%三月已经装好%' or note like '%三月已经装好%'",
    )) as [{ n: number }];
    expect(events[0].n).toBe(0);
    await committee.post(tang, `${SHEET}/removal`, { ref: serial });
    expect(await text(tang)).not.toContain(serial);
  });

  it('shows nobody what they wrote or signed themselves', async () => {
    const serial = await committee.underReview('关于回避的提案', luo, [lin, sun]);
    await committee.prepare(serial, { outcome: 'file' });

    expect(await text(tang)).toContain(serial);
    expect(await text(sun)).not.toContain(serial);
    expect((await (await app.as(sun)).get(`/review/${serial}`).expect(200)).text).not.toContain('已拟审定意见');
    await committee.post(tang, `${SHEET}/removal`, { ref: serial });
  });

  it('says in red what is incomplete, and publishes nothing while one chosen row is', async () => {
    const [whole, lacking] = [
      await committee.underReview('关于完整的提案'),
      await committee.underReview('关于残缺的提案'),
    ];
    await committee.prepare(whole, { outcome: 'file' });
    await committee.prepare(lacking, { outcome: 'decline' });
    expect(await text()).toContain('还没有选择不立案理由');

    const refused = await publish();
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(`提案 ${lacking} 有问题`);
    expect(refused.text).toContain(`#row-${lacking}`);
    expect([await committee.statusOf(whole), await committee.statusOf(lacking)]).toEqual([
      'under_review',
      'under_review',
    ]);
    expect((await publish(whole)).status).toBe(303);
    expect([await committee.statusOf(whole), await committee.statusOf(lacking)]).toEqual(['filed', 'under_review']);
    await committee.post(tang, `${SHEET}/removal`, { ref: lacking });
  });

  it('gives numbers in the order chosen, without gaps, and tells everybody once', async () => {
    const titles = ['关于甲的提案', '关于乙的提案', '关于丙的提案', '关于丁的提案'];
    const serials: string[] = [];
    for (const title of titles) serials.push(await committee.underReview(title));
    for (const serial of serials.slice(0, 3)) await committee.prepare(serial, { outcome: 'file' });
    await committee.prepare(serials[3]!, { outcome: 'merge', into: serials[1]! });
    await committee.post(tang, `${SHEET}/order`, { down: serials[0]! });
    const moved = { [`place-${serials[0]}`]: '3', [`place-${serials[1]}`]: '2', [`place-${serials[2]}`]: '1' };
    await committee.post(chen, `${SHEET}/order`, moved);
    const before = await committee.countOf(wu);
    expect((await publish()).headers.location).toBe('/board?state=open');

    const order = [serials[2]!, serials[1]!, serials[0]!];
    const numbers = (await Promise.all(order.map((serial) => committee.casesOf(serial)))).map(([ref]) =>
      Number(ref!.slice(4)),
    );
    expect(numbers).toEqual([numbers[0], numbers[0]! + 1, numbers[0]! + 2]);
    expect(await committee.casesOf(serials[3]!)).toEqual(await committee.casesOf(serials[1]!));
    expect((await committee.toldTo(wu, before)).toSorted()).toEqual(['filed', 'filed', 'filed_leading']);
    expect(await text()).toContain('还没有拟定审定意见');
  }, 120_000);

  it('published ten times at the same moment is published once', async () => {
    const serials = [
      await committee.underReview('关于十次之一的提案'),
      await committee.underReview('关于十次之二的提案'),
    ];
    for (const serial of serials) await committee.prepare(serial, { outcome: 'file' });
    const before = await committee.countOf(wu);
    const form = await ticked();
    const chair = await app.as(chen);
    const answers = await Promise.all(Array.from({ length: 10 }, () => chair.post(`${SHEET}/publication`, form)));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect(await committee.toldTo(wu, before)).toEqual(['filed', 'filed']);
    expect((await Promise.all(serials.map((one) => committee.casesOf(one)))).flat()).toHaveLength(2);
  });

  it('is not published as it was read when somebody changed it since, nor by anybody but the chair', async () => {
    const serial = await committee.underReview('关于改了主意的提案');
    await committee.prepare(serial, { outcome: 'file' });
    const read = await ticked(serial);
    await committee.prepare(serial, { outcome: 'convert' });
    const chair = await app.as(chen);
    expect((await chair.post(`${SHEET}/publication`, read).expect(409)).text).toContain('在您打开清单后有改动');
    expect((await (await app.as(tang)).post(`${SHEET}/publication`, await ticked(serial)).expect(409)).text).toContain(
      '不由您来办理',
    );
    for (const one of [wu, zhou]) await (await app.as(one)).post(`${SHEET}/publication`, read).expect(403);
    await (
      await app.as(sun)
    )
      .post(`/review/${serial}/decision`, { outcome: 'file', note: '', onward: 'draft' })
      .expect(403);
    await (await app.as(sun)).post(`${SHEET}/order`, { up: serial }).expect(403);
    await (await app.as(sun)).post(`${SHEET}/removal`, { ref: serial }).expect(403);
    expect((await publish(serial)).status).toBe(303);
    expect(await committee.statusOf(serial)).toBe('converted');
  });

  it('drops what is decided, returned or withdrawn in another way', async () => {
    const [decided, returned, withdrawn] = [
      await committee.underReview('关于先决的提案'),
      await committee.underReview('关于退回的提案'),
      await committee.underReview('关于撤回的提案'),
    ];
    for (const serial of [decided, returned, withdrawn]) await committee.prepare(serial, { outcome: 'file' });
    await committee.decide(decided, { outcome: 'convert' });
    await committee.post(tang, `/review/${returned}/return`, { note: '请补正。' });
    await committee.post(wu, `/proposals/${withdrawn}/withdrawal`, { reason: '已经解决。' });

    for (const serial of [decided, returned, withdrawn]) expect(await text()).not.toContain(serial);
  }, 120_000);

  it('numbers stay without gaps when one of ten is refused', async () => {
    const serials: string[] = [];
    for (let i = 0; i < 4; i++) serials.push(await committee.underReview(`关于编号${i}的提案`));
    const chair = await app.as(chen);
    const late = { outcome: 'decline', declineCode: 'repeat', note: '' };
    const answers = await Promise.all([
      ...serials.flatMap((serial) =>
        [0, 1].map(() => chair.post(`/review/${serial}/decision`, { outcome: 'file', note: '' })),
      ),
      chair.post(`/review/${serials[0]}/decision`, late),
      chair.post('/review/selection', { ref: serials, outcome: 'file' }),
    ]);
    expect(answers.every(({ status }) => [303, 409, 422].includes(status))).toBe(true);

    const rows = (await app.db.query("select ref from handling_case where kind = 'proposal' order by ref")) as {
      ref: string;
    }[];
    expect(rows.map(({ ref }) => Number(ref.slice(4)))).toEqual(rows.map((_, i) => i + 1));
  }, 120_000);
});
