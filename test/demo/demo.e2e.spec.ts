import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/index.js';
import { demoId } from '../../src/demo/demo-id.js';
import { loadInstitution } from '../../src/demo/load-institution.js';
import { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { EXCEPTIONS } from './exceptions.js';

const PATIENCE_MS = 600_000;
const GUIDE = path.resolve(import.meta.dirname, '../../docs/demo.md');

/** The rows of docs/demo.md: what is to be seen, at which address, by whom (nobody: a visitor). */
const PLACES = fs
  .readFileSync(GUIDE, 'utf8')
  .split('\n')
  .map((row) => /^\| (.+?) \| `(\/.+?)` \| (\d{7})?/.exec(row))
  .filter((row) => row !== null)
  .map(([, what, address, number]) => [what!, address!, number ?? null] as const);

describe('the demo institution', () => {
  let loaded: TestDatabase;
  let app: TestApp;
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-demo-test-'));
  beforeAll(async () => {
    loaded = await createTestDatabase();
    await loadInstitution({ ...readSettings({ NODE_ENV: 'test', DATABASE_URL: loaded.url }), dataFolder });
    app = await TestApp.start({}, loaded);
  }, PATIENCE_MS);
  afterAll(async () => {
    await app.close();
    await loaded.drop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  });

  it.each(Object.entries(EXCEPTIONS))('contains %s', async (_, question) => {
    expect(await app.db.query(`select from (${question} limit 1) as found`)).toHaveLength(1);
  });

  it.each(PLACES)('shows %s at %s', async (_, address, number) => {
    const reader = number === null ? app.visitor() : await app.as({ id: demoId(`staff:${number}`) });

    expect((await reader.get(address)).status).toBe(200);
  });

  it('has a guide that names where to see things', () => {
    expect(PLACES.length).toBeGreaterThan(60);
  });
});
