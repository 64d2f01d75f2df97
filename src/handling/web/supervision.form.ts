import { msg } from '../../kernel/index.js';
import { Choice, DateField, type FormResult, Prose, readForm, Reference } from '../../web/index.js';

export class NoticeForm {
  @Reference({ label: 'supervision.form.unit' }) id = '';
  @Reference({ label: 'supervision.form.unit', required: true }) unit = '';
  @Choice({ label: 'supervision.form.level', of: ['1', '2', '3'], required: true }) level = '';
  @Prose({ label: 'supervision.form.reason', max: 1000, required: true }) reason = '';
  @Prose({ label: 'supervision.form.skipReason', max: 500 }) skipReason = '';
  @DateField({ label: 'supervision.form.answerBy', required: true }) answerBy = '';
}

export class AnswerForm {
  @Reference({ label: 'supervision.answer.text' }) id = '';
  @Prose({ label: 'supervision.answer.text', max: 4000, required: true }) text = '';
}

export const ANSWER_DECISIONS = ['accept', 'refuse'] as const;

export class AnswerDecisionForm {
  @Choice({ label: 'supervision.decision.choice', of: ANSWER_DECISIONS, required: true }) decision = '';
  @Prose({ label: 'supervision.decision.note', max: 1000 }) note = '';
}

/** An answer that is not accepted gets a reason. */
export function readAnswerDecision(body: unknown): FormResult<AnswerDecisionForm> {
  const form = readForm(AnswerDecisionForm, body);
  if (!form.ok || form.value.decision !== 'refuse' || form.value.note !== '') return form;
  return { ok: false, typed: { ...form.value }, errors: { note: msg('supervision.decision.noteNeeded') } };
}
