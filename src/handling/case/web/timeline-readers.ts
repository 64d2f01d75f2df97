import type { CaseAction } from '../case-workflow.js';

/** What happens inside the offices before the last signature is theirs. */
const INTERNAL = new Set<string>([
  'ask_return',
  'refuse_return',
  'ask_return_assisting',
  'refuse_return_assisting',
  'grant_return_assisting',
  'ask_extension',
  'refuse_extension',
  'ask_return_part',
  'refuse_return_part',
  'ask_unit',
  'refuse_unit',
  'reassign_assisting',
  'submit_part',
  'sign_part',
  'recall_part',
  'return_part',
  'give_opinion',
  'override_opinion',
  'submit_reply',
  'submit_amendment',
  'recall_amendment',
  'sign_amendment',
  'return_amendment',
  'recall_reply',
  'sign_reply',
  'answer_supervision',
  'take_desk_over',
  'plan_key',
  'keep_minutes',
  'report_specially',
  'instruct',
  'accept_answer',
  'refuse_answer',
  'recall_reply',
  'return_reply',
] satisfies CaseAction[]);
/** Talk between proposer and committee: neither for everybody nor kept from those concerned. */
const FOR_THE_CONCERNED = new Set<string>([
  'ask_withdrawal',
  'refuse_withdrawal',
  'lapse_withdrawal',
] satisfies CaseAction[]);

/** Files are put to the papers of an office; with what they belong to they become readable, not by their event. */
const OF_FILES = ['add_attachment', 'remove_attachment'];

/** Read by the offices only. */
export function isInternal(action: string): boolean {
  return INTERNAL.has(action) || OF_FILES.includes(action);
}

export function isForEverybody(action: string): boolean {
  return !isInternal(action) && !FOR_THE_CONCERNED.has(action);
}
