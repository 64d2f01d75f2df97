import { createHash } from 'node:crypto';
import { addDays, type WorkingCalendar, WorkingDays } from '../calendar/index.js';
import type { Stage } from './stage.js';

const OPENS_AT = 8 * 60 + 20;
const MINUTES_OPEN = 9 * 60;
const LAST_MINUTE = 23 * 60 + 50;

/** The days on which one story goes on: working days, at hours that differ from story to story but are always the same. */
export class Pace {
  private minute: number;

  constructor(
    private readonly calendar: WorkingCalendar,
    private day: string,
    private readonly key: string,
  ) {
    if (!calendar.isWorkingDay(day)) this.day = calendar.dueDate(addDays(day, -1), 1);
    this.minute = this.minuteOf(this.day);
  }

  get today(): string {
    return this.day;
  }

  /** So many working days later; with 0 a quarter of an hour later. */
  after(days: number): Date {
    if (days === 0) this.minute = Math.min(this.minute + 15, LAST_MINUTE);
    else this.moveTo(this.calendar.dueDate(this.day, days));
    return this.moment();
  }

  /** On the day named, or the next quarter of an hour when that has passed. */
  on(day: string): Date {
    if (day <= this.day) return this.after(0);
    this.moveTo(this.calendar.isWorkingDay(day) ? day : this.calendar.dueDate(addDays(day, -1), 1));
    return this.moment();
  }

  /** The date so many working days from today. */
  dateIn(days: number): string {
    return this.calendar.dueDate(this.day, days);
  }

  private moveTo(day: string): void {
    this.day = day;
    this.minute = this.minuteOf(day);
  }

  private moment(): Date {
    const clock = [Math.floor(this.minute / 60), this.minute % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
    return new Date(`${this.day}T${clock}:00+08:00`);
  }

  private minuteOf(day: string): number {
    return OPENS_AT + (numberFrom(`${this.key} ${day}`) % MINUTES_OPEN);
  }
}

/** A story that begins on a day. */
export async function paceOf(stage: Stage, day: string, key: string): Promise<Pace> {
  return new Pace(await stage.get(WorkingDays).load(), day, key);
}

/** A number that is always the same for the same text. */
export function numberFrom(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
