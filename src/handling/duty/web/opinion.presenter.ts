import { msg } from '../../../kernel/index.js';
import { FormView, type ChoiceView } from '../../../web/index.js';
import type { Assignment } from '../assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { presentCaseCrumbs } from '../../case/web/case-tags.js';

export function presentOpinionForm(record: HandlingCase, own: readonly Assignment[], form: FormView) {
  const owing = own.filter(({ owesOpinion, mayGiveOpinion }) => owesOpinion || mayGiveOpinion);
  return {
    ...presentFrame(record, form, 'opinion'),
    notSigned: owing.some(({ status }) => status === 'to_sign'),
    assignment: presentUnits(owing, form),
    opinion: form.field('opinion'),
    receipt: `/cases/${record.ref}/receipt`,
  };
}

export function presentOverrideForm(record: HandlingCase, form: FormView) {
  const owing = record.assisting.filter(({ owesOpinion }) => owesOpinion);
  return {
    ...presentFrame(record, form, 'override'),
    assignment: presentUnits(owing, form),
    reason: form.field('reason'),
  };
}

/** A single unit is chosen already. */
function presentUnits(owing: readonly Assignment[], form: FormView): ChoiceView {
  const options = owing.map(({ id, unit, dueOn }) => ({
    value: id,
    text: unit.name,
    hint: msg('handling.opinion.wanted', { date: dueOn }),
  }));
  const [only, ...others] = options;
  const chosen = only && others.length === 0 ? new FormView({ assignment: only.value }) : form;
  return chosen.choice('assignment', options);
}

function presentFrame(record: HandlingCase, form: FormView, page: 'opinion' | 'override') {
  return {
    pageTitle: msg(`handling.opinion.${page}Title`),
    breadcrumbs: presentCaseCrumbs(record),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    address: `/cases/${record.ref}/${page === 'opinion' ? 'opinion' : 'overrides'}`,
    title: record.title,
  };
}
