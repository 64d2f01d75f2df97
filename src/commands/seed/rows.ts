import type { Transaction } from '../../kernel/index.js';

export type Row = Readonly<Record<string, unknown>>;

const BATCH = 1000;

/** Many rows in few statements. All rows of a call name the same columns. */
export async function insertRows(tx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(', ');
  const sql = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`;
  for (let from = 0; from < rows.length; from += BATCH)
    await tx.query(sql, [JSON.stringify(rows.slice(from, from + BATCH))]);
}
