import { DomainError, NotFound } from '../../kernel/index.js';
import type { Reply } from './reply.entity.js';

export class ReplyNotFound extends NotFound {
  constructor() {
    super('reply');
  }
}

/** One person cannot be both signatures under one reply. */
export class SignedAlready extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the same person has signed this version');
  }
}

/** Two pairs of eyes: who drafted a reply, or asked for it, does not sign it for somebody else. */
export class OwnDraftAsDeputy extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('a deputy does not sign an own draft');
  }
}

/** The mandate ended between reading and signing. */
export class MandateEnded extends DomainError {
  readonly kind = 'forbidden';

  constructor() {
    super('the mandate has ended');
  }
}

/** What was read is no longer what lies on the desk. */
export class ReplyChangedMeanwhile extends DomainError {
  readonly kind = 'conflict';

  constructor(readonly current: Reply | null = null) {
    super('the reply was changed meanwhile');
  }
}

/** The server's date decides; silence counts as no answer. */
export class RatingPeriodOver extends DomainError {
  readonly kind = 'conflict';

  constructor(rateBy: string) {
    super(`the rating was open until ${rateBy}`, { date: rateBy });
  }
}

/** A rating is given once a round and never changed. */
export class RatedAlready extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('rated already');
  }
}

/** Afterwards online is too late: the paper was entered and is kept with its scan. */
export class RatedOnPaper extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('rated on paper already');
  }
}

/** A rating given online is never overridden by paper. */
export class RatedByTheParty extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the party has rated already');
  }
}

export class NoPartyOfTheCase extends DomainError {
  readonly kind = 'invalid';

  constructor() {
    super('not a party of the case');
  }
}
