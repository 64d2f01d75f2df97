// Runs the hand-written SQL of migrations/ in order, once each. Erasable TypeScript without our imports: the test set-up loads it as it is.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

const LOCK = 72707369;

export class MigrationChanged extends Error {}

/** Brings the database up to date; several processes may call it together. Answers with the names it ran. */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, ran_at timestamptz not null default now())',
    );
    const ran = new Map(
      (await client.query('select name, checksum from migration')).rows.map((row) => [row.name, row.checksum]),
    );
    const done: string[] = [];
    for (const name of fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const sql = fs.readFileSync(path.join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      if (ran.has(name) && ran.get(name) !== checksum)
        throw new MigrationChanged(`${name} was changed after it had run`);
      if (ran.has(name)) continue;
      await runOne(client, name, sql, checksum);
      done.push(name);
    }
    return done;
  } finally {
    await client.end(); // the end of the session gives the lock back
  }
}

async function runOne(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error });
  }
}
