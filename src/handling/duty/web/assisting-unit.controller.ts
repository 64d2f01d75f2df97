import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, type FieldErrors, FormView, readForm, type Reply } from '../../../web/index.js';
import { AssistingUnits } from '../assisting-units.service.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { CaseDoor } from '../../case/web/case-door.js';
import { FreeUnits } from './free-units.js';
import { UnitDecisionForm, UnitWishForm } from './unit-change.form.js';
import { presentUnitDecision, presentUnitWish } from './unit-change.presenter.js';

/** 增加协办单位: asked for by a leading unit, added or refused by the chair. */
@Controller('cases/:ref/units')
export class AssistingUnitController {
  constructor(
    private readonly door: CaseDoor,
    private readonly units: AssistingUnits,
    private readonly free: FreeUnits,
  ) {}

  @Get('wish')
  async wishForm(
    @Param('ref') ref: string,
    @Query('duty') named: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const { record, duty } = await this.door.openOwn('ask_unit', ref, named, actor);
    reply.view('cases/unit-wish', presentUnitWish(record, duty, await this.free.for(record), new FormView()));
  }

  @Post('wish')
  async wish(
    @Param('ref') ref: string,
    @Query('duty') named: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const { record, duty } = await this.door.openOwn('ask_unit', ref, named, actor);
    const units = await this.free.for(record);
    const refuse = (view: FormView) =>
      void reply.status(422).view('cases/unit-wish', presentUnitWish(record, duty, units, view));
    const form = readForm(UnitWishForm, body);
    if (!form.ok) return refuse(new FormView(form.typed, form.errors));
    const { unit, reason } = form.value;
    const refusal = this.free.refusalOf(unit, units, record);
    if (refusal) return refuse(new FormView({ ...form.value }, { unit: refusal }));
    await this.units.ask(ref, { unitId: unit, reason }, actor, duty.id);
    reply.done(`/cases/${ref}`, msg('duties.done.asked'));
  }

  @Get()
  async decisionForm(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const record = await this.door.open('add_unit', ref, actor);
    reply.view('cases/unit-decision', presentUnitDecision(record, await this.free.for(record), beginning(record)));
  }

  @Post()
  async decide(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const record = await this.door.open('add_unit', ref, actor);
    const units = await this.free.for(record);
    const refuse = (view: FormView) =>
      void reply.status(422).view('cases/unit-decision', presentUnitDecision(record, units, view));
    const form = readForm(UnitDecisionForm, body);
    if (!form.ok) return refuse(new FormView(form.typed, form.errors));
    const { wish, decision, unit, reason, dueOn } = form.value;
    if (wish !== '' && decision === 'refuse') {
      await this.units.refuse(ref, wish, reason, actor);
      return void reply.done(`/cases/${ref}`, msg('duties.done.refused'));
    }
    const refusal = this.free.refusalOf(unit, units, record);
    const errors: FieldErrors = {
      ...(refusal && { unit: refusal }),
      ...(this.free.isPast(dueOn) && { dueOn: msg('handling.assignment.errors.past') }),
    };
    if (Object.keys(errors).length > 0) return refuse(new FormView({ ...form.value }, errors));
    await this.units.add(ref, { unitId: unit, reason }, dueOn || null, actor);
    const name = units.find(({ id }) => id === unit)!.name;
    reply.done(`/cases/${ref}`, msg('duties.done.added', { unit: name }));
  }
}

/** The first wish is filled in already. */
function beginning({ wishes }: HandlingCase): FormView {
  const [first] = wishes;
  return new FormView(first ? { wish: first.id, unit: first.wantedUnitId!, decision: 'grant' } : {});
}
