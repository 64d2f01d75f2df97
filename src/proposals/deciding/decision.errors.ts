import { Conflict, DomainError, type Message } from '../../kernel/index.js';

export type MergeObstacle =
  'itself' | 'undecided' | 'which' | 'assigned' | 'session' | 'confidential' | 'kind' | 'leads' | 'several';

/** 并案 is for what can be handled together, before it is assigned. */
export class CannotBeMerged extends Conflict {
  constructor(reason: MergeObstacle) {
    super(`cannot be merged: ${reason}`, { reason: `@decisions.cannotMerge.${reason}` });
  }
}

/** Its case is on its way, or has nothing else left to go on with. */
export class CannotBeUnmerged extends Conflict {
  constructor(number: string, reason: 'assigned' | 'only') {
    super(`cannot be unmerged: ${number}, ${reason}`, { number, reason: `@decisions.cannotUnmerge.${reason}` });
  }
}

/** Somebody changed the draft, or took it off the sheet, after the sheet was read. */
export class DraftChangedMeanwhile extends Conflict {
  constructor() {
    super('the draft of the decision was changed');
  }
}

/** One decision of several could not be taken; none was. */
export class NotDecidedTogether extends Conflict {
  constructor(
    readonly ref: string,
    private readonly obstacle: DomainError,
  ) {
    super(`not decided together: ${ref}: ${obstacle.message}`, { ref });
  }

  override get details(): readonly Message[] {
    return [this.obstacle.explanation, ...this.obstacle.details];
  }
}
