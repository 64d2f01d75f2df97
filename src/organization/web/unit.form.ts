import { Choice, Line, Reference, WholeNumber } from '../../web/index.js';
import { UNIT_KINDS, type Unit, type UnitDetails, type UnitKind } from '../unit.entity.js';

const SPACE_OF_POSITIONS = 9999;

export class UnitForm {
  @Reference({ label: 'organization.unit.id', required: true }) id = '';
  @Reference({ label: 'organization.unit.parent' }) parentId = '';
  @Line({ label: 'organization.unit.code', required: true, max: 20 }) code = '';
  @Line({ label: 'organization.unit.name', required: true, max: 60 }) name = '';
  @Line({ label: 'organization.unit.short', max: 20 }) short = '';
  @Choice({ label: 'organization.unit.kind', of: UNIT_KINDS, required: true }) kind = '';
  @WholeNumber({ label: 'organization.unit.position', from: 0, to: SPACE_OF_POSITIONS }) position = '';
}

export function detailsOf(form: UnitForm): UnitDetails {
  const { code, name, kind } = form;
  return { code, name, short: form.short || name, kind: kind as UnitKind, position: Number(form.position || 0) };
}

export function typedOf(unit: Unit): Record<string, string> {
  const { id, code, name, short, kind } = unit;
  return { id, code, name, short, kind, parentId: unit.parentId ?? '', position: String(unit.position) };
}
