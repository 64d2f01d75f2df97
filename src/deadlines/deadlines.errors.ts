import { DomainError } from '../kernel/index.js';

/** Something happened between the preview and the order: what was seen is not what would be done. */
export class PreviewOutdated extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('the dates have changed since the preview');
  }
}
