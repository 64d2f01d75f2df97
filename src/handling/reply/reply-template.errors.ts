import { DomainError, NotFound } from '../../kernel/index.js';

export class TemplateNotFound extends NotFound {
  constructor() {
    super('template');
  }
}

export class TemplateRetired extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the template was retired');
  }
}

/** A unit has one template of a name, so that officers know which one they choose. */
export class TemplateNameTaken extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the unit has a template of that name');
  }
}

/** Somebody else changed it since the page was read. */
export class TemplateChangedMeanwhile extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the template was changed meanwhile');
  }
}
