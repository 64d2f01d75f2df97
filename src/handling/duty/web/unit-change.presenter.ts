import { msg } from '../../../kernel/index.js';
import type { Unit } from '../../../organization/index.js';
import type { FormView } from '../../../web/index.js';
import type { Assignment } from '../assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { presentCaseCrumbs } from '../../case/web/case-tags.js';
import { dutyQuery } from './duty-address.js';
import type { ReassignmentDesk } from './reassignment.controller.js';
import { leaderOffer } from './leader-choice.js';
import { DECISIONS } from './return.form.js';

/** For `cases/unit-wish`. */
export function presentUnitWish(record: HandlingCase, duty: Assignment, units: readonly Unit[], form: FormView) {
  return {
    ...presentFrame(record, form, `units/wish${dutyQuery(duty)}`, 'duties.wish.title'),
    unit: form.choice('unit', units.map(unitOffer)),
    reason: form.field('reason'),
  };
}

/** For `cases/unit-decision`: the wishes that wait, and the form to add a unit or refuse. */
export function presentUnitDecision(record: HandlingCase, units: readonly Unit[], form: FormView) {
  const { wishes } = record;
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? '';
  return {
    ...presentFrame(record, form, 'units', 'duties.add.title'),
    wishes: wishes.map(({ unit, wantedUnitId, wantedUnitReason }) => ({
      text: msg('duties.add.wished', { unit: unit.name, wanted: nameOf(wantedUnitId) }),
      reason: wantedUnitReason ?? '',
    })),
    hidden: wishes.length > 0 ? [{ name: 'wish', value: form.field('wish').value || wishes[0]!.id }] : [],
    decision:
      wishes.length > 0
        ? form.choice(
            'decision',
            DECISIONS.map((value) => ({ value, text: msg(`duties.add.${value}`) })),
          )
        : null,
    unit: form.choice('unit', units.map(unitOffer)),
    dueOn: form.field('dueOn'),
    dueNote: msg('duties.add.due', { n: record.session.settings.assistingDays }),
    reason: form.field('reason'),
  };
}

/** For `cases/reassignment`. */
export function presentReassignment({ record, duties, units, leaders }: ReassignmentDesk, form: FormView) {
  const dutyOffers = duties.map(({ id, unit, part }) => ({
    value: id,
    text: msg('handling.return.dutyName', { unit: unit.name, part: `@handling.part.${part}` }),
  }));
  return {
    ...presentFrame(record, form, 'reassignment', 'duties.reassign.title'),
    assignment: form.choice('assignment', dutyOffers),
    unit: form.choice('unit', units.map(unitOffer)),
    leader: form.choice('leader', leaders.map(leaderOffer)),
    dueOn: form.field('dueOn'),
    reason: form.field('reason'),
  };
}

function presentFrame(record: HandlingCase, form: FormView, page: string, title: string) {
  return {
    pageTitle: msg(title),
    breadcrumbs: presentCaseCrumbs(record),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    address: `/cases/${record.ref}/${page}`,
    title: record.title,
  };
}

const unitOffer = ({ id, name }: Unit) => ({ value: id, text: name });
