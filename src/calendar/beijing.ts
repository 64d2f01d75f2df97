/**
 * The calendar of Beijing, whatever zone the server runs in. A date is a string, 'YYYY-MM-DD'.
 * Beijing has been UTC+8 without summer time since 1992: a fixed shift is exact from then on, and much faster than Intl.
 */
const AHEAD_OF_UTC = 8 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/** The date on the wall in Beijing at this moment. */
export function beijingDate(at: Date): string {
  return dateOfUtc(at.getTime() + AHEAD_OF_UTC);
}

/** 24:00 in Beijing, the first moment that no longer belongs to the day. */
export function endOfBeijingDay(date: string): Date {
  return new Date(utcMidnight(date) + DAY - AHEAD_OF_UTC);
}

export function addDays(date: string, days: number): string {
  return dateOfUtc(utcMidnight(date) + days * DAY);
}

/** The same day of another month; the last one of a shorter month stands for a day that it does not have. */
export function addMonths(date: string, months: number): string {
  const from = new Date(utcMidnight(date));
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(dateOfUtc(first.getTime()), Math.min(from.getUTCDate(), days) - 1);
}

/** Monday is 1, Sunday is 7. */
export function isoWeekday(date: string): number {
  return new Date(utcMidnight(date)).getUTCDay() || 7;
}

export function yearOf(date: string): number {
  return new Date(utcMidnight(date)).getUTCFullYear();
}

/** Refuses other notations and days that do not exist, such as 2026-02-29. */
export function isDate(text: string): boolean {
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && dateOfUtc(midnight) === text;
}

function dateOfUtc(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function utcMidnight(date: string): number {
  if (!isDate(date)) throw new RangeError(`Not a date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}
