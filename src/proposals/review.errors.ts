import { DomainError } from '../kernel/index.js';

/** The text that was read is no longer the one that stands. */
export class ReviewedTextChanged extends DomainError {
  readonly kind = 'conflict';

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
