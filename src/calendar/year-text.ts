import { type Message, msg } from '../kernel/index.js';
import { isDate } from './beijing.js';
import type { CalendarException } from './working-calendar.js';

const OFF = new Set(['休', '休息', '放假', 'off']);
const WORKED = new Set(['班', '上班', '补班', '调休上班', 'work']);
const LONGEST_NAME = 40;

export type YearText =
  { readonly ok: true; readonly days: CalendarException[] } | { readonly ok: false; readonly problem: Message };

/** Reads a year's arrangement, one day a line: `2027-01-01 休 元旦`; blanks, commas or tabs between the parts. */
export function readYear(year: number, text: string): YearText {
  const days = new Map<string, CalendarException>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const parts = line
      .trim()
      .split(/[\s,，;；]+/)
      .filter(Boolean);
    if (parts.length === 0 || (i === 0 && !/\d/.test(line))) continue;
    const problem = problemOf(year, parts, days);
    if (problem)
      return { ok: false, problem: msg(`calendar.import.${problem}`, { line: i + 1, text: line.trim(), year }) };
    const [date, kind, name] = parts as [string, string, string];
    days.set(date, { date, isWorkday: WORKED.has(kind), name });
  }
  return days.size === 0
    ? { ok: false, problem: msg('calendar.import.empty') }
    : { ok: true, days: [...days.values()] };
}

function problemOf(year: number, [date = '', kind = '', name = '']: string[], days: Map<string, unknown>) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isDate(date)) return 'noDate';
  if (Number(date.slice(0, 4)) !== year) return 'otherYear';
  if (days.has(date)) return 'repeated';
  if (!OFF.has(kind) && !WORKED.has(kind)) return 'noKind';
  return name === '' || name.length > LONGEST_NAME ? 'noName' : null;
}
