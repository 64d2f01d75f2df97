import { ConditionsMissing, DomainError, type Message, msg, NotFound } from '../kernel/index.js';

export class UnitNotFound extends NotFound {
  constructor() {
    super('unit');
  }
}

export class StaffNotFound extends NotFound {
  constructor() {
    super('staff');
  }
}

/** A unit cannot hang below itself. */
export class UnitInCircle extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('a unit cannot be moved below itself');
  }
}

export class UnitRetired extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the unit above is retired');
  }
}

/** Somebody else was faster with the same code or number. */
export class TakenMeanwhile extends DomainError {
  readonly kind = 'conflict';

  constructor(what: string) {
    super('taken meanwhile', { what });
  }
}

export type SheetProblem =
  'tooLarge' | 'oldExcel' | 'broken' | 'empty' | 'missingColumns' | 'repeatedColumn' | 'tooLong';

/** The file as a whole cannot be read; what is wrong in single rows is said row by row. */
export class SheetUnreadable extends DomainError {
  readonly kind = 'invalid';

  constructor(
    readonly problem: SheetProblem,
    readonly columns = '',
  ) {
    super(`sheet unreadable: ${problem}`, { columns });
  }

  override get explanation(): Message {
    return msg(`organization.import.unreadable.${this.problem}`, { columns: this.columns });
  }
}

export class ImportNotFound extends NotFound {
  constructor() {
    super('import');
  }
}

export class ImportHasErrors extends ConditionsMissing {
  constructor(count: number) {
    super('import.confirm', [msg('organization.import.errorsLeft', { count })]);
  }
}

/** Nobody has left before they leave. */
export class LeavingTooLate extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the day of leaving is in the future');
  }
}
