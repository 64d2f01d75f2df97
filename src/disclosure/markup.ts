/** One piece of a text; exactly one of its fields is there, so that the template needs no comparison. */
export interface Block {
  readonly heading?: string;
  /** Lines of one paragraph. */
  readonly paragraph?: readonly string[];
  readonly items?: readonly string[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

type Kind = 'heading' | 'item' | 'row' | 'text';

const HEADING = /^##\s+(.+)$/;
const ITEM = /^-\s+(.+)$/;
const ROW = /^\|(.+)\|$/;
/** The line that other markups want under the head; we need none. */
const RULE = /^[|\s:-]+$/;

/**
 * The light markup of notices: paragraphs, `## ` headings, `- ` lists, `| a | b |` tables whose first row is the head.
 * It makes plain texts, never HTML: whatever looks like a tag is printed as it was typed.
 */
export function blocksOf(text: string): Block[] {
  return text.split(/\n\s*\n/).flatMap((part) => runsOf(linesOf(part)).map(blockOf));
}

/** The beginning of a text without its markup, for feeds and lists. */
export function plainStart(text: string, most: number): string {
  const plain = linesOf(text)
    .map((line) => HEADING.exec(line)?.[1] ?? ITEM.exec(line)?.[1] ?? (ROW.test(line) ? cellsOf(line).join(' ') : line))
    .join(' ');
  const characters = [...plain];
  return characters.length <= most ? plain : `${characters.slice(0, most).join('')}……`;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Neighbouring lines of the same kind belong together; a heading stands alone. */
function runsOf(lines: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && kindOf(line) !== 'heading' && kindOf(line) === kindOf(last[0]!)) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

function kindOf(line: string): Kind {
  if (HEADING.test(line)) return 'heading';
  if (ITEM.test(line)) return 'item';
  return ROW.test(line) ? 'row' : 'text';
}

function blockOf(lines: readonly string[]): Block {
  const [first] = lines as [string];
  const kind = kindOf(first);
  if (kind === 'heading') return { heading: HEADING.exec(first)![1]! };
  if (kind === 'item') return { items: lines.map((line) => ITEM.exec(line)![1]!) };
  return kind === 'row' ? { table: tableOf(lines) } : { paragraph: lines };
}

/** Every row has as many cells as the widest. */
function tableOf(lines: readonly string[]): NonNullable<Block['table']> {
  const rows = lines.filter((line) => !RULE.test(line)).map(cellsOf);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const [head = [], ...body] = rows.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? ''));
  return { head, rows: body };
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}
