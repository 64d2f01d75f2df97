import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';

const REFUSED = { publish: 'no', publishRefusal: '涉及个人情况' };

describe('who reads a proposal', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  it('finds it in the list and by search only when it may be read', async () => {
    const open = await journey.filed({ title: '关于校车晚班的提案' });
    const closed = await journey.filed({ title: '关于校车停靠的提案', ...REFUSED });
    const waiting = await journey.submitted({ title: '关于校车座位的提案' });

    const seenBy = async (person: { id: string } | null) => {
      const client = person ? await app.as(person) : app.visitor();
      const pages = [await client.get('/proposals').expect(200), await client.get('/search?q=校车').expect(200)];
      return pages.map(({ text }) => [open, closed, waiting].filter((serial) => text.includes(`/proposals/${serial}`)));
    };
    expect(await seenBy(null)).toEqual([[open], [open]]);
    expect(await seenBy(cast.gao)).toEqual([[open], [open]]);
    for (const reader of [cast.wu, cast.lin, cast.tang, cast.jian])
      expect(await seenBy(reader)).toEqual([
        [open, closed, waiting],
        [open, closed, waiting],
      ]);
  });

  it('opens its files as long as the proposal itself is open', async () => {
    const wu = await app.as(cast.wu);
    const id = newId();
    const files = { files: { name: '现场.txt', body: '早上八点已经停满。' } };
    await wu.upload(`/proposals/${id}/draft`, { ...TEXT, page: newId() }, files).expect(303);
    const href = /href="(\/files\/[^"]+)"/.exec((await wu.get(`/proposals/${id}`).expect(200)).text)![1]!;

    await wu.get(href).expect(200);
    await (await app.as(cast.tang)).get(href).expect(404);
    await app.visitor().get(href).expect(404);

    await wu.post(`/proposals/${id}/seconding`).expect(303);
    await journey.seconded(id, cast.lin, cast.zhao);
    await wu.post(`/proposals/${id}/submission`).expect(303);
    await (await app.as(cast.tang)).get(href).expect(200);
    await app.visitor().get(href).expect(404);
  });

  it('refuses a file that is not what its name says, and gives the text back', async () => {
    const wu = await app.as(cast.wu);
    const files = { files: { name: '照片.png', body: '这不是照片' } };
    const page = await wu.upload(`/proposals/${newId()}/draft`, { ...TEXT, page: newId() }, files).expect(422);

    expect(page.text).toContain('七十多辆');
    expect(page.text).toContain('照片.png');
  });

  it('sees names of seconders, phones and the steps before submission only when it is their work', async () => {
    const serial = await journey.filed();
    const pageFor = async (person: { id: string } | null) =>
      (await (person ? await app.as(person) : app.visitor()).get(`/proposals/${serial}`).expect(200)).text;
    const sees = (text: string) => ['赵刚', '8672-3105', '邀请附议'].map((secret) => text.includes(secret));

    expect(sees(await pageFor(null))).toEqual([false, false, false]);
    expect(sees(await pageFor(cast.lin))).toEqual([false, false, false]);
    expect(sees(await pageFor(cast.wu))).toEqual([true, false, true]);
    expect(sees(await pageFor(cast.tang))).toEqual([true, true, true]);
  });

  it('filters the list by what it is about and how far it is', async () => {
    const serial = await journey.filed({ title: '关于冷门话题的提案', category: 'research' });
    const visitor = app.visitor();
    const found = async (query: string) => (await visitor.get(`/proposals?${query}`).expect(200)).text.includes(serial);

    expect(await found('category=research')).toBe(true);
    expect(await found('category=welfare')).toBe(false);
    expect(await found('status=handling&q=冷门')).toBe(true);
    expect(await found('status=replied')).toBe(false);
    expect(await found('outcome=A')).toBe(false);
    expect(await found('unit=hq')).toBe(false);
    expect(await found('session=8-2')).toBe(false);
  });

  it('finds the queue sorted by how late it is', async () => {
    const serial = await journey.submitted({ title: '关于迟到的提案' });
    const found = async (query: string) =>
      (await (await app.as(cast.tang)).get(`/review?${query}`).expect(200)).text.includes(serial);

    expect(await found('age=fresh')).toBe(true);
    app.clock.set('2026-04-27T09:00:00+08:00');
    expect([await found('age=fresh'), await found('age=nearly_late')]).toEqual([false, true]);
    app.clock.set('2026-05-12T09:00:00+08:00');
    expect([await found('age=nearly_late'), await found('age=late')]).toEqual([false, true]);
    expect([await found('delegation=1&category=campus&q=迟到'), await found('delegation=2')]).toEqual([true, false]);
    app.clock.set('2026-04-14T09:00:00+08:00');
  });
});
