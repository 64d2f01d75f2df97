import { Choice, DateField, Line, Reference } from '../../web/index.js';
import { UNIT_ROLES } from '../role-grant.entity.js';

export class GrantForm {
  @Reference({ label: 'identity.grant.id', required: true }) id = '';
  @Line({ label: 'identity.number', required: true, max: 40 }) number = '';
  @Choice({ label: 'identity.grant.role', of: UNIT_ROLES, required: true }) role = '';
  @Reference({ label: 'identity.grant.unit', required: true }) unitId = '';
  @DateField({ label: 'identity.grant.from', required: true }) validFrom = '';
  @DateField({ label: 'identity.grant.until' }) validUntil = '';
}
