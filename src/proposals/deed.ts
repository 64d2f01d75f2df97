import type { Act } from '../kernel/index.js';
import type { ProposalRecord } from './proposal-record.js';

/** By whom, in which role and when a step is done. */
export type Deed = Act;

/** What a step changes besides the status. */
export type Change = Partial<ProposalRecord>;

/** What a step leaves behind besides who, when and from where to where. */
export interface More {
  readonly note?: string;
  readonly data?: object;
  readonly change?: Change;
}
