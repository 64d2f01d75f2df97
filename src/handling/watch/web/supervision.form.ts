import { type Message, msg } from '../../../kernel/index.js';
import {
  Choice,
  DateField,
  type FieldErrors,
  type FormResult,
  Prose,
  readForm,
  Reference,
} from '../../../web/index.js';
import { missingForNotice, type SupervisionLevel, type SupervisionNotice } from '../supervision-notice.entity.js';

export class NoticeForm {
  @Reference({ label: 'supervision.form.unit' }) id = '';
  @Reference({ label: 'supervision.form.unit', required: true }) unit = '';
  @Choice({ label: 'supervision.form.level', of: ['1', '2', '3'], required: true }) level = '';
  @Prose({ label: 'supervision.form.reason', max: 1000, required: true }) reason = '';
  @Prose({ label: 'supervision.form.skipReason', max: 500 }) skipReason = '';
  @DateField({ label: 'supervision.form.answerBy', required: true }) answerBy = '';
}

/** Where a form is mended that asks for what cannot be issued now. */
const FIELD: Readonly<Record<string, string>> = {
  'supervision.missing.skipReason': 'skipReason',
  'supervision.missing.future': 'answerBy',
};

/** Why this notice cannot be issued; one that was issued already has no problems. */
export function problemsOf(
  { id, unit, level, skipReason, answerBy }: NoticeForm,
  notices: readonly SupervisionNotice[],
  today: string,
): FieldErrors {
  if (notices.some((one) => one.id === id)) return {};
  const before = notices.filter(({ unitId }) => unitId === unit);
  const wish = { level: Number(level) as SupervisionLevel, skipReason, answerBy };
  const missing: Message[] = missingForNotice(before, wish, today);
  return Object.fromEntries(missing.map((one) => [FIELD[one.key] ?? 'level', one]));
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
