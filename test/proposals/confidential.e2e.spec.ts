import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, type Player } from '../support/cast.js';
import { Road } from '../support/road.js';
import { TestApp } from '../support/test-app.js';

const SECRET = '关于实验室钥匙管理的提案';
const WISH = { title: SECRET, confidential: 'yes', confidentialityReason: '涉及危险品存放位置。' };
const NAMELESS = { title: '关于食堂价格公示的提案', nameHidden: 'yes' };

describe('what is kept from others', () => {
  let app: TestApp;
  let road: Road;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    road = new Road(app);
  });
  afterAll(() => app.close());

  const client = async (who: Player | null) => (who ? await app.as(who) : app.visitor());
  const text = async (who: Player | null, address: string) => (await (await client(who)).get(address)).text;
  const originOf = async (ref: string): Promise<{ ref: string; id: string }> => {
    const rows = (await app.db.query(
      'select o.ref, o.origin_id as id from case_origin o join handling_case c on c.id = case_id where c.ref = $1',
      [ref],
    )) as { ref: string; id: string }[];
    return rows[0]!;
  };
  const serialOf = async (title: string): Promise<string> => {
    const rows = (await app.db.query('select serial from proposal where title = $1 order by created_at desc', [
      title,
    ])) as {
      serial: string;
    }[];
    return rows[0]!.serial;
  };

  it('is asked with a reason, and counts as granted until the chair has decided', async () => {
    const id = await road.drafted({ title: '关于没有理由的提案', confidential: 'yes' });
    const refused = await (await app.as(cast.wu)).post(`/proposals/${id}/seconding`);
    expect([refused.status, refused.text.includes('请写明申请保密办理的理由')]).toEqual([409, true]);

    const serial = await road.underReview({ ...WISH, title: '关于仓库位置的提案' });
    const address = `/review/${serial}/confidentiality`;
    for (const one of [cast.tang, cast.sun, cast.jian]) await (await app.as(one)).get(address).expect(403);
    for (const one of [cast.wu, cast.lin]) await (await app.as(one)).post(address, { decision: 'refuse' }).expect(403);
    for (const one of [cast.gao, cast.mei]) await (await app.as(one)).get(address).expect(404);
    const chen = await app.as(cast.chen);
    expect((await chen.get(`/review/${serial}`)).text).toContain(address);
    expect((await chen.get(address).expect(200)).text).toContain('涉及危险品存放位置。');
    expect((await chen.post(address, { decision: 'refuse' }).expect(422)).text).toContain('请说明不同意保密办理的理由');
    await chen.post(address, { decision: 'refuse', answer: '位置本已公开。' }).expect(303);
    await chen.post(address, { decision: 'grant' }).expect(409);
    await chen.post(`/review/${serial}/decision`, { outcome: 'file', note: '' }).expect(303);
    expect(await text(null, `/proposals/${serial}`)).toContain('关于仓库位置的提案');
    expect(await text(cast.wu, `/proposals/${serial}`)).toContain('不同意保密办理');
  });

  it('of a confidential proposal is everything, on every door, from everybody whose business it is not', async () => {
    const serial = await road.underReview(WISH);
    await road.post(cast.chen, `/review/${serial}/confidentiality`, { decision: 'grant' });
    await road.post(cast.chen, `/review/${serial}/decision`, { outcome: 'file', note: '' });
    const [row] = await app.db.query(
      'select c.ref from handling_case c join case_origin o on o.case_id = c.id where o.ref = $1',
      [serial],
    );
    const { ref } = row as { ref: string };
    await road.post(cast.chen, `/cases/${ref}/assignment`, { lead: await unitId('hq'), assisting: [] });

    const doors = [
      `/proposals/${serial}`,
      `/cases/${ref}`,
      '/proposals',
      '/proposals?q=钥匙',
      '/search?q=钥匙管理',
      `/proposals/similar?title=${SECRET}`,
      '/statistics/received',
      '/statistics/filed',
      '/',
    ];
    for (const stranger of [null, cast.mei, cast.zhou, cast.luo, cast.yan, cast.guan, cast.ou])
      for (const door of doors)
        expect([door, await text(stranger, door)]).not.toEqual([door, expect.stringContaining(SECRET)]);
    for (const one of [cast.wu, cast.lin, cast.chen, cast.tang, cast.sun, cast.jian])
      expect(await text(one, `/proposals/${serial}`)).toContain(SECRET);
    for (const one of [cast.gao, cast.he, cast.fang]) expect(await text(one, `/cases/${ref}`)).toContain(SECRET);
    for (const one of [cast.chen, cast.wu])
      expect(await text(one, `/proposals/similar?title=${SECRET}`)).not.toContain(SECRET);
    expect(await text(cast.tang, '/review?status=all')).toContain('<span class="tag tag-key">保密</span>');
    expect(await text(null, '/statistics/filed')).toContain('另有');
  });

  it('is in no mail and in no line of the ledger', async () => {
    const { ref: serial, id } = await originOf(await road.assigned({ ...WISH, title: '关于保险柜密码的提案' }));
    const said = await app.db.query('select subject::text || model::text as said from mail');
    expect((said as { said: string }[]).filter((mail) => mail.said.includes('保险柜'))).toEqual([]);
    const events = await app.db.query(
      'select data::text as data from ledger_event where subject_id = $1 or subject_id in (select case_id from case_origin where origin_id = $1)',
      [id],
    );
    expect((events as { data: string }[]).filter(({ data }) => data.includes('保险柜'))).toEqual([]);
    const subjects = await app.db.query("select params ->> 'title' as title from notification where subject_id = $1", [
      id,
    ]);
    expect(new Set((subjects as { title: string }[]).map(({ title }) => title))).toEqual(new Set(['@secrecy.title']));
    expect(await text(cast.tang, '/me/messages')).toContain('保密提案');
    expect(serial).toMatch(/^\d{4}-\d{4}$/);
  });

  it('of a hidden name is who proposed, on every door, from the public and from other staff', async () => {
    const ref = await road.replied(undefined, NAMELESS);
    await road.post(cast.wu, `/cases/${ref}/rating`, { attitude: 'satisfied', result: 'satisfied', reason: '' });
    await road.post(cast.chen, `/cases/${ref}/publication`);
    const { ref: serial } = await originOf(ref);

    const doors = [
      `/proposals/${serial}`,
      '/proposals?q=价格公示',
      '/search?q=价格公示',
      `/cases/${ref}`,
      `/cases/${ref}/replies/1/letter`,
      '/proposals/similar?title=关于食堂价格公示',
      '/statistics/filed',
    ];
    for (const stranger of [null, cast.mei, cast.zhou, cast.luo, cast.guan])
      for (const door of doors) {
        const page = (await text(stranger, door)).replace(/<select[\s\S]*?<\/select>/g, '');
        expect([door, /没有完成（|没有找到（/.test(page), /吴敏|数学学院|理学代表团|赵刚|林晓/.test(page)]).toEqual([
          door,
          false,
          false,
        ]);
      }
    expect(await text(null, `/proposals/${serial}`)).toContain('姓名不公开');
    expect(await text(null, `/cases/${ref}/replies/1/letter`)).toContain('提案人');
    expect(await text(null, '/proposals?q=吴敏')).not.toContain(serial);
    for (const one of [cast.lin, cast.chen, cast.tang, cast.jian])
      expect(await text(one, `/proposals/${serial}`)).toContain('吴敏');
    for (const one of [cast.gao, cast.he, cast.fang]) expect(await text(one, `/cases/${ref}`)).toContain('吴敏');
    expect(await text(cast.gao, `/cases/${ref}/replies/1/letter`)).toContain('吴敏');
  });

  it('of a hidden name keeps the uploader of a file unnamed too', async () => {
    const serial = await serialOf(NAMELESS.title);
    const page = await text(null, `/proposals/${serial}`);
    expect([page.includes('提交提案'), page.includes('姓名不公开'), page.includes('附议人')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  async function unitId(code: string): Promise<string> {
    const rows = (await app.db.query('select id from unit where code = $1', [code])) as { id: string }[];
    return rows[0]!.id;
  }
});
