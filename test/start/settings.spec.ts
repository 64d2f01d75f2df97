import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { dataFolder, described, freePort, LONG, ServerProcess } from './server-process.js';

const start = ServerProcess.start;
afterEach(ServerProcess.endAll);

described('npm start with settings', () => {
  it.each([
    [{ PORT: 'abc' }, 'Wrong setting. PORT: a number from 0 to 65535.\n'],
    [
      { NODE_ENV: 'production', NOW: '2026-04-14T09:00:00+08:00' },
      'Wrong setting. NOW: is for the demo and for tests only.\n',
    ],
    [{ BASE_URL: 'nowhere' }, 'Wrong setting. BASE_URL: an address such as https://jianyan.example.edu.cn.\n'],
  ])('that are wrong says which one: %j', async (env, sentence) => {
    const server = start({ DATA_FOLDER: '/nowhere/at/all', ...env } as Record<string, string>);

    expect(await server.exit).toBe(1);
    expect(server.said).toBe(sentence);
  });

  it(
    'of a database that does not answer says so',
    async () => {
      const server = start({ DATABASE_URL: `postgres://app@127.0.0.1:${await freePort()}/none` });

      expect(await server.exit).toBe(1);
      expect(server.said).toMatch(/^The database does not answer: .*\n$/);
    },
    LONG,
  );
});

described('npm start with DATABASE_URL', () => {
  const folder = dataFolder();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it(
    'starts nothing embedded',
    async () => {
      const port = String(await freePort());
      const server = start({ DATABASE_URL: database.url, DATA_FOLDER: folder, PORT: port });
      await server.untilItSays('Jianyan 建言 →');

      expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
      expect(fs.existsSync(path.join(folder, 'pg18'))).toBe(false);
    },
    LONG,
  );

  it(
    'begins a demo again whose loading was interrupted',
    async () => {
      await query("insert into site_fact values ('demo_loading', '{}')");
      await query(
        "insert into unit (id, code, name, short, kind) values (gen_random_uuid(), 'half', '半个', '半', 'office')",
      );
      const port = String(await freePort());
      const server = start({ DATABASE_URL: database.url, DATA_FOLDER: folder, PORT: port, NODE_ENV: 'demo' });
      await server.untilItSays('Loading the demo institution');
      server.kill('SIGKILL');
      await server.exit;

      expect(await query("select code from unit where code = 'half'")).toEqual([]);
      expect(await query("select name from site_fact where name in ('demo', 'demo_loading')")).toEqual([
        { name: 'demo_loading' },
      ]);
    },
    LONG,
  );

  async function query(sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  }
});
