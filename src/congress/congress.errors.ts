import { Conflict, DomainError, NotFound } from '../kernel/index.js';

export class CongressNotFound extends NotFound {
  constructor() {
    super('congress');
  }
}

export class TermNotFound extends NotFound {
  constructor() {
    super('term');
  }
}

export class DelegateNotFound extends NotFound {
  constructor() {
    super('delegate');
  }
}

/** An archived session is read only, for everybody and every step. */
export class SessionArchived extends Conflict {
  constructor() {
    super('the session is archived');
  }
}

/** Every session of the term is archived, and its roster with them. */
export class TermArchived extends Conflict {
  constructor() {
    super('every session of the term is archived');
  }
}

/** 简易模式: the congress has no committee chain, and the step belongs to it. */
export class CommitteeChainOff extends Conflict {
  constructor(congress: string) {
    super('the congress is in light mode', { congress });
  }
}

/** What was handed in is decided before the committee chain is switched off. */
export class StillUndecided extends Conflict {
  constructor(n: number) {
    super('proposals are still undecided', { n: String(n) });
  }
}

/** The session that is to take over cannot: of another congress, archived, or the same one. */
export class NoSuccessor extends DomainError {
  readonly kind = 'invalid';

  constructor() {
    super('this session cannot take over');
  }
}

/** A number, code or seat that is given once is given already. */
export class GivenAlready extends Conflict {
  constructor(what: string) {
    super('given already', { what });
  }
}
