import type { WorkingCalendar } from '../calendar/index.js';
import type { CaseFact } from './facts.js';

export interface Durations {
  readonly mean: number;
  readonly median: number;
  readonly count: number;
}

/** Working days from the assignment to the first reply; null when nothing was replied. */
export function durationsOf(cases: readonly CaseFact[], calendar: WorkingCalendar): Durations | null {
  const days = cases
    .filter((one) => one.assignedOn !== null && one.repliedOn !== null)
    .map((one) => calendar.workingDaysBetween(one.assignedOn!, one.repliedOn!))
    .toSorted((a, b) => a - b);
  if (days.length === 0) return null;
  const mean = days.reduce((sum, day) => sum + day, 0) / days.length;
  return { mean: Math.round(mean * 10) / 10, median: middleOf(days), count: days.length };
}

function middleOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
}
