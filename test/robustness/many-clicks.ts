import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { type Answer, directEachPost, type Posted } from './each-post.js';

/** What one step left behind: rows that were added, by table. */
export interface Effect {
  readonly step: string;
  readonly statuses: readonly number[];
  readonly added: Readonly<Record<string, number>>;
}

/** What may be written without anybody having done anything. */
const NOISE = ['browser_session', 'rate_limit'];
const TABLES = `
  select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1`;

/** Every POST of whatever journey is walked is sent so many times at the same moment; kept is what that added to the tables. */
export class ManyClicks {
  readonly effects: Effect[] = [];
  private db: DataSource | null = null;

  constructor(private readonly times: number) {}

  readonly prepare = (fastify: FastifyInstance): void =>
    directEachPost(fastify, async (posted) => (this.db ? this.click(posted, this.db) : null));

  begin(db: DataSource): void {
    this.db = db;
  }

  private async click({ url, send }: Posted, db: DataSource): Promise<Answer> {
    const before = await countsOf(db);
    const answers = await Promise.all(Array.from({ length: this.times }, send));
    const after = await countsOf(db);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    this.effects.push({
      step: url,
      statuses: answers.map(({ statusCode }) => statusCode),
      added: Object.fromEntries(changed.map((table) => [table, after[table]! - before[table]!])),
    });
    return answers.find(({ statusCode }) => statusCode === 303) ?? answers[0]!;
  }
}

async function countsOf(db: DataSource): Promise<Record<string, number>> {
  const tables = (await db.query(TABLES, [NOISE])) as { name: string }[];
  const sql = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`);
  const counts = (await db.query(sql.join(' union all '))) as { name: string; n: number }[];
  return Object.fromEntries(counts.map(({ name, n }) => [name, n]));
}
