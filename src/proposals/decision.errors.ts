import { DomainError, type Message } from '../kernel/index.js';

export type MergeObstacle =
  'itself' | 'undecided' | 'which' | 'assigned' | 'session' | 'confidential' | 'kind' | 'leads' | 'several';

/** 并案 is for what can be handled together, before it is assigned. */
export class CannotBeMerged extends DomainError {
  readonly kind = 'conflict';

  constructor(reason: MergeObstacle) {
    super(`cannot be merged: ${reason}`, { reason: `@decisions.cannotMerge.${reason}` });
  }
}

/** Its case is on its way: what was merged is handled together to the end. */
export class CannotBeUnmerged extends DomainError {
  readonly kind = 'conflict';

  constructor(number: string) {
    super(`cannot be unmerged: ${number} is assigned`, { number });
  }
}

/** One decision of several could not be taken; none was. */
export class NotDecidedTogether extends DomainError {
  readonly kind = 'conflict';

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
