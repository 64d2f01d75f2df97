import { presentFileField } from '../../../files/index.js';
import { msg, newId, NotFound } from '../../../kernel/index.js';
import { FormView } from '../../../web/index.js';
import type { KeyFile } from '../key-desk.js';
import { crumbsOf } from '../../reply/web/reply-origins.js';
import { leaderOffer } from '../../duty/web/leader-choice.js';

export const KEY_FORMS = ['mark', 'unmark', 'plan', 'minutes', 'report', 'instruction', 'evidence', 'removal'] as const;
export type KeyForm = (typeof KEY_FORMS)[number];

type Fields = (form: FormView, file: KeyFile) => object;

const writing =
  (textLabel: string, count: number): Fields =>
  (form) => ({ text: form.field('text'), textLabel, count });
const files: Fields = (form) => ({ files: presentFileField(form, []) });
const reason: Fields = (form) => ({ reason: form.field('reason') });

/** The fields of each form. */
const FIELDS: Record<KeyForm, readonly Fields[]> = {
  mark: [(form, { leaders }) => ({ leader: form.choice('leader', leaders.map(leaderOffer)) }), reason],
  unmark: [reason],
  plan: [
    (form, { record }) => ({
      plan: form.field('plan'),
      title: form.field('title'),
      dueOn: form.field('dueOn'),
      unit: form.choice('unit', record.assignments.filter(({ isVoid }) => !isVoid).map(unitOffer)),
    }),
  ],
  minutes: [
    (form, { today }) => ({ heldOn: form.field('heldOn'), attendees: form.field('attendees'), today }),
    writing('keycases.minutes', 4000),
    files,
  ],
  report: [writing('keycases.specialReport', 8000), files],
  instruction: [writing('keycases.instruction', 2000)],
  evidence: [writing('keycases.evidence', 2000), files, (form) => ({ withoutFiles: form.field('withoutFiles') })],
  removal: [reason],
};

/** For `keycases/form`: one thing that is done for a key proposal. `milestoneId` where it concerns one. */
export function presentKeyForm(file: KeyFile, which: KeyForm, milestoneId: string | null, refused: FormView | null) {
  const { record } = file;
  const form = refused ?? new FormView({ plan: record.keyPlan ?? '' });
  const milestone = file.milestones.find(({ id }) => id === milestoneId);
  if (milestoneId !== null && !milestone) throw new NotFound('milestone');
  const title = msg(`keycases.form.${which}`);
  const path = milestoneId === null ? which : `milestones/${milestoneId}/${which}`;
  return {
    pageTitle: title,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    breadcrumbs: [...crumbsOf(record), { text: msg('keycases.title'), href: `/cases/${record.ref}/key` }],
    head: { title, lead: milestone?.title ?? record.title },
    action: `/cases/${record.ref}/key/${path}`,
    hidden: [{ name: 'id', value: form.field('id').value || newId() }],
    ...Object.assign({}, ...FIELDS[which].map((fields) => fields(form, file))),
    button: `keycases.button.${which}`,
  };
}

const unitOffer = ({ unit }: KeyFile['record']['assignments'][number]) => ({ value: unit.id, text: unit.name });
