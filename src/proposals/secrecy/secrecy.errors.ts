import { Conflict } from '../../kernel/index.js';

/** Nobody has asked for confidential handling, or the committee has answered. */
export class NothingToDecide extends Conflict {
  constructor() {
    super('no wish for confidential handling is waiting');
  }
}
