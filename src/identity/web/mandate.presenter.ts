import { type Actor, msg } from '../../kernel/index.js';
import type { Staff, Unit } from '../../organization/index.js';
import type { ChoiceView, FormView } from '../../web/index.js';
import { MANDATE_PARTS, type MandatePart, ROLE_BEHIND, type SigningMandate } from '../signing-mandate.entity.js';

export interface MandateNames {
  readonly people: ReadonlyMap<string, Staff>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly today: string;
}

/** `/me/deputies`: whom I named, for whom I sign, and a form for those who sign themselves. */
export function presentMandates(
  mandates: readonly SigningMandate[],
  names: MandateNames,
  form: FormView,
  actor: Actor,
) {
  const parts = MANDATE_PARTS.filter((part) => actor.scopesOf(ROLE_BEHIND[part]).length > 0);
  const own = new Set(parts.flatMap((part) => actor.scopesOf(ROLE_BEHIND[part])));
  const title = msg('mandates.title');
  const row = (one: SigningMandate) => presentMandate(one, names);
  return {
    pageTitle: title,
    breadcrumbs: [{ text: msg('identity.me.title'), href: '/me' }],
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    head: { title, lead: msg('mandates.lead') },
    given: mandates.filter(({ principalId }) => actor.isPerson(principalId)).map(row),
    held: mandates.filter(({ deputyId }) => actor.isPerson(deputyId)).map(row),
    form: parts.length === 0 ? null : { action: '/me/deputies', ...fields(form, parts, own, names) },
  };
}

/** `/admin/deputies`: entered for somebody with the written authorisation. */
export function presentEnteredMandates(mandates: readonly SigningMandate[], names: MandateNames, form: FormView) {
  const title = msg('mandates.admin.title');
  return {
    pageTitle: title,
    breadcrumbs: [{ text: msg('organization.admin.title'), href: '/admin' }],
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    head: { title, lead: msg('mandates.admin.lead') },
    running: mandates.map((one) => presentMandate(one, names)),
    form: {
      action: '/admin/deputies',
      principal: form.field('principal'),
      document: form.field('document'),
      ...fields(form, MANDATE_PARTS, null, names),
    },
  };
}

function fields(form: FormView, parts: readonly MandatePart[], own: ReadonlySet<string> | null, names: MandateNames) {
  const units = [...names.units.values()].filter(({ id }) => own === null || own.has(id));
  return {
    hidden: [form.field('id')],
    deputy: form.field('deputy'),
    part: onlyOne(
      form.choice(
        'part',
        parts.map((value) => ({ value, text: msg(`mandates.parts.${value}`) })),
      ),
    ),
    unit: form.choice(
      'unitId',
      units.map(({ id, name }) => ({ value: id, text: name })),
    ),
    validFrom: form.field('validFrom'),
    validUntil: form.field('validUntil'),
    reason: form.field('reason'),
  };
}

/** Where there is nothing to choose, it is chosen. */
function onlyOne(choice: ChoiceView): ChoiceView {
  const options =
    choice.options.length === 1 ? choice.options.map((one) => ({ ...one, checked: true })) : choice.options;
  return { ...choice, options };
}

function presentMandate(one: SigningMandate, { people, units, today }: MandateNames) {
  const state = one.isRevoked
    ? 'revoked'
    : one.validUntil < today
      ? 'over'
      : one.validFrom > today
        ? 'coming'
        : 'running';
  const isOpen = state === 'running' || state === 'coming';
  return {
    who: msg('mandates.who', { deputy: nameOf(one.deputyId, people), principal: nameOf(one.principalId, people) }),
    part: msg(`mandates.parts.${one.part}`),
    unit: one.unitId === null ? msg('mandates.allUnits') : (units.get(one.unitId)?.name ?? ''),
    period: msg('mandates.period', { from: one.validFrom, until: one.validUntil }),
    reason: one.reason,
    document: one.document,
    state: {
      tone: state === 'running' ? 'good' : state === 'coming' ? 'info' : 'neutral',
      text: msg(`mandates.state.${state}`),
    },
    revoke: isOpen
      ? {
          action: `/me/deputies/${one.id}/revocation`,
          text: msg('mandates.revoke'),
          tone: 'secondary',
          confirm: msg('mandates.confirm'),
        }
      : null,
  };
}

function nameOf(id: string, people: ReadonlyMap<string, Staff>): string {
  const person = people.get(id);
  return person ? `${person.name}（${person.number}）` : '';
}
