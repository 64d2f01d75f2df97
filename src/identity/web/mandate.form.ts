import { addDays } from '../../calendar/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { Staff } from '../../organization/index.js';
import { Choice, DateField, Line, Prose, Reference } from '../../web/index.js';
import { MANDATE_PARTS } from '../signing-mandate.entity.js';

const LONGEST_DAYS = 366;

/** Given by the principal. */
export class MandateForm {
  @Reference({ label: 'mandates.title', required: true }) id = '';
  @Line({ label: 'mandates.deputy', required: true, max: 40 }) deputy = '';
  @Choice({ label: 'mandates.part', of: MANDATE_PARTS, required: true }) part = '';
  @Reference({ label: 'mandates.unit' }) unitId = '';
  @DateField({ label: 'mandates.from', required: true }) validFrom = '';
  @DateField({ label: 'mandates.until', required: true }) validUntil = '';
  @Prose({ label: 'mandates.reason', max: 300, required: true }) reason = '';
}

/** Entered for the principal by an administrator. */
export class EnteredMandateForm extends MandateForm {
  @Line({ label: 'mandates.principal', required: true, max: 40 }) principal = '';
  @Line({ label: 'mandates.document', required: true, max: 100 }) document = '';
}

interface Named {
  readonly principal: Staff | null;
  readonly deputy: Staff | null;
}

/** What only the roster and the calendar can tell. */
export function problemsOf(form: MandateForm, { principal, deputy }: Named, today: string): Record<string, Message> {
  const { validFrom, validUntil } = form;
  return {
    ...(!principal?.active && { principal: msg('mandates.problem.nobody') }),
    ...(!deputy?.active && { deputy: msg('mandates.problem.nobody') }),
    ...(deputy && deputy.id === principal?.id && { deputy: msg('mandates.problem.oneself') }),
    ...(validFrom < today && { validFrom: msg('mandates.problem.past') }),
    ...(validUntil < validFrom && { validUntil: msg('mandates.problem.order') }),
    ...(validUntil > addDays(validFrom, LONGEST_DAYS) && { validUntil: msg('mandates.problem.long') }),
  };
}
