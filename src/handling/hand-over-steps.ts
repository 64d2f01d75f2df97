import type { Act, NewEvent } from '../kernel/index.js';
import type { Unit } from '../organization/index.js';
import type { Assignment } from './assignment.entity.js';
import { caseWorkflow } from './case-workflow.js';
import { partOf } from './side-steps.js';
import { UnitSteps } from './unit-steps.js';

/** 移交: the unit of a duty was merged into another one; the duty goes along as it stands, its clock and its papers with it. */
export abstract class HandOverSteps extends UnitSteps {
  /** Where the successor has a part already, the leading one of the two stays, and of two equals the one that is not done. */
  handOver(duty: Assignment, to: Unit, note: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('hand_over', this.status);
    const { unitId: from } = duty;
    const data = { ...partOf(duty), toUnitId: to.id, dueOn: duty.extendedUntil ?? duty.dueOn };
    const own = this.assignments.find(({ unitId, isVoid }) => !isVoid && unitId === to.id);
    const goes = own === undefined || staysBefore(duty, own);
    if (own !== undefined) (goes ? own : duty).absorb();
    if (goes) duty.handTo(to);
    const change = this.leadUnitId === from ? { leadUnitId: to.id } : {};
    return this.advance('hand_over', act, { change, note, data });
  }
}

function staysBefore(duty: Assignment, own: Assignment): boolean {
  if (duty.isLeading !== own.isLeading) return duty.isLeading;
  return own.status === 'done' && duty.status !== 'done';
}
