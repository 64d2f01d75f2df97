import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Settings } from '../../src/config/index.js';
import { Clock, newId } from '../../src/kernel/index.js';
import { Ledger } from '../../src/ledger/index.js';
import { PageCache } from '../../src/web/cache/page-cache.js';
import { NoticeDesk } from '../disclosure/notice-desk.js';
import { cast, castOn } from '../support/cast.js';
import { countQueries } from '../support/count-queries.js';
import { eventually } from '../support/eventually.js';
import { TestApp } from '../support/test-app.js';

const flash = Buffer.from(JSON.stringify({ tone: 'good', text: { key: 'web.siteName' } })).toString('base64url');

describe('the page cache', () => {
  let app: TestApp;
  let neighbour: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ pageCacheMegabytes: 8 });
    neighbour = await TestApp.start({ pageCacheMegabytes: 8, databaseUrl: app.get(Settings).databaseUrl });
    await castOn(app.db);
  });
  afterAll(async () => {
    await neighbour.close();
    await app.close();
  });
  beforeEach(() => {
    for (const one of [app, neighbour]) one.get(PageCache).forget();
  });

  it('renders a page once for all visitors', async () => {
    const first = await app.visitor().get('/').expect(200);
    const second = await app.visitor().get('/').expect(200);

    expect(kept(app)).toBe(1);
    expect(second.text).toBe(first.text);
    expect(second.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': first.headers['content-security-policy'],
      etag: first.headers.etag,
    });
  });

  it('renders it once, too, for many who ask at the same moment', async () => {
    await app.visitor().get('/');
    app.get(PageCache).forget();
    const one = await countQueries(app.db, () => app.visitor().get('/'));
    app.get(PageCache).forget();
    const crowd = () => Promise.all(Array.from({ length: 30 }, () => app.visitor().get('/').expect(200)));

    expect(await countQueries(app.db, crowd)).toBe(one);
    expect(one).toBeGreaterThan(3);
  });

  it('sends nothing to a browser that has the page', async () => {
    const { etag } = (await app.visitor().get('/')).headers;

    const answer = await app.visitor().get('/').set('if-none-match', etag!).expect(304);
    expect(answer.text).toBe('');
    await app.visitor().get('/').set('if-none-match', 'W/"another"').expect(200);
  });

  it('sends the page as the browser wants it', async () => {
    const plain = await app.visitor().get('/').set('accept-encoding', 'identity');
    for (const encoding of ['br', 'gzip']) {
      const answer = await app.visitor().get('/').set('accept-encoding', encoding);

      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.text).toBe(plain.text);
    }
  });

  it('keeps nothing of somebody who is signed in, and shows them nothing that is kept', async () => {
    await app.visitor().get('/');
    const page = await (await app.as(cast.wu)).get('/').expect(200);

    expect(page.text).toContain(cast.wu.name);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers.etag).toBeUndefined();
    expect(kept(app)).toBe(1);
    expect((await app.visitor().get('/')).text).not.toContain(cast.wu.name);
  });

  it('keeps nothing of a person whose session has ended', async () => {
    await app.visitor().get('/').set('cookie', 'session=gone').expect(200);

    expect(kept(app)).toBe(0);
  });

  it('keeps each language apart', async () => {
    await app.visitor().get('/');
    const english = await app.visitor().get('/').set('cookie', 'language=en');

    expect(english.text).toContain('<html lang="en"');
    expect((await app.visitor().get('/')).text).toContain('<html lang="zh-CN"');
    expect(kept(app)).toBe(2);
  });

  it('shows a message once, to the one it is for', async () => {
    await app.visitor().get('/');
    const page = await app.visitor().get('/').set('cookie', `flash=${flash}`).expect(200);

    expect(page.text).toContain('class="note note-good flash"');
    expect(kept(app)).toBe(1);
    expect((await app.visitor().get('/')).text).not.toContain('note-good flash');
  });

  it('keeps only pages that are marked, and no errors', async () => {
    await app.visitor().get('/search?q=x').expect(200);
    await app.visitor().get('/nowhere').expect(404);

    expect(kept(app)).toBe(0);
  });

  it('forgets at once in the process of a change, and at once in every other', async () => {
    for (const one of [app, neighbour]) await one.visitor().get('/');
    await change('test');

    expect(kept(app)).toBe(0);
    expect(await eventually(() => kept(neighbour) === 0)).toBe(true);
  });

  it('shows a published notice at once, in this process and in the next', async () => {
    for (const one of [app, neighbour]) await one.visitor().get('/notices').expect(200);
    expect([kept(app), kept(neighbour)]).toEqual([1, 1]);
    await new NoticeDesk(app).published({ title: '关于清明节安排的通知' });

    expect((await app.visitor().get('/notices')).text).toContain('关于清明节安排的通知');
    expect(await eventually(() => kept(neighbour) === 0)).toBe(true);
    expect((await neighbour.visitor().get('/')).text).toContain('关于清明节安排的通知');
  });

  it('forgets nothing when the change is taken back', async () => {
    for (const one of [app, neighbour]) await one.visitor().get('/');
    await expect(change('test', new Error('no'))).rejects.toThrow('no');
    await setTimeout(50);

    expect([kept(app), kept(neighbour)]).toEqual([1, 1]);
  });

  it('does not mind people signing in', async () => {
    await app.visitor().get('/');
    await change('account');

    expect(kept(app)).toBe(1);
  });

  it('is out of use from the loss of the news until they come again', async () => {
    await app.visitor().get('/');
    await app.db.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen pages' and datname = current_database()",
    );
    expect(await eventually(() => !app.get(PageCache).isInUse)).toBe(true);
    const page = await app.visitor().get('/').expect(200);

    expect(page.headers['cache-control']).toBe('no-store');
    expect(kept(app)).toBe(0);
    expect(await eventually(() => app.get(PageCache).isInUse)).toBe(true);
  });

  async function change(subjectType: string, failure?: Error): Promise<void> {
    await app.db.transaction(async (tx) => {
      const at = app.get<Clock>(Clock).now();
      const who = { actorId: cast.wu.id, actorName: cast.wu.name, role: 'publisher' };
      await app.get(Ledger).record({ subjectType, subjectId: newId(), action: 'publish', at, ...who }, tx);
      if (failure) throw failure;
    });
  }
});

const kept = (app: TestApp) => app.get(PageCache).size.pages;
