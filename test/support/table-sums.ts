import type { DataSource } from 'typeorm';

/** Changes with every visit, whoever comes: who signed in, what was looked up, what was typed into a form that was parked. */
const NOISE = ['browser_session', 'parked_form', 'sign_in_link', 'account'];

/** A checksum of the rows of every table, by its name. Two that are equal: nothing was written in between. */
export async function tableSums(db: DataSource): Promise<Record<string, string>> {
  const tables = (await db.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  )) as { name: string }[];
  const sums: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !NOISE.includes(table.name))) {
    const [row] = (await db.query(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${name}" t`,
    )) as {
      sum: string;
    }[];
    sums[name] = row!.sum;
  }
  return sums;
}
