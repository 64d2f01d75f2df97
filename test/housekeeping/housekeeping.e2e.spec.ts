import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Settings } from '../../src/config/index.js';
import { Schedule } from '../../src/jobs/index.js';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await castOn(app.db);
});
afterAll(() => app.close());

const tidyUp = async () => {
  app.clock.passDays(1); // once a day
  expect(await app.get(Schedule).run('housekeeping')).toBe(true);
};
const count = async (table: string): Promise<number> =>
  (await app.db.query(`select count(*)::int as n from ${table}`))[0].n;
const daysAgo = (days: number) => new Date(app.clock.now().getTime() - days * 86_400_000);

describe('every night', () => {
  it('forms that nobody came back for are removed after a week', async () => {
    for (const days of [5, 8])
      await app.db.query("insert into parked_form values ($1, $2, $3, '/me/password', '{}', $4)", [
        newId(),
        `form of ${days}`,
        cast.wu.id,
        daysAgo(days),
      ]);
    await tidyUp();

    expect(await app.db.query('select token_hash from parked_form')).toEqual([{ token_hash: 'form of 5' }]);
  });

  it('links that were used or ran out are removed after a month, sessions that ended after ninety days', async () => {
    const link = 'insert into sign_in_link (id, token_hash, staff_id, purpose, created_at, expires_at, used_at) values';
    for (const [days, used] of [
      [5, 1],
      [40, 32],
      [40, 0],
      [0, 0],
    ] as const)
      await app.db.query(`${link} ($1, $1::uuid::text, $2, 'first', $3, $3::timestamptz + interval '1 day', $4)`, [
        newId(),
        cast.wu.id,
        daysAgo(days),
        used ? daysAgo(used) : null,
      ]);
    const session =
      'insert into browser_session (id, token_hash, staff_id, created_at, seen_at, ended_at, address, agent)';
    for (const [seen, ended] of [
      [200, 199],
      [100, 0],
      [80, 80],
      [1, 0],
    ] as const)
      await app.db.query(`${session} values ($1, $1::uuid::text, $2, $3, $3, $4, '', '')`, [
        newId(),
        cast.wu.id,
        daysAgo(seen),
        ended ? daysAgo(ended) : null,
      ]);
    const events = await count('ledger_event');
    await tidyUp();

    expect(await count('sign_in_link')).toBe(2);
    expect(await count('browser_session')).toBe(2);
    expect(await count('ledger_event')).toBe(events);
  });

  it('contents that no record has are removed', async () => {
    const folder = path.join(app.get(Settings).dataFolder, 'files', 'ab');
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'ab'.repeat(32)), 'left by a transaction that failed');
    await tidyUp();

    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('uploads that a killed process left behind are removed, those under way are not', async () => {
    const [old, fresh] = ['old', 'new'].map((name) =>
      fs.mkdtempSync(path.join(os.tmpdir(), `jianyan-upload-${name}-`)),
    );
    fs.utimesSync(old!, new Date('2020-01-01'), new Date('2020-01-01'));
    await tidyUp();

    expect([fs.existsSync(old!), fs.existsSync(fresh!)]).toEqual([false, true]);
    fs.rmSync(fresh!, { recursive: true });
  });
});
