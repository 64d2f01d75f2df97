import type { Actor, Message, Transaction } from '../../kernel/index.js';
import type { ImportColumn, SheetRow } from './sheet-rows.js';

export const OUTCOMES = ['error', 'new', 'changed', 'unchanged'] as const;
export type RowOutcome = (typeof OUTCOMES)[number];

export interface CellChange {
  readonly header: string;
  readonly from: string;
  readonly to: string;
}

export interface CellError {
  readonly header: string;
  readonly problem: Message;
}

/** What one row would do, or why it cannot. */
export interface RowResult {
  readonly line: number;
  /** Who or what the row is about, for the list. */
  readonly label: string;
  readonly outcome: RowOutcome;
  readonly changes: readonly CellChange[];
  readonly errors: readonly CellError[];
}

export interface ImportRun {
  readonly id: string;
  /** What the import is for, where there is more than one (a term); null otherwise. */
  readonly scopeId: string | null;
  readonly actor: Actor;
  readonly at: Date;
}

/** One kind of list that can be imported. It says what each row would do, and does it; the rest is the same for all. */
export interface ImportKind<Plan = unknown> {
  readonly name: string;
  readonly columns: readonly ImportColumn[];
  readonly subjectType: string;
  /** The page from which one came, and the title of the list. */
  address(scopeId: string | null): string;
  authorize(actor: Actor, scopeId: string | null, tx: Transaction): Promise<string>;
  /** Looks at all rows with a constant number of queries; changes nothing. */
  plan(rows: readonly SheetRow[], run: ImportRun, tx: Transaction): Promise<{ results: RowResult[]; plan: Plan }>;
  /** Carries the plan out, set-based. */
  carryOut(plan: Plan, run: ImportRun, role: string, tx: Transaction): Promise<void>;
}
