import { type Attachment, presentFileField } from '../../files/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { Unit } from '../../organization/index.js';
import { type FormView, type Option, paragraphsOf } from '../../web/index.js';
import type { CatalogueClass } from '../catalogue.entity.js';
import type { Notice } from '../notice.entity.js';
import { AUDIENCE_KINDS, NOTICE_ATTRIBUTES, NOTICE_CATEGORIES } from '../notice-text.js';

export interface EditFacts {
  readonly id: string;
  readonly notice: Notice | null;
  readonly form: FormView;
  readonly kept: readonly Attachment[];
  /** For which the writer drafts. */
  readonly ownUnits: readonly Unit[];
  readonly units: readonly Unit[];
  readonly catalogue: readonly CatalogueClass[];
  /** When this page is shown: later words of others are not overwritten. */
  readonly now: Date;
}

export function presentEdit({ id, notice, form, kept, ownUnits, units, catalogue, now }: EditFacts): object {
  const title = msg(notice ? 'disclosure.edit.title' : 'disclosure.edit.newTitle');
  const named = (values: readonly string[], group: string): Option[] =>
    values.map((value) => ({ value, text: msg(`disclosure.${group}.${value}`, { units: '' }) }));
  return {
    pageTitle: title,
    breadcrumbs: [{ text: msg('disclosure.work.title'), href: '/notices/work?tab=mine' }],
    head: { title, lead: msg('disclosure.edit.lead') },
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    returned: notice?.returnReason
      ? { tone: 'bad', text: msg('disclosure.note.returned', { text: notice.returnReason }) }
      : null,
    conflict: null,
    hidden: [{ name: 'seen', value: form.field('seen').value || now.toISOString() }],
    action: `/notices/${id}`,
    autosaveUrl: `/notices/${id}/draft`,
    autosave: { at: notice?.updatedAt.toISOString() ?? null },
    form: {
      ...Object.fromEntries(TEXT_FIELDS.map((name) => [name, form.field(name)])),
      unitId: form.choice('unitId', ownUnits.map(asOption)),
      category: form.choice('category', named(NOTICE_CATEGORIES, 'category')),
      catalogueItem: { ...form.field('catalogueItem'), groups: catalogue.map((group) => presentClass(group, form)) },
      attribute: form.choice('attribute', named(NOTICE_ATTRIBUTES, 'attribute')),
      audienceKind: form.choice('audienceKind', named(AUDIENCE_KINDS, 'audienceChoice')),
      audienceUnitIds: form.choice('audienceUnitIds', units.map(asOption)),
      files: presentFileField(form, kept),
    },
    audienceUnitsSummary: msg('disclosure.edit.audienceUnits'),
    audienceUnitsOpen: form.field('audienceUnitIds').value !== '',
  };
}

/** Somebody else wrote meanwhile: both texts, nothing lost. Saving again is a decision for this one. */
export function presentConflict(facts: EditFacts & { notice: Notice }): object {
  const { title, body, updatedAt } = facts.notice;
  return {
    ...presentEdit(facts),
    conflict: { at: updatedAt.toISOString(), title, paragraphs: paragraphsOf(body) },
    hidden: [{ name: 'seen', value: updatedAt.toISOString() }],
  };
}

const TEXT_FIELDS = [
  'title',
  'body',
  'audienceReason',
  'documentNumber',
  'documentDate',
  'keywords',
  'validFrom',
  'validUntil',
];

function asOption({ id, name }: Unit): Option {
  return { value: id, text: name };
}

function presentClass(
  { number, name, items }: CatalogueClass,
  form: FormView,
): { label: Message | string; options: readonly Option[] } {
  const options = items.map((item) => ({ value: String(item.number), text: `${item.number}. ${item.title}` }));
  return { label: `${number} ${name}`, options: form.choice('catalogueItem', options).options };
}
