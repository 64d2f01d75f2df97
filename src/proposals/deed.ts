import type { Act } from '../kernel/index.js';

/** By whom, in which role and when a step is done. */
export type Deed = Act;

/** What a step leaves behind besides who, when and from where to where. */
export interface More {
  readonly note?: string;
  readonly data?: object;
}
