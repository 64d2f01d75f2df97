import { type FormResult, Prose } from '../../../web/index.js';
import { missingIn } from '../../reply/reply-content.js';
import { contentOf, ReplyForm } from '../../reply/web/reply.form.js';

/** A reply once more, with the reason why it is amended. */
export class AmendmentForm extends ReplyForm {
  @Prose({ label: 'amendments.reason', max: 500 }) reason = '';
}

/** Saved in any state; complete only when it is handed in. */
export function wholeAmendment(form: FormResult<AmendmentForm>, isSameOutcome: boolean, today: string) {
  if (!form.ok) return form;
  const { text, ...outcome } = missingIn(contentOf(form.value), today);
  const errors = {
    ...(form.value.reason === '' && { reason: { key: 'amendments.missing.reason', params: {} } }),
    ...(text && { text: { key: 'amendments.missing.text', params: {} } }),
    ...(isSameOutcome ? {} : outcome),
  };
  return Object.keys(errors).length === 0 ? form : { ok: false as const, typed: { ...form.value }, errors };
}
