/** The only place that knows the time. Inject it; never call `new Date()` elsewhere. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Runs at the pace of the real clock, starting at a chosen moment (the demo; refused in production). */
export class ShiftedClock extends Clock {
  private shift: number;

  constructor(startsAt: Date) {
    super();
    this.shift = startsAt.getTime() - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.shift);
  }

  moveTo(moment: Date): void {
    this.shift = moment.getTime() - Date.now();
  }
}
