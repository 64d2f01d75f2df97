import { addDays, beijingDate, yearOf } from './beijing.js';
import { CalendarYearMissing } from './calendar.errors.js';
import { WorkingYear } from './working-year.js';

/** A weekday off, or a weekend day worked to make up for one. */
export interface CalendarException {
  readonly date: string;
  readonly isWorkday: boolean;
  readonly name: string;
}

/** Only the years named here are known; an exception in another year does not make that year known. */
export interface CalendarData {
  readonly years: readonly number[];
  readonly exceptions: readonly CalendarException[];
}

export class WorkingCalendar {
  private readonly known: ReadonlySet<number>;
  private readonly workdays: ReadonlyMap<string, boolean>;
  /** Counted through when first asked for: most questions touch one year or two. */
  private readonly counted = new Map<number, WorkingYear>();

  constructor({ years, exceptions }: CalendarData) {
    this.known = new Set(years);
    this.workdays = new Map(exceptions.map(({ date, isWorkday }) => [date, isWorkday]));
  }

  isWorkingDay(date: string): boolean {
    return this.year(yearOf(date)).isWorkingDay(date);
  }

  /** The day itself or the next working day after it; the day itself while its year is not known. */
  workingDayFrom(date: string): string {
    let day = date;
    while (this.known.has(yearOf(day)) && !this.isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }

  /** As `dueDate`, for an event at a moment: what happens at 23:59 in Beijing still belongs to that day. */
  dueDateOf(event: Date, n: number): string {
    return this.dueDate(beijingDate(event), n);
  }

  /** The n-th working day after the day of the event; it lasts until `endOfBeijingDay`. */
  dueDate(eventDay: string, n: number): string {
    if (!Number.isInteger(n) || n < 1) throw new RangeError(`Not a number of working days: ${n}`);
    const firstYear = yearOf(eventDay);
    let nth = this.year(firstYear).workingDaysBy(eventDay) + n;
    for (let number = firstYear; ; number++) {
      const { workingDays } = this.year(number);
      const day = workingDays[nth - 1];
      if (day !== undefined) return day;
      nth -= workingDays.length;
    }
  }

  /**
   * Counts down to 0 on the due day, then below: the working days overdue.
   * On a weekend after the due day it is still 0; whether something is overdue is asked of the clock, not of this number.
   */
  workingDaysLeft(today: string, dueOn: string): number {
    return this.workingDaysBetween(today, dueOn);
  }

  /** The working days after `from` up to and including `to`; negative when `to` is the earlier one. */
  workingDaysBetween(from: string, to: string): number {
    if (to < from) return 0 - this.workingDaysBetween(to, from);
    const [firstYear, lastYear] = [yearOf(from), yearOf(to)];
    let days = this.year(lastYear).workingDaysBy(to) - this.year(firstYear).workingDaysBy(from);
    for (let number = firstYear; number < lastYear; number++) days += this.year(number).workingDays.length;
    return days;
  }

  private year(number: number): WorkingYear {
    if (!this.known.has(number)) throw new CalendarYearMissing(number);
    const year = this.counted.get(number) ?? new WorkingYear(number, this.workdays);
    this.counted.set(number, year);
    return year;
  }
}
