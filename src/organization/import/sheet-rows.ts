import { SheetUnreadable } from '../organization.errors.js';

const MOST_ROWS = 20_000;
const LONGEST_CELL = 500;

export interface ImportColumn {
  readonly key: string;
  /** The header as it stands in the first row of the file. */
  readonly header: string;
  readonly required: boolean;
  /** What the template shows in its second row. */
  readonly example: string;
}

/** One line of the file: its number there and its cells by column; a column that the file does not have is undefined. */
export interface SheetRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string | undefined>>;
}

/** The rows below the header row, empty ones left out. Columns may stand in any order; unknown ones are ignored. */
export function rowsOf(cells: readonly string[][], columns: readonly ImportColumn[]): SheetRow[] {
  const first = cells.findIndex((row) => row.some((cell) => cell !== ''));
  if (first < 0) throw new SheetUnreadable('empty');
  const places = placesOf(cells[first]!, columns);
  const rows = cells
    .map((row, i) => ({ line: i + 1, row }))
    .slice(first + 1)
    .filter(({ row }) => row.some((cell) => cell !== ''));
  if (rows.length === 0) throw new SheetUnreadable('empty');
  if (rows.length > MOST_ROWS) throw new SheetUnreadable('tooLong');
  return rows.map(({ line, row }) => ({
    line,
    cells: Object.fromEntries([...places].map(([key, place]) => [key, (row[place] ?? '').slice(0, LONGEST_CELL)])),
  }));
}

function placesOf(header: readonly string[], columns: readonly ImportColumn[]): Map<string, number> {
  const missing = columns.filter((column) => column.required && !header.includes(column.header));
  if (missing.length > 0)
    throw new SheetUnreadable('missingColumns', missing.map((column) => column.header).join('、'));
  const present = columns.filter((column) => header.includes(column.header));
  const repeated = present.find((column) => header.indexOf(column.header) !== header.lastIndexOf(column.header));
  if (repeated) throw new SheetUnreadable('repeatedColumn', repeated.header);
  return new Map(present.map((column) => [column.key, header.indexOf(column.header)]));
}
