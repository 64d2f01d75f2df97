import type { SentFiles } from '../../../files/index.js';
import { msg, newId, NotFound } from '../../../kernel/index.js';
import type { FormResult } from '../../../web/index.js';
import type { CaseAction } from '../../case/case-workflow.js';
import { KEY_FORMS, type KeyForm } from './key-form.presenter.js';
import type { PlanForm, ReachForm } from './key.form.js';

/** Which step each form takes. */
export const STEP: Record<KeyForm, CaseAction> = {
  mark: 'mark_key',
  unmark: 'unmark_key',
  plan: 'plan_key',
  minutes: 'keep_minutes',
  report: 'report_specially',
  instruction: 'instruct',
  evidence: 'reach_milestone',
  removal: 'plan_key',
};

/** The form of this name in an address, for the case or for one of its milestones. */
export function formNamed(name: string, about: 'case' | 'milestone'): KeyForm {
  const isOfMilestone = name === 'evidence' || name === 'removal';
  const form = KEY_FORMS.find((one) => one === name && isOfMilestone === (about === 'milestone'));
  if (!form) throw new NotFound('form');
  return form;
}

/** With an id of its own, where the form brought none. */
export function identified<T extends { id: string }>(form: T): T {
  return { ...form, id: form.id || newId() };
}

/** A milestone has a day and a unit. */
export function whole(form: FormResult<PlanForm>): FormResult<PlanForm> {
  if (!form.ok || form.value.title === '') return form;
  const { dueOn, unit } = form.value;
  const errors = {
    ...(dueOn === '' ? { dueOn: msg('keycases.missing.milestoneDue') } : {}),
    ...(unit === '' ? { unit: msg('keycases.missing.milestoneUnit') } : {}),
  };
  return Object.keys(errors).length === 0 ? form : { ok: false, typed: { ...form.value }, errors };
}

/** Evidence, or why there is none. */
export function proved(form: FormResult<ReachForm>, files: SentFiles): FormResult<ReachForm> {
  if (!form.ok || files.uploads.length > 0 || form.value.withoutFiles !== '') return form;
  return { ok: false, typed: { ...form.value }, errors: { withoutFiles: msg('promises.missing.evidence') } };
}
