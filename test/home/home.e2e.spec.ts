import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { msg } from '../../src/kernel/index.js';
import { type Todo, TodoLists } from '../../src/web/index.js';
import { cast, castOn } from '../support/cast.js';
import { countQueries } from '../support/count-queries.js';
import { TestApp } from '../support/test-app.js';
import { Planting } from '../statistics/planted.js';

describe('the first page', () => {
  let app: TestApp;
  let planting: Planting;
  let waiting: Todo[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
    await app.visitor().get('/').expect(200); // an empty house has one, too
    await castOn(app.db);
    planting = new Planting(app.db);
    for (let i = 0; i < 3; i++) await planting.form();
    await planting.case();
    app.get(TodoLists).add({
      list: async (actor, limit) => (actor.isPerson(cast.zhou.id) ? waiting.slice(0, limit) : []),
      count: async (actor) => (actor.isPerson(cast.zhou.id) ? waiting.length : 0),
    });
  });
  afterAll(() => app.close());

  it('shows a visitor what is new, how the session is doing, and the door', async () => {
    const { text } = await app.visitor().get('/').expect(200);

    expect(text).toContain('新近公开');
    expect(text).toContain('第八届第三次会议提案');
    expect(text).toContain('href="/statistics/received?session&#x3D;8-3"');
    expect(text).toContain('class="button button-primary" href="/sign-in"');
    expect(text).not.toContain('等我处理');
  });

  it('shows a person what waits for them, the most urgent first', async () => {
    waiting = [todo('无期限', null), todo('不急', '2026-04-30'), todo('逾期', '2026-04-10')];
    const { text } = await (await app.as(cast.zhou)).get('/').expect(200);

    expect(text.indexOf('逾期的事')).toBeLessThan(text.indexOf('不急的事'));
    expect(text.indexOf('不急的事')).toBeLessThan(text.indexOf('无期限的事'));
    expect(text).toContain('已超 2 个工作日');
    expect(text).toContain('全部 3 件');
    expect(text).toContain('<span class="count-badge">3</span>');
  });

  it('says so when nothing waits', async () => {
    expect((await (await app.as(cast.shi)).get('/').expect(200)).text).toContain('没有等您处理的事');
    expect((await (await app.as(cast.shi)).get('/me/todos').expect(200)).text).toContain('没有等您处理的事');
  });

  it('lists everything that waits, page by page, to its owner only', async () => {
    waiting = Array.from({ length: 45 }, (_, i) =>
      todo(`第${i + 1}件`, `2026-05-${String((i % 28) + 1).padStart(2, '0')}`),
    );
    const zhou = await app.as(cast.zhou);
    const pages = await Promise.all([1, 2, 3].map((page) => zhou.get(`/me/todos?page=${page}`).expect(200)));

    expect(pages.map(({ text }) => text.match(/class="work-row"/g)?.length)).toEqual([20, 20, 5]);
    expect(pages[2]!.text).toContain('共 45 条');
    await app.visitor().get('/me/todos').expect(303);
  });

  it('asks the database as often for many to-dos and figures as for few', async () => {
    const zhou = await app.as(cast.zhou);
    waiting = [todo('一', null)];
    const few = await countQueries(app.db, () => zhou.get('/'));
    waiting = Array.from({ length: 40 }, () => todo('多', '2026-05-06'));
    for (let i = 0; i < 20; i++) await planting.form();

    expect(await countQueries(app.db, () => zhou.get('/'))).toBe(few);
    expect(few).toBeGreaterThan(3);
  });

  it('prints what people wrote as text', async () => {
    waiting = [{ ...todo('x', null), title: '<img src=x onerror=alert(1)>' }];
    const { text } = await (await app.as(cast.zhou)).get('/').expect(200);

    expect(text).not.toContain('<img src=x');
  });
});

function todo(name: string, dueOn: string | null): Todo {
  return { title: `${name}的事`, href: '/cases/8-3-001', next: msg('home.todos.lead'), dueOn, number: null };
}
