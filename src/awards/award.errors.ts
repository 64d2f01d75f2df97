import { DomainError, NotFound } from '../kernel/index.js';

/** Not a filed proposal of this session that all staff may read, or nobody nominated it. */
export class CandidateNotFound extends NotFound {
  constructor() {
    super('candidate');
  }
}

export class NominationsUsedUp extends DomainError {
  readonly kind = 'conflict';

  constructor(max: number) {
    super('the delegation has no nomination left', { max });
  }
}

/** Whoever wrote or signed a proposal does not decide that it is one of the best. */
export class OwnProposalAwarded extends DomainError {
  readonly kind = 'conflict';

  constructor(title: string) {
    super('the decider has a part in the proposal', { title });
  }
}

/** Too few cases, or no longer handling any. */
export class UnitNotRanked extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the unit is not ranked');
  }
}

/** The last day for nominating or for scoring is over. */
export class AwardDayOver extends DomainError {
  readonly kind = 'conflict';

  constructor(date: string) {
    super('the last day is over', { date });
  }
}

export class AlreadyAnnounced extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the notice of the awards has been drafted already');
  }
}
