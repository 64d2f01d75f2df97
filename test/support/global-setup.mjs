// One throw-away PostgreSQL for the whole run, with the migrated template from which every test file copies its own database.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../src/database/embedded-postgres.ts';
import { migrate } from '../../src/database/migrate.ts';

const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=128MB',
];

export default async function setUp() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-test-'));
  fs.chmodSync(folder, 0o755);
  const postgres = await startPostgres(
    folder,
    FAST.flatMap((flag) => ['-c', flag]),
  );
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('create database tpl');
  await client.end();
  await migrate(postgres.url.replace('/postgres?', '/tpl?'), path.resolve(import.meta.dirname, '../../migrations'));
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.postgresOfTheTests = { postgres, folder };
}
