import { DomainError, NotFound } from '../kernel/index.js';

export class CaseNotFound extends NotFound {
  constructor() {
    super('case');
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
