import { Choice, DateField, Line, Many, Reference, WholeNumber } from '../../web/index.js';
import { COMMITTEE_ROLES } from '../delegate.entity.js';

const MOST = 99;

export class CongressForm {
  @Reference({ label: 'congress.id', required: true }) id = '';
  @Reference({ label: 'congress.unit', required: true }) unitId = '';
  @Line({ label: 'congress.code', required: true, max: 20 }) code = '';
  @Line({ label: 'congress.name', required: true, max: 60 }) name = '';
}

export class TermForm {
  @Reference({ label: 'congress.id', required: true }) id = '';
  @WholeNumber({ label: 'congress.term.number', from: 1, to: MOST, required: true }) number = '';
  @DateField({ label: 'congress.term.startsOn', required: true }) startsOn = '';
  @DateField({ label: 'congress.term.endsOn', required: true }) endsOn = '';
}

export class NewSessionForm {
  @Reference({ label: 'congress.id', required: true }) id = '';
  @Reference({ label: 'congress.term.title', required: true }) termId = '';
  @WholeNumber({ label: 'congress.session.number', from: 1, to: MOST, required: true }) number = '';
}

export class SessionDatesForm {
  @DateField({ label: 'congress.session.windowFrom' }) windowFrom = '';
  @DateField({ label: 'congress.session.windowUntil' }) windowUntil = '';
  @DateField({ label: 'congress.session.heldFrom' }) heldFrom = '';
  @DateField({ label: 'congress.session.heldUntil' }) heldUntil = '';
}

/** Which session goes on with what the archived one leaves unfinished. */
export class SuccessorForm {
  @Reference({ label: 'sessions.archive.successor' }) successor = '';
}

export class DelegationForm {
  @Reference({ label: 'congress.id', required: true }) id = '';
  @WholeNumber({ label: 'congress.delegation.number', from: 1, to: MOST, required: true }) number = '';
  @Line({ label: 'congress.delegation.name', required: true, max: 40 }) name = '';
  @Many({ label: 'congress.delegation.units' }) unitIds: string[] = [];
}

export class DelegateForm {
  @Reference({ label: 'congress.id', required: true }) id = '';
  @Line({ label: 'congress.delegate.staffNumber', required: true, max: 40 }) number = '';
  @Reference({ label: 'congress.delegation.title' }) delegationId = '';
  @Choice({ label: 'congress.delegate.kind', of: ['delegate', 'observer', 'invited'], required: true }) kind = '';
  @Choice({ label: 'congress.delegate.post', of: ['head', 'deputy', 'secretary'] }) post = '';
}

export class SeatForm {
  @Reference({ label: 'congress.id', required: true }) id = '';
  @Line({ label: 'congress.delegate.staffNumber', required: true, max: 40 }) number = '';
  @Choice({ label: 'congress.seat.role', of: COMMITTEE_ROLES, required: true }) role = '';
  @DateField({ label: 'congress.seat.from', required: true }) validFrom = '';
  @DateField({ label: 'congress.seat.until' }) validUntil = '';
}
