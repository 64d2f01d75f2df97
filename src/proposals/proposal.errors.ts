import { Conflict, DomainError, NotFound } from '../kernel/index.js';

/** A collective proposal is begun by the head or a deputy of a delegation. */
export class NoHeadOfDelegation extends DomainError {
  readonly kind = 'forbidden';

  constructor() {
    super('not head or deputy of a delegation');
  }
}

/** Absent, or not for this reader. */
export class ProposalNotFound extends NotFound {
  constructor(ref: string) {
    super(`proposal ${ref}`);
  }
}

export class SecondNotFound extends NotFound {
  constructor() {
    super('invitation to second');
  }
}

export class JointProposerNotFound extends NotFound {
  constructor() {
    super('joint proposer');
  }
}

export class NoSessionRunning extends Conflict {
  constructor() {
    super('no session of the congress is running');
  }
}

/** There is no congress above, or none of its sessions takes proposals now. */
export class NoCongressAbove extends Conflict {
  constructor() {
    super('no congress above takes proposals now');
  }
}

/** No congress of the own unit, or above it, takes suggestions in light mode now. */
export class NoLightMode extends DomainError {
  readonly kind = 'forbidden';

  constructor() {
    super('no congress in light mode takes suggestions of this person now');
  }
}

/** Only delegates of the present term write and second proposals. */
export class NotADelegate extends DomainError {
  readonly kind = 'forbidden';

  constructor() {
    super('not a delegate of the term');
  }
}

/** The text was changed from another page since this one was opened. */
export class TextChangedElsewhere extends Conflict {
  constructor() {
    super('the text was changed from another page');
  }
}

/** Whoever signs must have read what they sign. */
export class ChangedSinceRead extends Conflict {
  constructor() {
    super('the text was changed since the seconder read it');
  }
}

/** While seconds are being collected every saving is deliberate: it asks the seconders again. */
export class NoAutosaveNow extends Conflict {
  constructor() {
    super('the text is not saved automatically in this status');
  }
}

export class CannotBeInvited extends Conflict {
  constructor(readonly reason: 'author' | 'joint' | 'seconder' | 'no_delegate' | 'no_member') {
    super(`cannot be invited: ${reason}`, { reason: `@proposals.cannotInvite.${reason}` });
  }
}

/** Unknown, or retired in the meantime. */
export class DeclineReasonNotUsable extends DomainError {
  readonly kind = 'invalid';

  constructor(code: string) {
    super(`decline reason ${code} cannot be used`);
  }
}

export class DeclineReasonNotFound extends NotFound {
  constructor() {
    super('decline reason');
  }
}

/** What was given to somebody once keeps its place in the list. */
export class DeclineReasonUsed extends Conflict {
  constructor(wording: string) {
    super('the reason was used: it can be retired, not deleted', { wording });
  }
}
