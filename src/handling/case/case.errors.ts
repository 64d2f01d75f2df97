import { DomainError, NotFound } from '../../kernel/index.js';

export class CaseNotFound extends NotFound {
  constructor() {
    super('case');
  }
}

/** The reply was issued: it is rated, not taken back. */
export class WithdrawalTooLate extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('a replied case is not withdrawn');
  }
}

export class WithdrawalRequestNotFound extends NotFound {
  constructor() {
    super('withdrawal request');
  }
}

export class UnitNamedTwice extends DomainError {
  readonly kind = 'invalid';

  constructor() {
    super('a unit cannot have two parts in one case');
  }
}

/** One case of several could not be assigned; none was. */
export class NotAssignedTogether extends DomainError {
  readonly kind = 'conflict';

  constructor(number: string) {
    super(`not available for assignment: ${number}`, { number });
  }
}

export class ContactOutsideHandling extends DomainError {
  readonly kind = 'invalid';

  constructor(
    readonly from: string,
    readonly until: string,
  ) {
    super(`a contact lies between ${from} and ${until}`, { from, until });
  }
}

/** It was merged or split, or a reply was given: then it is no longer one matter of one proposal. */
export class CannotBePassedUp extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('only one undivided matter is passed up');
  }
}
