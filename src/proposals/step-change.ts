import type { ProposalRecord } from './proposal-record.js';

/** What a step changes besides the status. */
export type Change = Partial<ProposalRecord>;

/** What a step leaves behind besides who, when and from where to where. */
export interface More {
  readonly note?: string;
  readonly data?: object;
  readonly change?: Change;
}
