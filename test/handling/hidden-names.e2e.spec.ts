import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, type Player } from '../support/cast.js';
import { ANSWER, Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';
import { noticeOf } from './supervision-desk.js';

const { wu, gao, he, fang, ding, chen, tang, jian, mei } = cast;
const NAMELESS = { title: '关于食堂价格公示的提案', nameHidden: 'yes' };
const WHO = /吴敏|数学学院|8672-3105|2009017/;
const MARK = '姓名不公开，仅供办理沟通';

describe('a proposer whose name is not disclosed', () => {
  let app: TestApp;
  let road: Road;
  let [ref, serial] = ['', ''];
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    road = new Road(app);
    ref = await road.inHandling(NAMELESS);
    serial = await road.one<string>('select o.ref as value from case_origin o join handling_case c on c.id = case_id where c.ref = $1', ref); // prettier-ignore
  });
  afterAll(() => app.close());

  /** A page without the choices of its filters, and without who is signed in. */
  const page = async (who: Player | null, address: string) => {
    const client = who ? await app.as(who) : app.visitor();
    const { text } = await client.get(address);
    return text.replace(/<select[\s\S]*?<\/select>/g, '').replace(/<div class="me">[\s\S]*?<\/div>/, '');
  };

  it('can be talked to by the offices: name and phone stand on the page of the case, marked, and on no other', async () => {
    for (const one of [gao, he, fang, ding, chen, tang, jian]) {
      const text = await page(one, `/cases/${ref}`);
      expect([one.name, text.includes('吴敏 8672-3105'), text.includes(MARK)]).toEqual([one.name, true, true]);
    }
    expect(await page(wu, `/cases/${ref}`)).not.toContain(MARK);
    const notice = noticeOf({ answerBy: '2026-04-20' });
    await road.post(tang, `/cases/${ref}/supervision`, notice);
    const doors = ['/reply', '/contacts/new', '/letter', '/return', '/extension', `/supervision/${notice.id}`, `/supervision/${notice.id}/letter`].map((tail) => `/cases/${ref}${tail}`); // prettier-ignore
    for (const door of [
      ...doors,
      `/proposals/${serial}`,
      `/proposals/${serial}/form?variant=public`,
      '/units/hq/cases',
      '/promises',
      '/supervision',
      '/search?q=价格公示',
      '/proposals?q=价格公示',
      '/me/todos',
      '/me/messages',
      '/statistics/filed',
    ])
      // prettier-ignore
      expect([door, WHO.exec(await page(gao, door))?.[0]]).toEqual([door, undefined]);
    for (const found of ['/search?q=吴敏', '/proposals?q=吴敏']) expect(await page(gao, found)).not.toContain(serial);
    expect(WHO.exec(await page(chen, '/board'))?.[0]).toBe(undefined);
  });

  it('is named in no message to the units, whatever the proposer does', async () => {
    await road.post(wu, `/proposals/${serial}/withdrawal`, { reason: '想再想一想。' });
    expect(await page(gao, '/me/messages')).toContain('提案人申请撤案');
    const request = await road.one<string>('select id as value from withdrawal_request where granted is null and case_id = (select id from handling_case where ref = $1)', ref); // prettier-ignore
    await road.post(chen, `/cases/${ref}/withdrawal/decision`, { request, decision: 'refuse', note: '请办完。' });
    const talk = { id: request, way: 'phone', happenedOn: '2026-04-14', summary: '电话里谈过。' };
    await road.post(gao, `/cases/${ref}/contacts`, talk);
    const duty = await road.dutyOf(ref, 'assisting');
    await road.post(ding, `/cases/${ref}/opinion`, { assignment: duty, opinion: '无意见。' });
    await road.post(gao, `/cases/${ref}/reply`, ANSWER);
    for (const door of [`/cases/${ref}/signature`, '/signatures'])
      expect([door, WHO.exec(await page(he, door))?.[0]]).toEqual([door, undefined]);
    for (const [who, part] of [
      [he, 'head'],
      [fang, 'leader'],
    ] as const)
      // prettier-ignore
      await road.post(who, `/cases/${ref}/signature`, { part, version: '1' });
    const rating = { attitude: 'mostly', result: 'dissatisfied', reason: '还差一处。' };
    await road.post(wu, `/cases/${ref}/rating`, rating);
    for (const one of [gao, he, fang, ding]) {
      const mails = await app.db.query('select subject::text || model::text as said from mail where staff_id = $1', [one.id]); // prettier-ignore
      const told = await app.db.query('select params::text as said from notification where staff_id = $1', [one.id]);
      const said = [...(mails as { said: string }[]), ...(told as { said: string }[])]
        .map((row) => row.said)
        .join('\n');
      expect([one.name, /吴敏|数学学院/.exec(said)?.[0]]).toEqual([one.name, undefined]);
    }
  });

  it('is the addressee of the letter for those who send it, and “the proposer” for everybody else', async () => {
    await road.post(chen, `/cases/${ref}/publication`);
    const letter = `/cases/${ref}/replies/1/letter`;
    expect(await page(gao, letter)).toContain('吴敏');
    for (const one of [mei, null]) {
      const text = await page(one, letter);
      expect([text.includes('提案人'), WHO.exec(text)?.[0]]).toEqual([true, undefined]);
      expect(WHO.exec(await page(one, `/cases/${ref}`))?.[0]).toBe(undefined);
    }
  });
});
