import { type Message, msg } from '../../../kernel/index.js';
import type { Unit } from '../../../organization/index.js';
import type { FormView } from '../../../web/index.js';
import type { LeaderChoice } from '../assignment-desk.js';
import type { Assignment } from '../assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { presentCaseCrumbs } from '../../case/web/case-tags.js';
import { dutyQuery } from './duty-address.js';
import { unitsWithout } from './free-units.js';
import { leaderOffer } from './leader-choice.js';
import { DECISIONS } from './return.form.js';

/** A duty that can be given back, and until when that can be asked. */
export interface ReturnableDuty {
  readonly duty: Assignment;
  readonly until: string;
}

/** What lies on the chair's desk when duties are asked to be taken back. */
export interface ReturnDesk {
  readonly record: HandlingCase;
  readonly pending: readonly Assignment[];
  readonly units: readonly Unit[];
  readonly leaders: readonly LeaderChoice[];
}

export function presentReturn(
  record: HandlingCase,
  own: readonly ReturnableDuty[],
  units: readonly Unit[],
  form: FormView,
) {
  return {
    ...presentFrame(record, form, 'return'),
    lead: msg('handling.return.lead', { n: record.governing.settings.returnDays }),
    assignment: form.choice(
      'assignment',
      own.map(({ duty, until }) => ({ ...dutyOffer(duty), hint: msg('handling.return.by', { date: until }) })),
    ),
    reason: form.field('reason'),
    suggested: form.choice('suggested', units.map(unitOffer)),
  };
}

export function presentReturnDecision({ record, pending, units, leaders }: ReturnDesk, form: FormView) {
  return {
    ...presentFrame(record, form, 'return/decision'),
    requests: pending.map(({ unit, returnReason, suggestedUnitId }) => ({
      title: unit.name,
      reason: returnReason ?? '',
      suggested: suggestion(units.find(({ id }) => id === suggestedUnitId)),
    })),
    assignment: form.choice('assignment', pending.map(dutyOffer)),
    decision: form.choice('decision', decisionOffers('return')),
    unit: form.choice('unit', unitsWithout(units, record).map(unitOffer)),
    leader: form.choice('leader', leaders.map(leaderOffer)),
    reason: form.field('reason'),
  };
}

export function presentExtension(record: HandlingCase, duty: Assignment, form: FormView) {
  const { dueOn } = record.clockOf(duty);
  return {
    ...presentFrame(record, form, 'extension', duty),
    lead: msg('handling.extension.lead', { date: dueOn }),
    until: form.field('until'),
    from: dueOn,
    reason: form.field('reason'),
  };
}

export function presentExtensionDecision(record: HandlingCase, duty: Assignment, form: FormView) {
  const { dueOn, extensionAskedUntil, extensionReason } = record.clockOf(duty);
  const dates = { due: dueOn, until: extensionAskedUntil ?? '' };
  return {
    ...presentFrame(record, form, 'extension/decision', duty),
    lead: msg('handling.extension.asked', { ...dates, unit: duty.unit.name }),
    request: extensionReason ?? '',
    decision: form.choice('decision', decisionOffers('extension')),
    reason: form.field('reason'),
  };
}

function presentFrame(record: HandlingCase, form: FormView, page: string, duty: Assignment | null = null) {
  return {
    pageTitle: msg(`handling.side.${page.replace('/', '_')}`),
    breadcrumbs: presentCaseCrumbs(record),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    address: `/cases/${record.ref}/${page}${duty === null ? '' : dutyQuery(duty)}`,
    title: record.title,
  };
}

function suggestion(unit: Unit | undefined): Message | null {
  return unit ? msg('handling.return.suggests', { unit: unit.name }) : null;
}

const dutyOffer = ({ id, unit, part }: Assignment) => ({
  value: id,
  text: msg('handling.return.dutyName', { unit: unit.name, part: `@handling.part.${part}` }),
});
const unitOffer = ({ id, name }: Unit) => ({ value: id, text: name });
const decisionOffers = (what: 'return' | 'extension') =>
  DECISIONS.map((value) => ({ value, text: msg(`handling.${what}.${value}`) }));
