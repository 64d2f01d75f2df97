import { DateField, Line, Reference } from '../../web/index.js';
import type { Staff, StaffDetails } from '../staff.entity.js';

export class StaffForm {
  @Reference({ label: 'organization.staff.id', required: true }) id = '';
  @Line({ label: 'organization.staff.number', required: true, max: 40 }) number = '';
  @Line({ label: 'organization.staff.name', required: true, max: 60 }) name = '';
  @Reference({ label: 'organization.staff.unit', required: true }) unitId = '';
  @Line({ label: 'organization.staff.jobTitle', max: 100 }) title = '';
  @Line({ label: 'organization.staff.mail', max: 200 }) mail = '';
  @Line({ label: 'organization.staff.phone', max: 40 }) phone = '';
}

export class LeaveForm {
  @DateField({ label: 'organization.staff.leftOn', required: true }) leftOn = '';
}

export function detailsOf({ number, name, unitId, title, mail, phone }: StaffForm): StaffDetails {
  return { number, name, unitId, title, mail: mail || null, phone: phone || null };
}

export function typedOf(staff: Staff): Record<string, string> {
  const { id, number, name, unitId, title } = staff;
  return { id, number, name, unitId, title, mail: staff.mail ?? '', phone: staff.phone ?? '' };
}
