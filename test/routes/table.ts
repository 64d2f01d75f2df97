import fs from 'node:fs';
import path from 'node:path';

const FILE = path.join(import.meta.dirname, 'table.txt');

/** Lines of one attempt each: the status of the answer for every reader. */
export type Table = ReadonlyMap<string, readonly number[]>;

const HEAD = `# What everybody gets on every route: the status of a GET, or of a POST with an empty form.
# UPDATE_ROUTES=1 npm test -- test/routes writes it anew; read the difference before you commit it.
# 303 of a page that is not public is the way to /sign-in for a visitor; 422 is a form that is asked to be filled in.
`;

export function printed(readers: readonly string[], table: Table): string {
  const wide = Math.max(...[...table.keys()].map((line) => line.length)) + 2;
  const row = (first: string, cells: readonly string[]) =>
    (first.padEnd(wide) + cells.map((cell, i) => cell.padEnd(readers[i]!.length + 1)).join('')).trimEnd();
  const lines = [...table].sort(([a], [b]) => (sortable(a) < sortable(b) ? -1 : 1));
  return [HEAD + row('', readers), ...lines.map(([line, statuses]) => row(line, statuses.map(String))), ''].join('\n');
}

export function readTable(): string {
  return fs.existsSync(FILE) ? fs.readFileSync(FILE, 'utf8') : '';
}

export function writeTable(text: string): void {
  fs.writeFileSync(FILE, text);
}

/** By address, reading before writing. */
function sortable(line: string): string {
  const [method, ...rest] = line.split(' ');
  return `${rest.join(' ')} ${method}`;
}
