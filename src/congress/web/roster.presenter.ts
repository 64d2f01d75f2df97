import { type Actor, msg, type Page } from '../../kernel/index.js';
import { type Unit, unitOptions } from '../../organization/index.js';
import { type FormView, presentPager } from '../../web/index.js';
import type { CongressTerm } from '../congress.entity.js';
import { appoints } from '../congress.policy.js';
import { COMMITTEE_ROLES, type CommitteeRole, type CommitteeSeat, type Delegate } from '../delegate.entity.js';
import { termName } from '../names.js';
import type { DelegateLine, DelegationLine } from '../roster.js';
import { ADMIN, CONGRESSES } from './congress-admin.presenter.js';
import { presentErrors } from './words.js';

const LISTS = ['delegations', 'delegates', 'committee'] as const;
type List = (typeof LISTS)[number];

export function presentDelegations(
  term: CongressTerm,
  delegations: readonly DelegationLine[],
  form: FormView,
  units: readonly Unit[],
) {
  return {
    ...frameOf(term, 'delegations', form),
    delegations: delegations.map(({ id, number, name, units: names, delegates, head }) => ({
      href: `/admin/congress/terms/${term.id}/delegations?edit=${id}`,
      number,
      name,
      units: names.join('、'),
      delegates,
      head,
    })),
    action: `/admin/congress/terms/${term.id}/delegations`,
    hidden: [{ name: 'id', value: form.field('id').value }],
    number: form.field('number'),
    name: form.field('name'),
    unitIds: form.choice('unitIds', unitOptions(units)),
  };
}

export function presentDelegates(
  term: CongressTerm,
  page: Page<DelegateLine>,
  query: Readonly<Record<string, string>>,
  delegations: readonly DelegationLine[],
  form: FormView,
) {
  const address = `/admin/congress/terms/${term.id}/delegates`;
  const chosen = (value: string) => value === (query.delegation ?? '');
  return {
    ...frameOf(term, 'delegates', form),
    filters: {
      action: address,
      search: { name: 'q', value: query.q ?? '', label: msg('organization.staff.search') },
      selects: [
        {
          name: 'delegation',
          label: msg('congress.delegation.title'),
          options: [
            { value: '', text: msg('congress.delegation.all'), selected: chosen('') },
            ...delegations.map(({ id, name }) => ({ value: id, text: name, selected: chosen(id) })),
          ],
        },
      ],
      chips: [],
      clear: null,
    },
    delegates: page.items.map((line) => ({
      ...line,
      href: `/admin/congress/delegates/${line.id}`,
      kind: msg(`congress.delegate.kinds.${line.kind}`),
      post: line.post && msg(`congress.delegate.posts.${line.post}`),
    })),
    pager: presentPager(page, address, query),
    importHref: `${address}/import`,
    action: address,
    hidden: [{ name: 'id', value: form.field('id').value }],
    staffNumber: form.field('number'),
    ...fieldsOf(form, delegations),
  };
}

export function presentDelegate(
  seat: Delegate,
  term: CongressTerm,
  delegations: readonly DelegationLine[],
  form: FormView,
) {
  return {
    ...frameOf(term, 'delegates', form),
    pageTitle: msg('congress.delegate.of', { name: seat.staff.name, number: seat.staff.number }),
    unit: seat.staff.unit.name,
    action: `/admin/congress/delegates/${seat.id}`,
    hidden: [
      { name: 'id', value: seat.id },
      { name: 'number', value: seat.staff.number },
    ],
    ...fieldsOf(form, delegations),
    end: {
      action: `/admin/congress/delegates/${seat.id}/end`,
      text: msg('congress.delegate.end'),
      tone: 'danger',
      confirm: msg('congress.delegate.endConfirm', { name: seat.staff.name }),
    },
  };
}

export function presentCommittee(
  term: CongressTerm,
  seats: readonly CommitteeSeat[],
  form: FormView,
  today: string,
  actor: Actor,
) {
  const mayAppoint = (role: CommitteeRole) => appoints(role)(actor, term.congress) !== null;
  return {
    ...frameOf(term, 'committee', form),
    seats: seats.map(({ id, staff, role, validFrom, validUntil }) => ({
      name: staff.name,
      number: staff.number,
      unit: staff.unit.name,
      role: msg(`identity.roles.${role}`),
      from: validFrom,
      until: validUntil,
      end:
        (validUntil !== null && validUntil < today) || !mayAppoint(role)
          ? null
          : { action: `/admin/congress/seats/${id}/end`, text: msg('congress.seat.end'), tone: 'text' },
    })),
    action: `/admin/congress/terms/${term.id}/committee`,
    hidden: [{ name: 'id', value: form.field('id').value }],
    staffNumber: form.field('number'),
    role: form.choice(
      'role',
      COMMITTEE_ROLES.filter(mayAppoint).map((role) => ({ value: role, text: msg(`identity.roles.${role}`) })),
    ),
    validFrom: form.field('validFrom'),
    validUntil: form.field('validUntil'),
  };
}

function frameOf(term: CongressTerm, list: List, form: FormView) {
  return {
    pageTitle: msg(`congress.lists.${list}`),
    breadcrumbs: [ADMIN, CONGRESSES, { text: term.congress.name, href: `/admin/congress/${term.congressId}` }],
    ...presentErrors(form),
    term: termName(term),
    tabs: {
      label: termName(term),
      items: LISTS.map((one) => ({
        text: msg(`congress.lists.${one}`),
        href: `/admin/congress/terms/${term.id}/${one}`,
        current: one === list,
      })),
    },
  };
}

function fieldsOf(form: FormView, delegations: readonly DelegationLine[]) {
  return {
    delegation: form.choice(
      'delegationId',
      delegations.map(({ id, name }) => ({ value: id, text: name })),
    ),
    kind: form.choice(
      'kind',
      ['delegate', 'observer', 'invited'].map((kind) => ({
        value: kind,
        text: msg(`congress.delegate.kinds.${kind}`),
      })),
    ),
    post: form.choice(
      'post',
      ['head', 'deputy', 'secretary'].map((post) => ({ value: post, text: msg(`congress.delegate.posts.${post}`) })),
    ),
  };
}
