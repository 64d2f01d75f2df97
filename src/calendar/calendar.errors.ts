import { DomainError } from '../kernel/index.js';

export class CalendarYearMissing extends DomainError {
  readonly kind = 'conflict';

  constructor(readonly year: number) {
    super(`the calendar has no holidays for ${year}`, { year });
  }
}
