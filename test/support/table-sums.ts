import type { DataSource } from 'typeorm';

const TABLES = `
  select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1`;

/** A checksum of the rows of every table but those of `noise`, by its name. Two that are equal: nothing was written in between. */
export function tableSums(db: DataSource, noise: readonly string[]): Promise<Record<string, string>> {
  return measured(db, noise, "md5(coalesce(string_agg(t::text, '|' order by t::text), ''))");
}

/** What changes with every write that stays: the number of rows of every table but those of `noise` and who wrote them, by its name. */
export function tableStamps(db: DataSource, noise: readonly string[]): Promise<Record<string, string>> {
  return measured(db, noise, "concat_ws(' ', count(*), sum(t.xmin::text::bigint))");
}

/** How many rows every table has but those of `noise`, by its name. */
export function tableCounts(db: DataSource, noise: readonly string[]): Promise<Record<string, number>> {
  return measured(db, noise, 'count(*)::int');
}

async function measured<T>(db: DataSource, noise: readonly string[], measure: string): Promise<Record<string, T>> {
  const tables = (await db.query(TABLES, [noise])) as { name: string }[];
  const sql = tables.map(({ name }) => `select '${name}' as name, ${measure} as value from "${name}" t`);
  const rows = (await db.query(sql.join(' union all '))) as { name: string; value: T }[];
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
