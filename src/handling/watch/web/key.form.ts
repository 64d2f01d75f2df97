import { DateField, Line, Prose, Reference } from '../../../web/index.js';

export class MarkForm {
  @Reference({ label: 'keycases.leader', required: true }) leader = '';
  @Prose({ label: 'keycases.reason', max: 1000, required: true }) reason = '';
}

export class UnmarkForm {
  @Prose({ label: 'keycases.reason', max: 1000, required: true }) reason = '';
}

export class PlanForm {
  @Prose({ label: 'keycases.plan', max: 4000, required: true }) plan = '';
  @Reference({ label: 'keycases.milestone' }) id = '';
  @Line({ label: 'keycases.milestone', max: 100 }) title = '';
  @DateField({ label: 'keycases.milestoneDue' }) dueOn = '';
  @Reference({ label: 'keycases.milestoneUnit' }) unit = '';
}

export class ReachForm {
  @Reference({ label: 'keycases.evidence' }) id = '';
  @Prose({ label: 'keycases.evidence', max: 2000, required: true }) text = '';
  @Line({ label: 'promises.withoutFiles' }) withoutFiles = '';
}

export class DropForm {
  @Prose({ label: 'keycases.reason', max: 500, required: true }) reason = '';
}

export class MinutesForm {
  @Reference({ label: 'keycases.minutes' }) id = '';
  @DateField({ label: 'keycases.heldOn', required: true }) heldOn = '';
  @Line({ label: 'keycases.attendees', max: 300, required: true }) attendees = '';
  @Prose({ label: 'keycases.minutes', max: 4000, required: true }) text = '';
}

export class SpecialReportForm {
  @Reference({ label: 'keycases.specialReport' }) id = '';
  @Prose({ label: 'keycases.specialReport', max: 8000, required: true }) text = '';
}

export class InstructionForm {
  @Reference({ label: 'keycases.instruction' }) id = '';
  @Prose({ label: 'keycases.instruction', max: 2000, required: true }) text = '';
}
