import type { Transaction } from '../../kernel/index.js';
import { insertRows, type Row } from './rows.js';

/** In this order, so that what is referred to is there before what refers to it. */
const TABLES = [
  'proposal',
  'proposal_joint',
  'proposal_second',
  'handling_case',
  'case_origin',
  'case_party',
  'assignment',
  'contact',
  'reply',
  'reply_signature',
  'rating',
  'notice',
  'ledger_event',
] as const;
type Table = (typeof TABLES)[number];

/** Rows that are waiting to be written. */
export class Book {
  private readonly rows = new Map<Table, Row[]>();

  add(table: Table, ...rows: readonly Row[]): void {
    const there = this.rows.get(table);
    if (there) there.push(...rows);
    else this.rows.set(table, [...rows]);
  }

  async write(tx: Transaction): Promise<void> {
    for (const table of TABLES) await insertRows(tx, table, this.rows.get(table) ?? []);
    this.rows.clear();
  }
}
