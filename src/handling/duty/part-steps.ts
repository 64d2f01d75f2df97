import type { AssignmentPart } from './assignment.entity.js';
import type { CaseAction } from '../case/case-workflow.js';

/** What a unit's step is called in the workflow of the case, by its part: only the steps of a single lead move the case. */
const NAMES = {
  sign_for: { lead: 'sign_for', assisting: 'sign_for_assisting', separate: 'sign_for_part' },
  ask_return: { lead: 'ask_return', assisting: 'ask_return_assisting', separate: 'ask_return_part' },
  refuse_return: { lead: 'refuse_return', assisting: 'refuse_return_assisting', separate: 'refuse_return_part' },
  grant_return: { lead: 'grant_return', assisting: 'grant_return_assisting', separate: 'grant_return_part' },
  reassign: { lead: 'reassign', assisting: 'reassign_assisting', separate: 'reassign_part' },
  submit_reply: { lead: 'submit_reply', assisting: 'give_opinion', separate: 'submit_part' },
  recall_reply: { lead: 'recall_reply', assisting: 'give_opinion', separate: 'recall_part' },
  sign_reply: { lead: 'sign_reply', assisting: 'give_opinion', separate: 'sign_part' },
  return_reply: { lead: 'return_reply', assisting: 'give_opinion', separate: 'return_part' },
} as const satisfies Record<string, Record<AssignmentPart, CaseAction>>;

export type UnitStep = keyof typeof NAMES;

export function stepOf(step: UnitStep, { part }: { readonly part: AssignmentPart }): CaseAction {
  return NAMES[step][part];
}
