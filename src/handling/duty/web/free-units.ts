import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { Clock, type Message, msg } from '../../../kernel/index.js';
import type { Unit } from '../../../organization/index.js';
import { AssignmentDesk } from '../assignment-desk.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';

/** The units that could join a case: working ones that have no part in it yet. */
@Injectable()
export class FreeUnits {
  constructor(
    private readonly desk: AssignmentDesk,
    private readonly clock: Clock,
  ) {}

  async for(record: HandlingCase): Promise<Unit[]> {
    const taken = new Set(record.assignments.filter(({ isVoid }) => !isVoid).map(({ unitId }) => unitId));
    return (await this.desk.unitsFor(record)).filter(({ id }) => !taken.has(id));
  }

  /** Why this unit cannot be chosen; null when it can. */
  refusalOf(unitId: string, units: readonly Unit[], { assignments }: HandlingCase): Message | null {
    if (assignments.some((one) => !one.isVoid && one.unitId === unitId)) return msg('handling.return.already');
    if (units.some(({ id }) => id === unitId)) return null;
    return msg('forms.errors.choice', { label: '@duties.unit' });
  }

  isPast(dueOn: string): boolean {
    return dueOn !== '' && dueOn <= beijingDate(this.clock.now());
  }
}
