import { Conflict, DomainError, NotFound } from '../../kernel/index.js';

/** The text that was read is no longer the one that stands. */
export class ReviewedTextChanged extends Conflict {
  constructor() {
    super('the text was changed since it was opened for review');
  }
}

/** Only members of the committee who have no part in the proposal read it for the others. */
export class NotAReader extends DomainError {
  readonly kind = 'invalid';

  constructor() {
    super('not a member of the committee of this congress');
  }
}

/** Absent, or not asked of a unit of this reader. */
export class InquiryNotFound extends NotFound {
  constructor() {
    super('inquiry');
  }
}

/** A unit answers once. */
export class InquiryAnswered extends Conflict {
  constructor() {
    super('the inquiry was answered already');
  }
}

/** Units of the own school that work on cases. */
export class NotAUnitToAsk extends DomainError {
  readonly kind = 'invalid';

  constructor() {
    super('no such unit to ask');
  }
}

/** A period is made longer, never shorter. */
export class NotALaterDay extends DomainError {
  readonly kind = 'invalid';

  constructor() {
    super('the new last day is not later than the present one');
  }
}
