import { Choice, DateField, Prose, Reference } from '../../../web/index.js';

export const DECISIONS = ['grant', 'refuse'] as const;

export class ReturnForm {
  @Reference({ label: 'handling.return.duty', required: true }) assignment = '';
  @Prose({ label: 'handling.return.reason', max: 500, required: true }) reason = '';
  @Reference({ label: 'handling.return.suggested' }) suggested = '';
}

export class ReturnDecisionForm {
  @Reference({ label: 'handling.return.duty', required: true }) assignment = '';
  @Choice({ label: 'handling.return.decision', of: DECISIONS, required: true }) decision = '';
  @Reference({ label: 'handling.return.toUnit' }) unit = '';
  @Reference({ label: 'handling.assignment.leader' }) leader = '';
  @Prose({ label: 'handling.return.decisionReason', max: 500, required: true }) reason = '';
}

export class ExtensionForm {
  @DateField({ label: 'handling.extension.until', required: true }) until = '';
  @Prose({ label: 'handling.extension.reason', max: 500, required: true }) reason = '';
}

export class ExtensionDecisionForm {
  @Choice({ label: 'handling.extension.decision', of: DECISIONS, required: true }) decision = '';
  @Prose({ label: 'handling.extension.refusal', max: 500 }) reason = '';
}
