import { Clock } from '../../src/kernel/index.js';

/** Stands still until it is moved. Starts on Tuesday, 14 April 2026, 09:00 in Beijing. */
export class TestClock extends Clock {
  private moment = new Date('2026-04-14T09:00:00+08:00');

  now(): Date {
    return new Date(this.moment);
  }

  set(moment: string): void {
    this.moment = new Date(moment);
  }

  /** Moves on by calendar days. */
  passDays(days: number): void {
    this.moment = new Date(this.moment.getTime() + days * 86_400_000);
  }

  passMinutes(minutes: number): void {
    this.moment = new Date(this.moment.getTime() + minutes * 60_000);
  }
}
