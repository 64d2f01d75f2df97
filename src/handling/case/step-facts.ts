import type { CaseRecord } from './case-record.js';

/** What a step changes besides the status, and what its event tells. */
export interface StepFacts {
  readonly change?: Partial<CaseRecord>;
  readonly note?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}
