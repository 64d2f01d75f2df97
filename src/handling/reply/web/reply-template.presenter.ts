import { msg } from '../../../kernel/index.js';
import type { Unit } from '../../../organization/index.js';
import { type FormView, paragraphsOf } from '../../../web/index.js';
import { PLACEHOLDER_NAMES, type ReplyTemplate } from '../reply-template.entity.js';

const PLACES = PLACEHOLDER_NAMES.map((name) => `{${name}}`).join(' ');

export function presentTemplates({ code, name }: Unit, templates: readonly ReplyTemplate[]): object {
  const row = (one: ReplyTemplate) => ({
    href: `/units/${code}/templates/${one.id}`,
    name: one.name,
    changedAt: one.changedAt.toISOString(),
  });
  return {
    pageTitle: msg('templates.title'),
    breadcrumbs: crumbs(code, name),
    head: { title: msg('templates.title'), lead: msg('templates.lead', { unit: name }) },
    add: { href: `/units/${code}/templates/new`, text: msg('templates.add'), tone: 'primary' },
    inUse: templates.filter(({ isRetired }) => !isRetired).map(row),
    retired: templates.filter(({ isRetired }) => isRetired).map(row),
  };
}

/** `id` of one that is in use, null for a new one. */
export function presentTemplate({ code, name }: Unit, id: string | null, form: FormView): object {
  const title = msg(id === null ? 'templates.add' : 'templates.change');
  const isRetired = id === 'retired';
  return {
    pageTitle: title,
    breadcrumbs: [...crumbs(code, name), { text: msg('templates.title'), href: `/units/${code}/templates` }],
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    head: { title, lead: msg('templates.places', { places: PLACES }) },
    action: `/units/${code}/templates`,
    hidden: [form.field('id'), form.field('version')],
    name: form.field('name'),
    text: form.field('text'),
    paragraphs: paragraphsOf(form.field('text').value),
    retired: isRetired ? { tone: 'info', text: msg('templates.isRetired') } : null,
    retire:
      id === null || isRetired
        ? null
        : { action: `/units/${code}/templates/${id}/retirement`, text: msg('templates.retire'), tone: 'secondary' },
  };
}

function crumbs(code: string, name: string) {
  return [{ text: name, href: `/units/${code}/cases` }];
}
