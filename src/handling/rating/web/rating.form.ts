import { msg } from '../../../kernel/index.js';
import { Choice, type FormResult, Prose, readForm, type Typed } from '../../../web/index.js';
import { type Satisfaction, SATISFACTIONS } from '../rating-arithmetic.js';
import type { NewRating } from '../rating.entity.js';

export class RatingForm {
  @Choice({ label: 'replies.rating.attitude', of: SATISFACTIONS, required: true }) attitude = '';
  @Choice({ label: 'replies.rating.result', of: SATISFACTIONS, required: true }) result = '';
  @Prose({ label: 'replies.rating.reason', max: 1000 }) reason = '';
}

/** Whoever is dissatisfied says why. */
export function readRating(body: unknown): FormResult<RatingForm> {
  return withReason(readForm(RatingForm, body));
}

export function withReason<Form extends RatingForm>(form: FormResult<Form>): FormResult<Form> {
  if (!form.ok || form.value.reason !== '') return form;
  const { attitude, result } = form.value;
  if (attitude !== 'dissatisfied' && result !== 'dissatisfied') return form;
  return {
    ok: false,
    typed: { ...form.value } as unknown as Typed,
    errors: { reason: msg('replies.rating.reasonNeeded') },
  };
}

export function ratingOf({ attitude, result, reason }: RatingForm): NewRating {
  return {
    attitude: attitude as Satisfaction,
    result: result as Satisfaction,
    reason: reason === '' ? null : reason,
  };
}
