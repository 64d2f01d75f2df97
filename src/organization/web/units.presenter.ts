import { type Message, msg } from '../../kernel/index.js';
import type { FormView, Option } from '../../web/index.js';
import { UNIT_KINDS, Unit, type UnitUse } from '../unit.entity.js';
import { flattened, treeOf, type UnitNode } from '../unit-tree.js';

interface NodeView {
  readonly href: string;
  readonly name: string;
  readonly code: string;
  readonly people: number;
  readonly retired: boolean;
  readonly children: readonly NodeView[];
}

const ADMIN = { text: msg('organization.admin.title'), href: '/admin' };
const UNITS = { text: msg('organization.units.title'), href: '/admin/units' };

export function presentTree(units: readonly Unit[], people: ReadonlyMap<string, number>) {
  const view = ({ unit, children }: UnitNode): NodeView => ({
    href: `/admin/units/${unit.id}`,
    name: unit.name,
    code: unit.code,
    people: people.get(unit.id) ?? 0,
    retired: !unit.active,
    children: children.map(view),
  });
  return {
    pageTitle: msg('organization.units.title'),
    breadcrumbs: [ADMIN],
    tree: treeOf(units).map(view),
    total: units.length,
  };
}

/** Units in the order of the tree, indented, to choose from. */
export function unitOptions(units: readonly Unit[]): Option[] {
  return flattened(treeOf(units)).map(({ unit, depth }) => ({
    value: unit.id,
    text: `${'\u3000'.repeat(depth)}${unit.name}`,
  }));
}

export function presentNewUnit(form: FormView, units: readonly Unit[]) {
  return {
    pageTitle: msg('organization.unit.new'),
    breadcrumbs: [ADMIN, UNITS],
    ...presentErrors(form),
    action: '/admin/units',
    hidden: [{ name: 'id', value: form.field('id').value }],
    parent: form.choice('parentId', unitOptions(units)),
    ...fieldsOf(form),
  };
}

export function presentUnit(
  unit: Unit,
  form: FormView,
  others: readonly Unit[],
  use: UnitUse,
  events: readonly object[],
) {
  return {
    pageTitle: msg('organization.unit.title', { name: unit.name }),
    breadcrumbs: [ADMIN, UNITS],
    ...presentErrors(form),
    action: `/admin/units/${unit.id}`,
    hidden: [{ name: 'id', value: unit.id }],
    retired: !unit.active,
    ...fieldsOf(form),
    parent: form.choice('parentId', unitOptions(others)),
    moveAction: `/admin/units/${unit.id}/move`,
    canMove: unit.parentId !== null,
    standing: unit.active ? retirement(unit, Unit.missingToRetire(use)) : restoration(unit),
    links: [
      { href: `/admin/staff?unit=${unit.id}`, text: msg('organization.unit.people', { count: use.people }) },
      { href: `/admin/roles?unit=${unit.id}`, text: msg('organization.unit.roles') },
      ...(unit.active && unit.parentId !== null
        ? [{ href: `/admin/units/${unit.id}/merger`, text: msg('mergers.link') }]
        : []),
      { href: `/admin/units/new?parent=${unit.id}`, text: msg('organization.unit.newBelow') },
    ],
    events,
  };
}

export function presentErrors(form: FormView): { errorSummary: { errors: { href: string; text: Message }[] } | null } {
  return { errorSummary: form.errors.length > 0 ? { errors: form.errors } : null };
}

function fieldsOf(form: FormView) {
  return {
    code: form.field('code'),
    name: form.field('name'),
    short: form.field('short'),
    position: form.field('position'),
    kind: form.choice(
      'kind',
      UNIT_KINDS.map((kind) => ({ value: kind, text: msg(`organization.unit.kinds.${kind}`) })),
    ),
  };
}

function retirement(unit: Unit, missing: Message[]) {
  const confirm = msg('organization.unit.retireConfirm', { name: unit.name });
  const text = msg('organization.unit.retire');
  return {
    action: `/admin/units/${unit.id}/retirement`,
    text,
    tone: 'danger',
    confirm,
    ...(missing.length > 0 && { missing }),
  };
}

function restoration(unit: Unit) {
  return { action: `/admin/units/${unit.id}/restoration`, text: msg('organization.unit.restore'), tone: 'secondary' };
}
