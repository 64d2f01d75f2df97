import { Choice, DateField, type FormResult, Line, Prose, Reference } from '../../../web/index.js';
import { OUTCOME_CLASSES, type OutcomeClass } from '../../case/case-values.js';
import { missingIn, type ReplyContent } from '../reply-content.js';

export const LONGEST_REPLY = 8000;

/** The draft as it is typed: saved in any state, complete only when it is submitted. */
export class ReplyForm {
  /** When the writer last saw the draft. */
  @Line({ label: 'replies.form.text', max: 30 }) seen = '';
  @Prose({ label: 'replies.form.text', max: LONGEST_REPLY }) text = '';
  @Choice({ label: 'replies.form.class', of: OUTCOME_CLASSES }) outcomeClass = '';
  @Prose({ label: 'replies.form.promise', max: 500 }) promise = '';
  @DateField({ label: 'replies.form.promisedOn' }) promisedOn = '';
  @Line({ label: 'replies.form.responsible', max: 50 }) responsible = '';
  /** The template that is to fill the empty text. */
  @Reference({ label: 'templates.choose' }) template = '';
  /** 接手: saved although a colleague works on it. */
  @Choice({ label: 'claims.takeOver', of: ['yes'] }) takeover = '';
}

export function contentOf(form: ReplyForm): ReplyContent {
  const { text, outcomeClass, promise, promisedOn, responsible } = form;
  const orNull = (typed: string) => (typed === '' ? null : typed);
  return {
    text,
    outcomeClass: orNull(outcomeClass) as OutcomeClass | null,
    promise: orNull(promise),
    promisedOn: orNull(promisedOn),
    responsible: orNull(responsible),
  };
}

export function seenAt({ seen }: ReplyForm): Date | null {
  const moment = new Date(seen);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

export function typedOf(content: ReplyContent): Record<string, string> {
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, String(value ?? '')]));
}

/** A readable form that is not yet a complete reply is refused with the fields that are missing. */
export function complete(form: FormResult<ReplyForm>, today: string): FormResult<ReplyForm> {
  if (!form.ok) return form;
  const errors = missingIn(contentOf(form.value), today);
  return Object.keys(errors).length === 0 ? form : { ok: false, typed: { ...form.value }, errors };
}
