import { DomainError } from '../kernel/index.js';

/** Nobody has asked for confidential handling, or the committee has answered. */
export class NothingToDecide extends DomainError {
  readonly kind = 'conflict';

  constructor() {
    super('no wish for confidential handling is waiting');
  }
}
