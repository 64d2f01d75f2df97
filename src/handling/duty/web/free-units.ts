import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { Clock, type Message, msg } from '../../../kernel/index.js';
import type { Unit } from '../../../organization/index.js';
import { AssignmentDesk } from '../assignment-desk.js';
import type { Assignment } from '../assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';

/** The units that could join a case: working ones that have no part in it yet. */
@Injectable()
export class FreeUnits {
  constructor(
    private readonly desk: AssignmentDesk,
    private readonly clock: Clock,
  ) {}

  async for(record: HandlingCase): Promise<Unit[]> {
    return unitsWithout(await this.desk.unitsFor(record), record);
  }

  /** Why this unit cannot be chosen; null when it can. */
  refusalOf(unitId: string, units: readonly Unit[], { assignments }: HandlingCase): Message | null {
    if (hasPart(unitId, assignments)) return msg('handling.return.already');
    if (units.some(({ id }) => id === unitId)) return null;
    return msg('forms.errors.choice', { label: '@duties.unit' });
  }

  isPast(dueOn: string): boolean {
    return dueOn !== '' && dueOn <= beijingDate(this.clock.now());
  }
}

/** The units that have no part in the case. */
export function unitsWithout(units: readonly Unit[], { assignments }: HandlingCase): Unit[] {
  return units.filter(({ id }) => !hasPart(id, assignments));
}

/** Whether the unit leads, answers a part or assists. */
export function hasPart(unit: string, assignments: readonly Assignment[]): boolean {
  return assignments.some(({ unitId, isVoid }) => !isVoid && unitId === unit);
}
