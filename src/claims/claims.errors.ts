import { DomainError } from '../kernel/index.js';

/** Somebody else works on it at the moment; taking over is a step of its own. */
export class HeldByColleague extends DomainError {
  readonly kind = 'conflict';

  constructor(name: string) {
    super('a colleague works on it at the moment', { name });
  }
}
