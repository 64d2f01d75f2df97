import { type Actor, administers, type Message, msg, type Page } from '../../kernel/index.js';
import { type Staff, type Unit, unitOptions } from '../../organization/index.js';
import { type FormView, presentPager } from '../../web/index.js';
import type { Duty } from '../duties.js';
import type { GrantFilter, GrantLine } from '../grant-list.js';
import { UNIT_ROLES } from '../role-grant.entity.js';
import { dutyState, presentDuty } from './me.presenter.js';
import { presentErrors } from './sign-in.presenter.js';

const ADMIN = { text: msg('organization.admin.title'), href: '/admin' };
const STAFF = { text: msg('organization.staff.list'), href: '/admin/staff' };

export function presentRoles(
  page: Page<GrantLine>,
  filter: GrantFilter,
  form: FormView,
  units: readonly Unit[],
  actor: Actor,
  today: string,
) {
  const query = { unit: filter.unitId, role: filter.role };
  return {
    pageTitle: msg('identity.grant.title'),
    breadcrumbs: [ADMIN],
    ...presentErrors(form),
    filters: presentFilters(filter, units),
    grants: page.items.map((grant) => presentGrant(grant, actor, today)),
    pager: presentPager(page, '/admin/roles', query),
    form: presentForm(form, units),
    number: form.field('number'),
  };
}

export function presentRolesOf(
  staff: Staff,
  grants: readonly GrantLine[],
  others: readonly Duty[],
  form: FormView,
  units: readonly Unit[],
  actor: Actor,
  today: string,
) {
  return {
    pageTitle: msg('identity.grant.of', { name: staff.name, number: staff.number }),
    breadcrumbs: [ADMIN, STAFF, { text: staff.name, href: `/admin/staff/${staff.id}` }],
    ...presentErrors(form),
    unit: staff.unit.name,
    grants: grants.map((grant) => presentGrant(grant, actor, today)),
    duties: others.map((duty) => presentDuty(duty, today)),
    form: presentForm(form, units),
    numberHidden: [{ name: 'number', value: staff.number }],
    active: staff.active,
  };
}

function presentGrant(grant: GrantLine, actor: Actor, today: string) {
  const over = grant.until !== null && grant.until < today;
  return {
    person: grant.name,
    number: grant.number,
    href: `/admin/staff/${grant.staffId}/roles`,
    role: msg(`identity.roles.${grant.role}`),
    unit: grant.unit,
    from: grant.from,
    until: grant.until,
    state: dutyState(grant.from, grant.until, today),
    end: over || administers(actor, grant.unitId) === null ? null : presentEnd(grant),
  };
}

function presentEnd({ id, name, unit, role }: GrantLine) {
  return {
    action: `/admin/roles/${id}/end`,
    confirm: msg('identity.grant.endConfirm', { name, unit, role: `@identity.roles.${role}` }),
    text: msg('identity.grant.end'),
    tone: 'text',
  };
}

function presentForm(form: FormView, units: readonly Unit[]) {
  return {
    hidden: [{ name: 'id', value: form.field('id').value }],
    role: form.choice(
      'role',
      UNIT_ROLES.map((role) => ({ value: role, text: msg(`identity.roles.${role}`) })),
    ),
    unit: form.choice('unitId', unitOptions(units)),
    validFrom: form.field('validFrom'),
    validUntil: form.field('validUntil'),
  };
}

function presentFilters({ unitId, role }: GrantFilter, units: readonly Unit[]) {
  const option = (value: string, text: Message | string, chosen: string) => ({
    value,
    text,
    selected: value === chosen,
  });
  const all = msg('identity.grant.any');
  return {
    action: '/admin/roles',
    search: null,
    selects: [
      {
        name: 'unit',
        label: msg('identity.grant.unit'),
        options: [option('', all, unitId), ...unitOptions(units).map(({ value, text }) => option(value, text, unitId))],
      },
      {
        name: 'role',
        label: msg('identity.grant.role'),
        options: [option('', all, role), ...UNIT_ROLES.map((one) => option(one, msg(`identity.roles.${one}`), role))],
      },
    ],
    chips: [],
    clear: null,
  };
}
