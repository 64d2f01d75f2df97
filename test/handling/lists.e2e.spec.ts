import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { pressureOf, todayOf } from '../../src/handling/case/case-due.js';
import { CaseLists } from '../../src/handling/case/case-lists.js';
import { WorkingDays } from '../../src/calendar/index.js';
import { TodoLists } from '../../src/web/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';
import { assigned, inHandling, opened } from './cases.js';
import { watchStatements } from './statements.js';

const NO_FILTERS = { sessionId: '', unitId: '', category: '', kind: '', part: '', text: '' };
const FIRST = { number: 1, size: 20 };

describe('the work lists', () => {
  let app: TestApp;
  let chen: Client;
  let gao: Client;
  let ding: Client;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    [chen, gao, ding] = [await app.as(cast.chen), await app.as(cast.gao), await app.as(cast.ding)];
    await opened(app, { title: '关于教室饮水机的提案' });
    await opened(app, { kind: 'suggestion', title: '建议延长浴室时间', category: 'welfare' });
    await assigned(app, { title: '关于夜间校车的提案' });
    await inHandling(app, { title: '关于食堂菜价的提案' });
    await assigned(app, { title: '关于食堂排队的提案' }, { leadDays: '3' });
  });
  afterAll(() => app.close());

  const titles = (page: string) =>
    [...page.matchAll(/class="cover" href="\/cases\/[^"]+">([^<]+)</g)].map(([, title]) => title);
  const todos = async (person: { id: string }) =>
    (await app.get(TodoLists).list(await app.actor(person), 20)).map(({ title, next }) => [
      title,
      next.key.split('.').pop(),
    ]);

  describe('the board', () => {
    it('is the committee’s', async () => {
      await chen
        .get('/board')
        .expect(200)
        .expect(/办理看板/);
      await (await app.as(cast.sun)).get('/board').expect(200);
      await gao.get('/board').expect(403);
      await app.visitor().get('/board').expect(303);
    });

    it('counts every state by the definition of its list', async () => {
      const actor = await app.actor(cast.chen);
      const lists = app.get(CaseLists);
      const { counts } = await lists.board(actor, NO_FILTERS, 'all', FIRST);

      expect(counts).toMatchObject({ all: 5, open: 2, assigned: 2, in_handling: 1, soon: 1, overdue: 0 });
      for (const facet of ['all', 'open', 'assigned', 'in_handling', 'soon', 'overdue', 'replied'] as const)
        expect((await lists.board(actor, NO_FILTERS, facet, FIRST)).page.items).toHaveLength(counts[facet]);
    });

    it('narrows by state, unit, category, kind and words in the address', async () => {
      const list = async (query: string) => titles((await chen.get(`/board?${query}`).expect(200)).text);

      expect(await list('state=in_handling')).toEqual(['关于食堂菜价的提案']);
      expect(await list('q=食堂')).toEqual(['关于食堂排队的提案', '关于食堂菜价的提案']);
      expect(await list(`unit=${units.hq.id}`)).toHaveLength(3);
      expect(await list(`unit=${units.xx.id}`)).toEqual([]);
      expect(await list('category=welfare')).toEqual(['建议延长浴室时间']);
      expect(await list('kind=suggestion')).toEqual(['建议延长浴室时间']);
      expect(await list('state=nonsense&unit=x&category=%01&page=-1&session=all&q=%25')).toEqual([]);
    });

    it('offers the chair to tick what is to be assigned, and only the chair', async () => {
      expect((await chen.get('/board?state=open')).text).toContain('name="ref"');
      expect((await (await app.as(cast.tang)).get('/board?state=open')).text).not.toContain('name="ref"');
      await chen.get('/board/assignment').expect(303);
    });
  });

  describe('the cases of a unit', () => {
    it('shows on the day, and after it, what has to be signed for', async () => {
      const list = async (day: string) => {
        app.clock.set(`${day}T09:00:00+08:00`);
        return (await (await app.as(cast.gao)).get('/units/hq/cases?state=to_sign').expect(200)).text;
      };
      const before = app.clock.now().toISOString();
      expect(await list('2026-04-16')).not.toMatch(/今天须签收|签收逾期/);
      expect(await list('2026-04-17')).toContain('今天须签收');
      expect(await list('2026-04-20')).toContain('签收逾期');
      app.clock.set(before);
    });

    it('are listed for its people, its leader and the committee, as lead and as assisting', async () => {
      for (const person of [cast.gao, cast.he, cast.fang, cast.chen, cast.jian])
        expect(titles((await (await app.as(person)).get('/units/hq/cases').expect(200)).text)).toHaveLength(3);
      expect(titles((await ding.get('/units/xx/cases')).text)).toHaveLength(3);
      await gao.get('/units').expect(303).expect('location', '/units/hq/cases');
      await gao
        .get('/units/hq/cases?part=assisting')
        .expect(200)
        .expect(/没有符合条件/);
    });

    it('are nobody else’s', async () => {
      for (const person of [cast.wu, cast.ding, cast.bai])
        await (await app.as(person)).get('/units/hq/cases').expect(404);
      await gao.get('/units/nowhere/cases').expect(404);
      await (await app.as(cast.wu)).get('/units').expect(404);
    });

    it('press an assisting unit by its own date', async () => {
      app.clock.set('2026-05-06T09:00:00+08:00');
      const actor = await app.actor(cast.ding);
      const { counts } = await app.get(CaseLists).ofUnits([units.xx.id], actor, NO_FILTERS, 'all', FIRST);
      expect(counts).toMatchObject({ all: 3, to_sign: 2, in_handling: 1, soon: 3, overdue: 0 });
      app.clock.set('2026-04-14T09:00:00+08:00');
    });
  });

  it('ask the database the same number of questions however long they are', async () => {
    const statements = watchStatements(app);
    const questions = async () => {
      const before = statements.count;
      for (const page of ['/units/hq/cases', '/units/xx/cases?state=to_sign']) await gao.get(page);
      await chen.get('/board').expect(200);
      return statements.count - before;
    };
    const few = await questions();
    expect(few).toBeGreaterThan(10);
    for (let i = 0; i < 6; i++) await assigned(app);
    expect(await questions()).toBe(few);
  });

  it('mean the same by overdue and due soon in the database as on the page', async () => {
    const calendar = await app.get(WorkingDays).load();
    const actor = await app.actor(cast.chen);
    for (const now of ['2026-04-14', '2026-04-16', '2026-04-18', '2026-05-22', '2026-06-01']) {
      app.clock.set(`${now}T09:00:00+08:00`);
      const today = todayOf(calendar, app.clock.now());
      const all = await app.get(CaseLists).board(actor, NO_FILTERS, 'all', { number: 1, size: 100 });
      for (const facet of ['soon', 'overdue'] as const)
        expect(all.page.items.filter((one) => pressureOf(one, today) === facet)).toHaveLength(all.counts[facet]);
    }
    app.clock.set('2026-04-14T09:00:00+08:00');
  });

  describe('what waits for somebody', () => {
    it('is named with its date, the most urgent first', async () => {
      const mine = await todos(cast.ding);
      expect(mine.filter(([, what]) => what === 'sign_for').length).toBeGreaterThan(1);
      expect(mine.filter(([, what]) => what === 'opinion')).toEqual([['关于食堂菜价的提案', 'opinion']]);
      expect(await todos(cast.gao)).toContainEqual(['关于食堂菜价的提案', 'contact']);
      expect(await todos(cast.chen)).toEqual([
        ['关于教室饮水机的提案', 'assign'],
        ['建议延长浴室时间', 'assign'],
      ]);
      expect(await todos(cast.wu)).toEqual([]);
    });

    it('turns from talking to replying once a contact is logged', async () => {
      const { ref } = await inHandling(app, { title: '关于路灯的提案' });
      const contact = { id: newId(), way: 'visit', happenedOn: '2026-04-14', summary: '看了现场。' };
      await gao.post(`/cases/${ref}/contacts`, contact).expect(303);

      expect(await todos(cast.gao)).toContainEqual(['关于路灯的提案', 'reply']);
    });
  });
});
