import { addDays, isoWeekday } from './beijing.js';

const FRIDAY = 5;

/** One year, counted through once: its working days in order, and how many of them have come by each day. */
export class WorkingYear {
  readonly workingDays: readonly string[];
  private readonly come = new Map<string, number>();

  constructor(year: number, exceptions: ReadonlyMap<string, boolean>) {
    const workingDays: string[] = [];
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (exceptions.get(day) ?? isoWeekday(day) <= FRIDAY) workingDays.push(day);
      this.come.set(day, workingDays.length);
    }
    this.workingDays = workingDays;
  }

  /** From New Year up to and including the day; none for a day of another year. */
  workingDaysBy(day: string): number {
    return this.come.get(day) ?? 0;
  }

  isWorkingDay(day: string): boolean {
    return this.workingDays[this.workingDaysBy(day) - 1] === day;
  }
}
