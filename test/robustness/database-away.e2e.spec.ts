import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, type RunningPostgres, startPostgres } from '../../src/database/index.js';
import { PageCache } from '../../src/web/cache/page-cache.js';
import { cast, castOn } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import { PROPOSAL } from '../support/road.js';
import { TestApp } from '../support/test-app.js';

const LONG = 120_000;

describe('a database that is away for a moment', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-away-'));
  let postgres: RunningPostgres;
  let app: TestApp;
  beforeAll(async () => {
    fs.chmodSync(folder, 0o755);
    postgres = await startPostgres(folder);
    await migrate(postgres.url, path.resolve(import.meta.dirname, '../../migrations'));
    app = await TestApp.start({ databaseUrl: postgres.url, pageCacheMegabytes: 8 });
    await castOn(app.db);
  }, LONG);
  afterAll(async () => {
    await app.close();
    await postgres.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const isKeeping = () => app.get(PageCache).isInUse;

  it(
    'is told in Chinese with 503, and everything goes on by itself when it is back',
    async () => {
      const wu = await app.as(cast.wu);
      await app.visitor().get('/health/ready').expect(200);
      expect(await eventually(isKeeping)).toBe(true);

      await postgres.stop();
      expect(await eventually(() => !isKeeping())).toBe(true);
      await app.visitor().get('/health/live').expect(200);
      for (const address of ['/health/ready', '/', '/proposals']) {
        const page = await app.visitor().get(address).expect(503);
        expect(page.text).toContain('暂时连不上数据库');
        expect(page.text).not.toMatch(/ at .*\.[jt]s:|ENOENT|ECONNREFUSED|postgres/i);
      }
      await wu.post('/proposals/01a1fdba-825f-71d4-95cf-6f7fcc1226a0/draft', PROPOSAL).expect(503);

      postgres = await startPostgres(folder);
      await app.visitor().get('/health/ready').expect(200);
      await wu.get('/proposals/mine').expect(200);
      expect(await eventually(isKeeping)).toBe(true);
    },
    LONG,
  );
});
