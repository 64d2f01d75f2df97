import { beijingDate } from '../calendar/index.js';
import { DomainError, type Message, NotFound } from '../kernel/index.js';

export class NoticeNotFound extends NotFound {
  constructor() {
    super('notice');
  }

  override get explanation(): Message {
    return { key: 'errors.NotFound' };
  }
}

/** It was public and was taken back; the reason stays, the text does not. */
export class NoticeWithdrawn extends DomainError {
  readonly kind = 'gone';

  static of({ indexNumber, withdrawnAt, withdrawReason }: Withdrawn): NoticeWithdrawn {
    return new NoticeWithdrawn(indexNumber!, beijingDate(withdrawnAt!), withdrawReason!);
  }

  private constructor(indexNumber: string, on: string, reason: string) {
    super('notice withdrawn', { indexNumber, on, reason });
  }
}

interface Withdrawn {
  readonly indexNumber: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawReason: string | null;
}

/** Nobody but a publisher of the unit drafts for it. */
export class NotYourUnit extends DomainError {
  readonly kind = 'forbidden';

  constructor() {
    super('not a publisher of this unit');
  }
}

/** Somebody else saved the draft after this writer had opened it. */
export class NoticeChangedMeanwhile extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('somebody else has changed the draft meanwhile');
  }
}

export class RevisionUnderWay extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('a new version of the notice is being prepared already');
  }
}

export class ResultAlreadyPosted extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the result of the case was posted already');
  }
}

/** Nobody would take up what is handed over to the unit. */
export class NoPublisher extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the unit has no publisher');
  }
}
