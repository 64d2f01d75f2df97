import { type Message, msg } from './message.js';

/** absent 404 · forbidden 403 · conflict 409 · gone 410 · invalid 422 · tooMany 429 · tooLarge 413 */
export type ErrorKind = 'absent' | 'forbidden' | 'conflict' | 'gone' | 'invalid' | 'tooMany' | 'tooLarge';

/** A rule of the house that was broken, with what to tell the person. Anything else that is thrown is our bug. */
export abstract class DomainError extends Error {
  abstract readonly kind: ErrorKind;

  constructor(
    message: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }

  /** What the page says; the text is in the catalogue under `errors.<ClassName>`. */
  get explanation(): Message {
    return msg(`errors.${this.name}`, { ...this.params });
  }

  /** What exactly is missing, one line each. */
  get details(): readonly Message[] {
    return [];
  }
}

/** Absent, or you may not know of it. Subclass it per record, so that tests and logs can tell which. */
export class NotFound extends DomainError {
  readonly kind = 'absent';

  constructor(what = 'page') {
    super(`${what} not found`);
  }
}

/** Visible, and not now: something stands in the way. */
export abstract class Conflict extends DomainError {
  readonly kind = 'conflict';
}

export class NotPermitted extends DomainError {
  readonly kind = 'forbidden';

  constructor(readonly action: string) {
    super(`not permitted: ${action}`);
  }
}

/** The step does not start from the present status. */
export class ActionNotAvailable extends DomainError {
  readonly kind = 'conflict';

  constructor(
    readonly action: string,
    readonly status: string,
  ) {
    super(`${action} is not available from ${status}`);
  }
}

/** The step starts here, but something must be done before. */
export class ConditionsMissing extends DomainError {
  readonly kind = 'conflict';

  constructor(
    readonly action: string,
    readonly missing: readonly Message[],
  ) {
    super(`${action}: ${missing.map((m) => m.key).join(', ')}`);
  }

  override get details(): readonly Message[] {
    return this.missing;
  }
}
