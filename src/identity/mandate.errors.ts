import { Conflict, DomainError, NotFound } from '../kernel/index.js';

export class MandateNotFound extends NotFound {
  constructor() {
    super('mandate');
  }
}

/** Nobody can give away what they may not sign themselves. */
export class NothingToDelegate extends Conflict {
  constructor() {
    super('the principal signs nothing there');
  }
}

/** Nobody for themselves, nobody who left, nothing backdated, nothing for others without the written authorisation. */
export class MandateOutOfOrder extends DomainError {
  readonly kind = 'invalid';

  constructor() {
    super('the mandate is not in order');
  }
}

export class MandateOverlaps extends Conflict {
  constructor() {
    super('the deputy has a mandate for some of these days');
  }
}
