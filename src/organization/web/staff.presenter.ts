import { type Message, msg, type Page } from '../../kernel/index.js';
import { type FormView, presentPager } from '../../web/index.js';
import type { Staff } from '../staff.entity.js';
import type { StaffFilter, StaffLine } from '../staff-directory.js';
import type { Unit } from '../unit.entity.js';
import { presentErrors, unitOptions } from './units.presenter.js';

const ADMIN = { text: msg('organization.admin.title'), href: '/admin' };
const STAFF = { text: msg('organization.staff.list'), href: '/admin/staff' };
const STATES: readonly StaffFilter['state'][] = ['active', 'left', 'all'];

export function presentStaffList(page: Page<StaffLine>, filter: StaffFilter, units: readonly Unit[]) {
  const query = { q: filter.text, unit: filter.unitId, state: filter.state };
  return {
    pageTitle: msg('organization.staff.list'),
    breadcrumbs: [ADMIN],
    filters: presentFilters(filter, units),
    lines: page.items.map((line) => ({ ...line, href: `/admin/staff/${line.id}`, left: !line.active })),
    pager: presentPager(page, '/admin/staff', query),
    exportHref: `/admin/staff/export.xlsx?${new URLSearchParams(query).toString()}`,
  };
}

export function presentNewStaff(form: FormView, units: readonly Unit[]) {
  return {
    pageTitle: msg('organization.staff.new'),
    breadcrumbs: [ADMIN, STAFF],
    ...presentErrors(form),
    action: '/admin/staff',
    ...fieldsOf(form, units),
  };
}

export function presentStaff(
  staff: Staff,
  form: FormView,
  leaving: FormView,
  units: readonly Unit[],
  events: readonly object[],
  today: string,
) {
  return {
    pageTitle: msg('organization.staff.title', { name: staff.name, number: staff.number }),
    breadcrumbs: [ADMIN, STAFF],
    ...presentErrors(form.errors.length > 0 ? form : leaving),
    action: `/admin/staff/${staff.id}`,
    left: staff.active ? null : msg('organization.staff.leftSince', { date: staff.leftOn ?? '' }),
    ...fieldsOf(form, units),
    leftOn: leaving.field('leftOn'),
    today,
    leaveAction: `/admin/staff/${staff.id}/departure`,
    returnAction: {
      action: `/admin/staff/${staff.id}/return`,
      text: msg('organization.staff.comeBack'),
      tone: 'secondary',
    },
    rolesHref: `/admin/staff/${staff.id}/roles`,
    events,
  };
}

function fieldsOf(form: FormView, units: readonly Unit[]) {
  return {
    hidden: [{ name: 'id', value: form.field('id').value }],
    number: form.field('number'),
    name: form.field('name'),
    title: form.field('title'),
    mail: form.field('mail'),
    phone: form.field('phone'),
    unit: form.choice('unitId', unitOptions(units)),
  };
}

function presentFilters({ text, unitId, state }: StaffFilter, units: readonly Unit[]) {
  const everywhere: { value: string; text: Message | string } = { value: '', text: msg('organization.staff.anyUnit') };
  const option = (value: string, chosen: string, said: Message | string) => ({
    value,
    text: said,
    selected: value === chosen,
  });
  return {
    action: '/admin/staff',
    search: { name: 'q', value: text, label: msg('organization.staff.search') },
    selects: [
      {
        name: 'unit',
        label: msg('organization.staff.unit'),
        options: [everywhere, ...unitOptions(units)].map((unit) => option(unit.value, unitId, unit.text)),
      },
      {
        name: 'state',
        label: msg('organization.staff.state'),
        options: STATES.map((value) => option(value, state, msg(`organization.staff.states.${value}`))),
      },
    ],
    chips: [],
    clear: null,
  };
}
