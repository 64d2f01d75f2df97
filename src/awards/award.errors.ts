import { Conflict, NotFound } from '../kernel/index.js';

/** Not a filed proposal of this session that all staff may read, or nobody nominated it. */
export class CandidateNotFound extends NotFound {
  constructor() {
    super('candidate');
  }
}

export class NominationsUsedUp extends Conflict {
  constructor(max: number) {
    super('the delegation has no nomination left', { max });
  }
}

/** Whoever wrote or signed a proposal does not decide that it is one of the best. */
export class OwnProposalAwarded extends Conflict {
  constructor(title: string) {
    super('the decider has a part in the proposal', { title });
  }
}

/** Too few cases, or no longer handling any. */
export class UnitNotRanked extends Conflict {
  constructor() {
    super('the unit is not ranked');
  }
}

/** The last day for nominating or for scoring is over. */
export class AwardDayOver extends Conflict {
  constructor(date: string) {
    super('the last day is over', { date });
  }
}

export class AlreadyAnnounced extends Conflict {
  constructor() {
    super('the notice of the awards has been drafted already');
  }
}
