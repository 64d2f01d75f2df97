import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SearchIndex } from '../../src/search/index.js';
import { NoticeDesk } from '../disclosure/notice-desk.js';
import { Journey as ProposalJourney } from '../proposals/journey.js';
import { Journey as ReplyJourney } from '../replies/journey.js';
import { cast, castOn, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

describe('what people write can be found', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('a proposal by its author and the committee from its submission, by everybody once it is filed', async () => {
    const journey = new ProposalJourney(app);
    await journey.seconding({ title: '关于增设母婴室的提案' });
    expect(await finds(cast.wu, '母婴室')).toBe(false);
    await journey.submitted({ title: '关于安装电梯的提案' });
    expect([await finds(cast.wu, '电梯'), await finds(cast.tang, '电梯'), await finds(cast.zhou, '电梯')]).toEqual([
      true,
      true,
      false,
    ]);
    await journey.filed({ title: '关于修缮操场的提案' });
    expect([await finds(cast.zhou, '操场'), await finds(null, '操场')]).toEqual([true, true]);
    await journey.filed({ title: '关于门禁的提案', publish: 'no', publishRefusal: '涉及安防' });
    expect([await finds(cast.tang, '门禁'), await finds(null, '门禁')]).toEqual([true, false]);
  });

  it('a reply by those concerned once it is signed, by everybody once it is published', async () => {
    const journey = new ReplyJourney(app);
    const reply = { text: '已经添置除湿设备。', outcomeClass: 'A' };
    const drafted = await journey.submitted(reply);
    expect(await finds(cast.gao, '除湿设备')).toBe(false);
    await journey.sign(drafted);
    expect([await finds(cast.wu, '除湿设备'), await finds(null, '除湿设备')]).toEqual([true, false]);
    await (
      await app.as(cast.wu)
    ).post(`/cases/${drafted}/rating`, { attitude: 'satisfied', result: 'satisfied', reason: '' });
    await (await app.as(cast.chen)).post(`/cases/${drafted}/publication`).expect(303);
    expect(await finds(null, '除湿设备')).toBe(true);
  });

  it('a notice by everybody from its publication until it is withdrawn', async () => {
    const desk = new NoticeDesk(app);
    await desk.atOffice({ title: '关于空调采购的公告' });
    expect([await finds(cast.mei, '空调采购'), await finds(null, '空调采购')]).toEqual([false, false]);
    const { id } = await desk.published({ title: '关于体检安排的公告' });
    expect(await finds(null, '体检')).toBe(true);
    await (await app.as(cast.ou)).post(`/notices/${id}/withdrawal`, { 'reason-withdrawal': '有误' }).expect(303);
    expect(await finds(null, '体检')).toBe(false);
  });

  it('the same after the index was built again', async () => {
    const before = await indexed();
    await app.get(SearchIndex).rebuild();

    expect(await indexed()).toEqual(before);
    expect(before.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['proposal', 'reply']));
  });

  async function finds(person: Player | null, words: string): Promise<boolean> {
    const client = person ? await app.as(person) : app.visitor();
    return (await client.get(`/search?q=${words}`).expect(200)).text.includes('class="search-hit"');
  }

  async function indexed(): Promise<{ kind: string; id: string; url: string; readers: string[] }[]> {
    return app.db.query(
      `select subject_type as kind, subject_id as id, url, array(select unnest(audience) order by 1) as readers
       from search_document order by 1, 2`,
    );
  }
});
