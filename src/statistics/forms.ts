import type { FormFact } from './facts.js';

/** What became of a form; every received one is in exactly one group. */
export const FORM_GROUPS = ['filed', 'converted', 'declined', 'withdrawn', 'pending'] as const;
export type FormGroup = (typeof FORM_GROUPS)[number];

const GROUP_OF: Readonly<Record<string, FormGroup>> = {
  filed: 'filed',
  merged: 'filed',
  converted: 'converted',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

export function groupOf({ status }: FormFact): FormGroup {
  return GROUP_OF[status] ?? 'pending';
}

export function formsIn(group: FormGroup, forms: readonly FormFact[]): FormFact[] {
  return forms.filter((form) => groupOf(form) === group);
}
