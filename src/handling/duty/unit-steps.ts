import { type Act, type Message, msg, type NewEvent } from '../../kernel/index.js';
import { Assignment } from './assignment.entity.js';
import { caseWorkflow } from '../case/case-workflow.js';
import { partOf, SideSteps } from './side-steps.js';

/** An assisting unit that joins later, with a clock of its own. */
export interface Joining {
  readonly unitId: string;
  readonly signBy: string;
  readonly dueOn: string;
  readonly dueChosen?: boolean;
}

/** 增加协办单位: a leading unit asks for one, the chair adds or refuses it, or adds one without being asked. */
export abstract class UnitSteps extends SideSteps {
  /** Leading units that have asked for an assisting unit and have no answer. */
  get wishes(): Assignment[] {
    return this.leads.filter(({ wantedUnitId }) => wantedUnitId !== null);
  }

  askUnit(duty: Assignment, unitId: string, reason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('ask_unit', this.status);
    this.refuseTwice(unitId);
    this.require('ask_unit', this.missingForWish(duty));
    duty.wish(unitId, reason);
    return this.advance('ask_unit', act, { note: reason, data: { ...partOf(duty), toUnitId: unitId } });
  }

  refuseUnit(duty: Assignment, reason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('refuse_unit', this.status);
    this.require('refuse_unit', duty.wantedUnitId === null ? [msg('duties.missing.wish')] : []);
    const toUnitId = duty.wantedUnitId;
    duty.endWish();
    return this.advance('refuse_unit', act, { note: reason, data: { ...partOf(duty), toUnitId } });
  }

  addUnit({ unitId, signBy, dueOn, dueChosen = false }: Joining, reason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('add_unit', this.status);
    this.refuseTwice(unitId);
    for (const duty of this.wishes) if (duty.wantedUnitId === unitId) duty.endWish();
    const joining = Assignment.to({ unitId, part: 'assisting', assignedAt: act.at, signBy, dueOn, dueChosen });
    const change = { assignments: [...this.assignments, joining] };
    return this.advance('add_unit', act, { change, note: reason, data: { toUnitId: unitId, signBy, dueOn } });
  }

  missingForWish({ wantedUnitId }: Assignment): Message[] {
    return wantedUnitId === null ? [] : [msg('duties.missing.oneWish')];
  }
}
