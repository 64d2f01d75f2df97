import { AFTER_REPLY_RULES } from './after-reply-rules.js';
import { CASE_RULES } from './case-rules.js';
import { AMENDMENT_RULES } from './amendment-rules.js';
import { AWARD_RULES } from './award-rules.js';
import { MANDATE_RULES } from './mandate-rules.js';
import { NOTICE_RULES } from './notice-rules.js';
import { PROPOSAL_RULES } from './proposal-rules.js';
import { RECOUNT_RULES } from './recount-rules.js';
import type { Telling, TellingTable } from './telling.js';

/** Event → who is told what: the whole table. */
export const WHO_IS_TOLD: TellingTable = {
  ...PROPOSAL_RULES,
  ...CASE_RULES,
  ...AFTER_REPLY_RULES,
  ...NOTICE_RULES,
  ...MANDATE_RULES,
  ...AMENDMENT_RULES,
  ...AWARD_RULES,
  ...RECOUNT_RULES,
};

export function tellingsOf(eventName: string): readonly Telling[] {
  return WHO_IS_TOLD[eventName] ?? [];
}
