import { type Message, msg } from '../../../kernel/index.js';
import { DateField, type FieldErrors, Many, Reference, WholeNumber } from '../../../web/index.js';
import type { Desk } from '../assignment-desk.js';
import type { AssignmentWish, Term } from '../assignments.service.js';
import { leaderRefusal } from './leader-choice.js';

const LONGEST = 250;

/** To whom, under whom, by when. */
export class AssignmentForm {
  @Reference({ label: 'handling.assignment.lead', required: true }) lead = '';
  @Many({ label: 'duties.separate.label', max: 6 }) separate: string[] = [];
  @Many({ label: 'handling.assignment.assisting', max: 10 }) assisting: string[] = [];
  @Reference({ label: 'handling.assignment.leader' }) leader = '';
  @WholeNumber({ label: 'handling.assignment.leadDays', from: 1, to: LONGEST }) leadDays = '';
  @DateField({ label: 'handling.assignment.leadDueOn' }) leadDueOn = '';
  @WholeNumber({ label: 'handling.assignment.assistingDays', from: 1, to: LONGEST }) assistingDays = '';
  @DateField({ label: 'handling.assignment.assistingDueOn' }) assistingDueOn = '';
}

/** What the fields cannot know of each other and of the desk. `leaderId` is the one chosen, or the one whose province it is. */
export function contradictions(form: AssignmentForm, desk: Desk, leaderId: string | null): FieldErrors {
  const offered = new Set(desk.units.map(({ id }) => id));
  const unled = leaderRefusal(leaderId, desk.leaders);
  const late = (date: string) => date !== '' && date <= desk.today;
  const found: [string, boolean, Message][] = [
    ['lead', !offered.has(form.lead), msg('forms.errors.choice', { label: '@handling.assignment.lead' })],
    ['assisting', form.assisting.some((id) => !offered.has(id)), msg('handling.assignment.errors.unit')],
    ['separate', form.separate.some((id) => !offered.has(id)), msg('duties.separate.unknown')],
    ['separate', form.separate.includes(form.lead), msg('duties.separate.twice')],
    ['assisting', form.assisting.some((id) => form.separate.includes(id)), msg('duties.separate.both')],
    ['assisting', form.assisting.includes(form.lead), msg('handling.assignment.errors.both')],
    ['leader', unled !== null, unled!],
    ['leadDueOn', late(form.leadDueOn), msg('handling.assignment.errors.past')],
    ['assistingDueOn', late(form.assistingDueOn), msg('handling.assignment.errors.past')],
  ];
  return Object.fromEntries(found.filter(([, wrong]) => wrong).map(([name, , message]) => [name, message]));
}

export function wishOf(form: AssignmentForm, leaderId: string): AssignmentWish {
  return {
    leadUnitId: form.lead,
    otherLeadIds: form.separate,
    assistingUnitIds: form.assisting,
    leaderId,
    leadTerm: termOf(form.leadDueOn, form.leadDays),
    assistingTerm: termOf(form.assistingDueOn, form.assistingDays),
  };
}

/** A date says more than a number of days; without both the settings of the session hold. */
function termOf(on: string, days: string): Term {
  if (on !== '') return { on };
  return days === '' ? null : { days: Number(days) };
}
