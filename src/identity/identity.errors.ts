import { Conflict, DomainError, NotFound } from '../kernel/index.js';

export class LinkNotFound extends NotFound {
  constructor() {
    super('sign-in link');
  }
}

export class LinkUsedUp extends DomainError {
  readonly kind = 'gone';

  constructor() {
    super('the sign-in link was used or is too old');
  }
}

export class ParkedFormNotFound extends NotFound {
  constructor() {
    super('parked form');
  }
}

export class TooManyRequests extends DomainError {
  readonly kind = 'tooMany';

  constructor(minutes: number) {
    super('too many requests', { minutes });
  }
}

export class RoleGrantNotFound extends NotFound {
  constructor() {
    super('role grant');
  }
}

/** The address of somebody who may do more than the administrator administers. */
export class HoldsWiderRoles extends Conflict {
  constructor(name: string) {
    super('the person holds wider roles', { name });
  }
}

/** The person has this role for this unit on some of these days already. */
export class RoleAlreadyHeld extends Conflict {
  constructor() {
    super('the role is held already');
  }
}
