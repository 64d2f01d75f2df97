import { Choice, DateField, Prose, Reference } from '../../../web/index.js';
import { DECISIONS } from './return.form.js';

/** A leading unit asks for an assisting one. */
export class UnitWishForm {
  @Reference({ label: 'duties.unit', required: true }) unit = '';
  @Prose({ label: 'duties.reason', max: 500, required: true }) reason = '';
}

/** The chair adds a unit, or answers a wish. */
export class UnitDecisionForm {
  @Reference({ label: 'duties.wishOf' }) wish = '';
  @Choice({ label: 'duties.decision', of: DECISIONS }) decision = '';
  @Reference({ label: 'duties.unit' }) unit = '';
  @DateField({ label: 'duties.dueOn' }) dueOn = '';
  @Prose({ label: 'duties.reason', max: 500, required: true }) reason = '';
}

/** 改派: which duty goes to whom, and why. */
export class ReassignmentForm {
  @Reference({ label: 'duties.reassign.duty', required: true }) assignment = '';
  @Reference({ label: 'duties.reassign.unit', required: true }) unit = '';
  @Reference({ label: 'handling.assignment.leader' }) leader = '';
  @DateField({ label: 'duties.dueOn' }) dueOn = '';
  @Prose({ label: 'duties.reason', max: 500, required: true }) reason = '';
}
