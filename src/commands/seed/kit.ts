import type { Book } from './book.js';
import type { Numbers } from './numbers.js';
import type { Random } from './random.js';
import type { School } from './school.js';
import type { Writer } from './writer.js';

/** What every seeded record is made with. */
export interface Kit {
  readonly school: School;
  readonly random: Random;
  readonly writer: Writer;
  readonly numbers: Numbers;
  readonly book: Book;
}

export const DAY_MS = 86_400_000;

/** The date in Beijing, some days later. */
export function dayOf(moment: Date, daysLater = 0): string {
  return new Date(moment.getTime() + daysLater * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);
}
