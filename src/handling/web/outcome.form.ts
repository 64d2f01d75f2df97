import { Choice, DateField, Prose, WholeNumber } from '../../web/index.js';

export const DECISIONS = ['second_handling', 'follow_up', 'explanation'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What the committee decides when a proposer is dissatisfied. */
export class DecisionForm {
  @Choice({ label: 'replies.decision.choice', of: DECISIONS, required: true }) decision = '';
  @Prose({ label: 'replies.decision.words', max: 2000, required: true }) explanation = '';
}

export class ProgressForm {
  @WholeNumber({ label: 'replies.followUp.percent', from: 0, to: 100, required: true }) percent = '';
  @Prose({ label: 'replies.followUp.report', max: 2000, required: true }) report = '';
}

export class PostponementForm {
  @DateField({ label: 'replies.followUp.until', required: true }) until = '';
  @Prose({ label: 'replies.followUp.reason', max: 1000, required: true }) reason = '';
}

export class ImplementationForm {
  @Prose({ label: 'replies.followUp.note', max: 1000, required: true }) note = '';
}
