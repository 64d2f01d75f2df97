import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/index.js';
import { encodingFor } from '../../src/web/cache/kept-page.js';
import { PageCache } from '../../src/web/cache/page-cache.js';
import { TestClock } from '../support/test-clock.js';

const MEGABYTE = 1024 * 1024;

describe('the pages kept for visitors', () => {
  it('are none while the process does not hear of changes', () => {
    const { cache } = opened({ open: false });

    expect(keep(cache, '/')).toBeNull();
    cache.open();
    expect(keep(cache, '/')).not.toBeNull();
    cache.close();
    expect(cache.size).toEqual({ pages: 0, bytes: 0 });
  });

  it('are not kept when something changed while they were rendered', () => {
    const { cache } = opened();
    const begun = cache.generation;
    cache.forget();

    expect(cache.keep('/', 'text/html', Buffer.from('old'), begun)).toBeNull();
  });

  it('expire after a minute, because they say how many days are left', () => {
    const { cache, clock } = opened();
    keep(cache, '/');

    clock.set('2026-04-14T09:00:59+08:00');
    expect(cache.find('/')).not.toBeNull();
    clock.set('2026-04-14T09:01:00+08:00');
    expect(cache.find('/')).toBeNull();
    expect(cache.size).toEqual({ pages: 0, bytes: 0 });
  });

  it('never take more memory than allowed; the ones not asked for go first', () => {
    const { cache } = opened({ megabytes: 1 });
    for (let i = 0; i < 4; i++) keep(cache, `/${i}`, 200_000);
    cache.find('/0');
    for (let i = 4; i < 7; i++) keep(cache, `/${i}`, 200_000);

    expect(cache.size.bytes).toBeLessThanOrEqual(MEGABYTE);
    expect(cache.find('/0')).not.toBeNull();
    expect(cache.find('/1')).toBeNull();
  });

  it('count their bytes rightly when a page is kept twice', () => {
    const { cache } = opened();
    keep(cache, '/');
    const { bytes } = cache.size;
    keep(cache, '/');

    expect(cache.size).toEqual({ pages: 1, bytes });
  });

  it('are waited for while another request renders them', async () => {
    const { cache } = opened();
    const done = cache.begin('/');
    const waiting = cache.rendered('/');
    done();

    await expect(waiting).resolves.toBeUndefined();
    expect(cache.rendered('/')).toBeNull();
  });
});

describe('the encoding of an answer', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['brotli', null],
    [undefined, null],
  ])('for "%s" is %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });
});

function opened({ open = true, megabytes = 8 } = {}) {
  const clock = new TestClock();
  const cache = new PageCache({ ...readSettings({ NODE_ENV: 'test' }), pageCacheMegabytes: megabytes }, clock);
  if (open) cache.open();
  return { cache, clock };
}

function keep(cache: PageCache, key: string, bytes = 1000) {
  return cache.keep(key, 'text/html', Buffer.alloc(bytes, key), cache.generation);
}
