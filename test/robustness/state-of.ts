import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** What may change without anybody having done anything: when a session was last seen, how often an address knocked. */
const NOISE = ['browser_session', 'rate_limit'];

const TABLES = `
  select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1`;

/** A fingerprint of every row of every table, by table: equal when nothing has happened. */
export async function stateOf(db: DataSource): Promise<Record<string, string>> {
  const tables = (await db.query(TABLES, [NOISE])) as { name: string }[];
  const sql = tables.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(string_agg(t::text, '|' order by t::text), '') as rows from "${name}" t`,
  );
  const states = (await db.query(sql.join(' union all '))) as { name: string; rows: string }[];
  return Object.fromEntries(states.map(({ name, rows }) => [name, createHash('md5').update(rows).digest('hex')]));
}
