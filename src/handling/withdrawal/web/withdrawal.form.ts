import { msg } from '../../../kernel/index.js';
import { Choice, type FormResult, Prose, readForm, Reference } from '../../../web/index.js';

export const WITHDRAWAL_DECISIONS = ['grant', 'refuse'] as const;

export class WithdrawalDecisionForm {
  @Reference({ label: 'withdrawal.request', required: true }) request = '';
  @Choice({ label: 'withdrawal.decision', of: WITHDRAWAL_DECISIONS, required: true }) decision = '';
  @Prose({ label: 'withdrawal.note', max: 500 }) note = '';
}

/** A refusal says why. */
export function readDecision(body: unknown): FormResult<WithdrawalDecisionForm> {
  const form = readForm(WithdrawalDecisionForm, body);
  if (!form.ok || form.value.decision === 'grant' || form.value.note !== '') return form;
  return { ok: false, typed: { ...form.value }, errors: { note: msg('withdrawal.noteNeeded') } };
}
