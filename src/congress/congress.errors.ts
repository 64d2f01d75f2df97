import { DomainError, NotFound } from '../kernel/index.js';

export class CongressNotFound extends NotFound {
  constructor() {
    super('congress');
  }
}

export class TermNotFound extends NotFound {
  constructor() {
    super('term');
  }
}

export class DelegateNotFound extends NotFound {
  constructor() {
    super('delegate');
  }
}

/** An archived session is read only, for everybody and every step. */
export class SessionArchived extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the session is archived');
  }
}

/** A number, code or seat that is given once is given already. */
export class GivenAlready extends DomainError {
  readonly kind = 'conflict';

  constructor(what: string) {
    super('given already', { what });
  }
}
