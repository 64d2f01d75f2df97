import { Injectable } from '@nestjs/common';
import { WorkingDays } from '../../calendar/index.js';
import { Congresses } from '../../congress/index.js';
import type { Actor } from '../../kernel/index.js';
import type { UnitWish } from './assignments.service.js';
import { CaseSteps } from '../case/case-steps.js';
import { ownLead } from './duty-choice.js';
import type { HandlingCase } from '../case/handling-case.entity.js';

/** 增加协办单位: asked for by a leading unit, decided by the chair. */
@Injectable()
export class AssistingUnits {
  constructor(
    private readonly steps: CaseSteps,
    private readonly congresses: Congresses,
    private readonly workingDays: WorkingDays,
  ) {}

  ask(ref: string, { unitId, reason }: UnitWish, actor: Actor, dutyId: string | null = null): Promise<HandlingCase> {
    return this.steps.perform('ask_unit', ref, actor, (record, act) => {
      const duty = ownLead(record, actor, dutyId, 'ask_unit');
      return record.askUnit(duty, unitId, reason, act);
    });
  }

  refuse(ref: string, dutyId: string, reason: string, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('refuse_unit', ref, actor, (record, act) =>
      record.refuseUnit(record.duty(dutyId), reason, act),
    );
  }

  /** With a clock of its own; without a date it has as many working days as every assisting unit. */
  add(ref: string, { unitId, reason }: UnitWish, dueOn: string | null, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('add_unit', ref, actor, async (record, act, tx) => {
      const { settings } = await this.congresses.session(record.governedBy, tx);
      const calendar = await this.workingDays.load(tx);
      const clock = {
        signBy: calendar.dueDateOf(act.at, settings.signForDays),
        dueOn: dueOn ?? calendar.dueDateOf(act.at, settings.assistingDays),
        dueChosen: dueOn !== null,
      };
      return record.addUnit({ unitId, ...clock }, reason, act);
    });
  }
}
