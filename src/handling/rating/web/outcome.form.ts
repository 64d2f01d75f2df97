import { msg } from '../../../kernel/index.js';
import {
  Choice,
  DateField,
  type FormResult,
  Line,
  Many,
  Prose,
  readForm,
  Reference,
  WholeNumber,
} from '../../../web/index.js';
import type { OutcomeClass } from '../../case/case-values.js';

export const DECISIONS = [
  'second_handling',
  'refer_to_leader',
  'refer_to_presidium',
  'final_handling',
  'follow_up',
  'explanation',
] as const;
export type Decision = (typeof DECISIONS)[number];

/** What is decided when a proposer is dissatisfied: by the committee, after the last round by presidium or leader. */
export class DecisionForm {
  @Choice({ label: 'replies.decision.choice', of: DECISIONS, required: true }) decision = '';
  @DateField({ label: 'rulings.dueOn' }) dueOn = '';
  /** Of separate leads, those that handle again; nobody named is all. */
  @Many({ label: 'duties.again.label', max: 10 }) again: string[] = [];
  @Prose({ label: 'replies.decision.words', max: 2000, required: true }) explanation = '';
}

/** A final handling has a date. */
export function readDecision(body: unknown): FormResult<DecisionForm> {
  const form = readForm(DecisionForm, body);
  if (!form.ok || form.value.decision !== 'final_handling' || form.value.dueOn !== '') return form;
  return { ok: false, typed: { ...form.value }, errors: { dueOn: msg('rulings.dueOnNeeded') } };
}

export const NEW_CLASSES = ['A', 'C', 'D'] as const satisfies OutcomeClass[];

export class ReclassificationForm {
  @Choice({ label: 'promises.newClass', of: NEW_CLASSES, required: true }) outcomeClass = '';
  @Prose({ label: 'promises.reclassReason', max: 1000, required: true }) reason = '';
}

export class ProgressForm {
  @Reference({ label: 'replies.followUp.report' }) id = '';
  @WholeNumber({ label: 'replies.followUp.percent', from: 0, to: 100, required: true }) percent = '';
  @Prose({ label: 'replies.followUp.report', max: 2000, required: true }) report = '';
  @Line({ label: 'promises.withoutFiles' }) withoutFiles = '';
}

export class PostponementForm {
  @DateField({ label: 'replies.followUp.until', required: true }) until = '';
  @Prose({ label: 'replies.followUp.reason', max: 1000, required: true }) reason = '';
}

export class ImplementationForm {
  @Prose({ label: 'replies.followUp.note', max: 1000, required: true }) note = '';
}
