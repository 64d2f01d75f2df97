import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A database of its own for one test file, copied from the migrated template or from another one that nobody uses. */
export async function createTestDatabase(template = 'tpl'): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${template} strategy file_copy`);
  return {
    name,
    url: process.env.TEST_DATABASE_URL!.replace('/postgres?', `/${name}?`),
    drop: () => administer(`drop database ${name} with (force)`),
  };
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query('select pg_advisory_lock(1)'); // a template can be copied by one connection at a time
  await client.query(sql);
  await client.end();
}
