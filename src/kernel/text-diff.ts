export interface DiffPart {
  readonly kind: 'same' | 'ins' | 'del';
  readonly text: string;
}
/** One line of `components/diff`. */
export interface DiffLine {
  readonly parts: readonly DiffPart[];
}

/** Comparing costs lines × lines; beyond this the old text is shown as dropped and the new one as new. */
const MOST_PAIRS = 250_000;

/** What changed from one text to another, line by line; a line that was altered shows where. */
export function diffOf(before: string, after: string): DiffLine[] {
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const lines: DiffLine[] = [];
  for (let i = 0; i < steps.length; i++) {
    const [step, next] = [steps[i]!, steps[i + 1]];
    const altered = step.kind === 'del' && next?.kind === 'ins' ? alterationOf(step.text, next.text) : null;
    lines.push({ parts: altered ?? [step] });
    if (altered) i += 1;
  }
  return lines;
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** The shortest way from one list of lines to the other: a walk along their longest common subsequence. */
function stepsBetween(a: readonly string[], b: readonly string[]): DiffPart[] {
  if (a.length * b.length > MOST_PAIRS) return [...all('del', a), ...all('ins', b)];
  const common = commonLengths(a, b);
  const steps: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      steps.push({ kind: 'same', text: a[i]! });
      [i, j] = [i + 1, j + 1];
    } else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      steps.push({ kind: 'del', text: a[i++]! });
    else steps.push({ kind: 'ins', text: b[j++]! });
  }
  return steps;
}

function all(kind: DiffPart['kind'], lines: readonly string[]): DiffPart[] {
  return lines.map((text) => ({ kind, text }));
}

/** `[i][j]`: how many lines a from i and b from j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}

/** The same beginning and end of two lines around what changed; null when they have nothing in common. */
function alterationOf(before: string, after: string): DiffPart[] | null {
  const [a, b] = [[...before], [...after]];
  const start = commonStart(a, b);
  const end = commonStart(a.slice(start).toReversed(), b.slice(start).toReversed());
  if (start + end === 0) return null;
  const parts: DiffPart[] = [
    { kind: 'same', text: a.slice(0, start).join('') },
    { kind: 'del', text: a.slice(start, a.length - end).join('') },
    { kind: 'ins', text: b.slice(start, b.length - end).join('') },
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ];
  return parts.filter(({ text }) => text !== '');
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((character, i) => character !== b[i]);
  return different === -1 ? a.length : different;
}
