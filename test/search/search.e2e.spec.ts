import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, pageRequest } from '../../src/kernel/index.js';
import { Search, SearchIndex, SearchQuery, type SearchDocument } from '../../src/search/index.js';
import { cast, castOn, idOf } from '../support/cast.js';
import { countQueries } from '../support/count-queries.js';
import { TestApp } from '../support/test-app.js';

describe('searching', () => {
  let app: TestApp;
  let index: SearchIndex;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    index = app.get(SearchIndex);
    await put('canteen', '关于延长第二食堂晚间营业时间的提案', '晚上八点以后食堂关门，夜班教职工没有地方吃饭。');
    await put('staff', '职工食堂价格表', '仅教职工可见。', { audience: ['staff'] });
    await put('bridge', '南京市长江大桥参观活动', '报名截止四月二十日。');
    await put('school', '关于子女入学的通知', '公开信息，请注意。');
    await put('phrase', '政务说明', '信息的收集与公开的范围。');
    await put('xss', '<img src=x onerror=alert(1)>食堂"\'&', '<script>alert(2)</script> 食堂 {{t "x"}}');
  });
  afterAll(() => app.close());

  it('finds two-character words wherever they stand', async () => {
    expect(await found('食堂')).toEqual(expect.arrayContaining(['canteen', 'xss']));
    expect(await found('市长')).toEqual(['bridge']); // the dictionary cuts 南京市|长江大桥
    expect(await found('桥')).toEqual(['bridge']);
    expect(await found('报')).toEqual(['bridge']);
  });

  it('finds words that are meant together only where all of them stand', async () => {
    expect(await found('夜班 营业时间')).toContain('canteen');
    expect(await found('“信息公开”')).toEqual([]);
    expect(await found('"长江大桥"')).toEqual(['bridge']);
  });

  it('shows what contains some of the words when little contains all', async () => {
    const page = await app.visitor().get('/search?q=大桥 入学').expect(200);

    expect(page.text).toContain('部分词语');
    expect(page.text).toContain('/found/bridge');
    expect(page.text).toContain('/found/school');
  });

  it('shows only what the reader may see', async () => {
    const visitor = await app.visitor().get('/search?q=食堂').expect(200);
    const member = await (await app.as(cast.wu)).get('/search?q=食堂').expect(200);

    expect(visitor.text).not.toContain('/found/staff');
    expect(member.text).toContain('/found/staff');
  });

  it('marks what was found and lets nothing of the texts become markup', async () => {
    const { text } = await app
      .visitor()
      .get(`/search?q=${encodeURIComponent('食堂 <svg onload=alert(3)> "')}`)
      .expect(200);

    expect(text).toContain('<mark>食堂</mark>');
    expect(text).not.toMatch(/<img src=x|<script>alert|<svg onload/);
    expect(text).toContain('&lt;img src&#x3D;x');
  });

  it('takes whatever is typed', async () => {
    const typed = ["'", '\\', '%', '"', '()', '!&|', ':*', '🙂', '<->', 'a:b', '字'.repeat(500), "');--"];
    for (const q of typed)
      await app
        .visitor()
        .get(`/search?q=${encodeURIComponent(q)}&page=7&kind=x`)
        .expect(200);
    await app.visitor().get('/search?q=a&q=b&kind[]=1').expect(200);
    await app.visitor().get('/search?q=%00').expect(400); // no address has a null character: refused for every page
  });

  it('asks the database as often for many hits as for one', async () => {
    await put('one', '独一无二', '');
    const one = await countQueries(app.db, () => app.visitor().get('/search?q=独一无二'));
    for (let i = 0; i < 45; i++) await put(`many-${i}`, `暖气改造第${i}期`, '暖气'.repeat(20));

    const page = await app.visitor().get('/search?q=暖气改造&page=2');
    expect(page.text).toContain('共 45 条');
    expect(await countQueries(app.db, () => app.visitor().get('/search?q=暖气改造'))).toBe(one);
    expect(one).toBe(1);
  });

  it('puts a title before a body and the newer before the older', async () => {
    await put('old', '校医院搬迁', '', { at: new Date('2020-01-01') });
    await put('new', '校医院搬迁', '', { at: new Date('2026-01-01') });
    await put('body', '其他事项', '顺便说到校医院搬迁。', { at: new Date('2026-02-01') });

    expect(await found('校医院搬迁')).toEqual(['new', 'old', 'body']);
  });

  it('forgets a text that was removed, and one that nobody may read', async () => {
    await put('gone', '临时停水', '');
    await put('closed', '临时停电', '');
    await index.remove(app.db.manager, { subjectType: 'test', subjectId: idOf('gone') });
    await put('closed', '临时停电', '', { audience: [] });

    expect(await found('临时停水')).toEqual([]);
    expect(await found('临时停电')).toEqual([]);
  });

  it('can be built again from the records', async () => {
    const again = document('again', '重建的索引', '');
    index.addSource({
      subjectType: 'test',
      name: { key: 'search.other' },
      async *documents() {
        yield again;
      },
    });

    expect(await index.rebuild()).toBeGreaterThanOrEqual(1);
    expect(await found('重建')).toEqual(['again']);
    expect(await found('食堂')).toEqual([]);
  });

  async function found(typed: string): Promise<string[]> {
    const { page } = await app.get(Search).find(new SearchQuery(typed), null, Actor.visitor(), pageRequest('1'));
    return page.items.map((hit) => hit.url.replace('/found/', ''));
  }

  function put(name: string, title: string, body: string, more: Partial<SearchDocument> = {}): Promise<void> {
    return index.put(app.db.manager, { ...document(name, title, body), ...more });
  }
});

function document(name: string, title: string, body: string): SearchDocument {
  const at = new Date('2026-04-01T00:00:00Z');
  return { subjectType: 'test', subjectId: idOf(name), url: `/found/${name}`, title, body, audience: ['public'], at };
}
