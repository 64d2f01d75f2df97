import type { Act, NewEvent } from '../../kernel/index.js';
import type { Unit } from '../../organization/index.js';
import type { Assignment } from './assignment.entity.js';
import type { AssignmentStatus } from './assignment-workflow.js';
import { caseWorkflow } from '../case/case-workflow.js';
import { promisesTogether } from '../follow-up/promise-clock.js';
import { partOf } from './side-steps.js';
import { UnitSteps } from './unit-steps.js';

/** 移交: the unit of a duty was merged into another one; the duty goes along as it stands, its clock and its papers with it. */
export abstract class HandOverSteps extends UnitSteps {
  /** Where the successor has a part already, the leading one of the two stays, and of two equals the one that is further on its way, not done before done. */
  handOver(duty: Assignment, to: Unit, note: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('hand_over', this.status);
    const { unitId: from } = duty;
    const data = {
      ...partOf(duty),
      unitName: duty.unit.name,
      toUnitId: to.id,
      dueOn: duty.extendedUntil ?? duty.dueOn,
    };
    const own = this.assignments.find(({ unitId, isVoid }) => !isVoid && unitId === to.id);
    const goes = own === undefined || staysBefore(duty, own);
    if (own !== undefined) joinDuties(goes ? duty : own, goes ? own : duty);
    if (goes) duty.handTo(to);
    const change = this.leadUnitId === from ? { leadUnitId: to.id } : {};
    return this.advance('hand_over', act, { change, note, data });
  }
}

/** Of two parts that become one, that of more weight: not done before done, then what is further on its way to the answer. */
const WEIGHT: readonly AssignmentStatus[] = ['done', 'to_sign', 'return_pending', 'in_handling', 'in_sign_off'];

function staysBefore(duty: Assignment, own: Assignment): boolean {
  if (duty.isLeading !== own.isLeading) return duty.isLeading;
  return WEIGHT.indexOf(duty.status) > WEIGHT.indexOf(own.status);
}

/** Two parts become one: promises of both are kept, the later date and the next report. */
function joinDuties(stays: Assignment, absorbed: Assignment): void {
  if (stays.part === 'separate') stays.setDates(promisesTogether([stays, absorbed]));
  absorbed.absorb();
}
