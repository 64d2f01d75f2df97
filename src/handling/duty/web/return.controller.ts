import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, authorize, Clock, ConditionsMissing, msg } from '../../../kernel/index.js';
import { Directory, type Unit } from '../../../organization/index.js';
import { CurrentActor, type FieldErrors, FormView, readForm, type Reply, type Typed } from '../../../web/index.js';
import { AssignmentDesk } from '../assignment-desk.js';
import type { Assignment } from '../assignment.entity.js';
import { CasePolicy } from '../../case/case.policy.js';
import { CasesRepository } from '../../case/cases.repository.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { SideRoads } from '../side-roads.service.js';
import { hasPart, unitsWithout } from './free-units.js';
import { leaderRefusal } from './leader-choice.js';
import { ReturnDecisionForm, ReturnForm } from './return.form.js';
import { presentReturn, presentReturnDecision, type ReturnableDuty, type ReturnDesk } from './side-roads.presenter.js';

/** 退办: a unit asks to give its duty back; the chair decides. */
@Controller('cases/:ref/return')
export class ReturnController {
  constructor(
    private readonly cases: CasesRepository,
    private readonly roads: SideRoads,
    private readonly desk: AssignmentDesk,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  @Get()
  async form(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const record = await this.cases.findVisible(ref, actor);
    const own = await this.returnable(record, actor);
    reply.view(
      'cases/return',
      presentReturn(record, own, await this.unitsBeside(record), onlyOf(own.map(({ duty }) => duty))),
    );
  }

  @Post()
  async ask(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const record = await this.cases.findVisible(ref, actor);
    const own = await this.returnable(record, actor);
    const form = readForm(ReturnForm, body);
    const units = await this.unitsBeside(record);
    if (!form.ok) {
      const view = new FormView(form.typed, form.errors);
      return void reply.status(422).view('cases/return', presentReturn(record, own, units, view));
    }
    const { assignment, reason, suggested } = form.value;
    const unit = units.find(({ id }) => id === suggested) ?? null;
    await this.roads.askReturn(ref, assignment, reason, unit?.id ?? null, actor);
    reply.done(`/cases/${ref}`, msg('handling.done.ask_return'));
  }

  @Get('decision')
  async decisionForm(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const desk = await this.layOut(ref, actor);
    const [only, ...others] = desk.pending;
    const first = new FormView(only && others.length === 0 ? wishOf(only) : {});
    reply.view('cases/return-decision', presentReturnDecision(desk, first));
  }

  @Post('decision')
  async decide(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const desk = await this.layOut(ref, actor);
    const refuse = (view: FormView) =>
      void reply.status(422).view('cases/return-decision', presentReturnDecision(desk, view));
    const form = readForm(ReturnDecisionForm, body);
    if (!form.ok) return refuse(new FormView(form.typed, { ...form.errors, ...unchosen(form.typed) }));
    const { assignment, decision, unit, leader, reason } = form.value;
    if (decision === 'refuse') {
      await this.roads.refuseReturn(ref, assignment, reason, actor);
      return void reply.done(`/cases/${ref}`, msg('handling.done.refuse_return'));
    }
    const leaderId = leader || (unit === '' ? null : await this.desk.leaderOf(unit));
    const errors = unfit(form.value, leaderId, desk);
    if (errors) return refuse(new FormView({ ...form.value }, errors));
    const to = { unitId: unit, leaderId: leaderId ?? desk.record.leaderId! };
    await this.roads.grantReturn(ref, assignment, to, reason, actor);
    const name = desk.units.find(({ id }) => id === unit)!.name;
    reply.done(`/cases/${ref}`, msg('handling.done.grant_return', { unit: name }));
  }

  /** The duties that can still be given back, each with its last day; refused when there is none. */
  private async returnable(record: HandlingCase, actor: Actor): Promise<ReturnableDuty[]> {
    const own = new CasePolicy(actor).own(record);
    authorize(own.length > 0 ? 'unit_officer' : null, 'ask_return');
    const duties = await Promise.all(
      own.map(async (duty) => ({ duty, until: await this.roads.lastDayOfReturn(record, duty) })),
    );
    const missing = ({ until }: ReturnableDuty) => record.missingForReturn(until, { at: this.clock.now() });
    const open = duties.filter((one) => missing(one).length === 0);
    if (open.length === 0) throw new ConditionsMissing('ask_return', missing(duties[0]!));
    return open;
  }

  private async unitsBeside(record: HandlingCase): Promise<Unit[]> {
    return unitsWithout(await this.units(), record);
  }

  private async layOut(ref: string, actor: Actor): Promise<ReturnDesk> {
    const record = await this.cases.findVisible(ref, actor);
    authorize(new CasePolicy(actor).roleFor('grant_return', record), 'grant_return');
    const pending = record.assignments.filter(({ status }) => status === 'return_pending');
    return { record, pending, units: await this.units(), leaders: await this.desk.leaders() };
  }

  private async units(): Promise<Unit[]> {
    return (await this.directory.activeUnits()).filter(({ parentId }) => parentId !== null);
  }
}

/** A single duty is chosen already. */
function onlyOf(duties: readonly Assignment[]): FormView {
  const [only, ...others] = duties;
  return new FormView(only && others.length === 0 ? { assignment: only.id } : {});
}

/** What the unit that asks suggests is chosen already. */
function wishOf({ id, suggestedUnitId }: Assignment): Record<string, string> {
  return { assignment: id, ...(suggestedUnitId !== null && { unit: suggestedUnitId }) };
}

/** Whoever agrees names another unit; said together with what else is wrong. */
function unchosen({ decision, unit }: Typed): FieldErrors {
  if (decision !== 'grant' || unit) return {};
  return { unit: msg('forms.errors.unchosen', { label: '@handling.return.toUnit' }) };
}

/** The leader in charge changes with the one lead only; whoever assists or answers a part leaves the case where it is. */
function unfit(
  { unit, assignment }: ReturnDecisionForm,
  leaderId: string | null,
  { record, pending, units, leaders }: ReturnDesk,
): FieldErrors | null {
  const duty = pending.find(({ id }) => id === assignment);
  if (!units.some(({ id }) => id === unit))
    return { unit: msg('forms.errors.choice', { label: '@handling.return.toUnit' }) };
  if (hasPart(unit, record.assignments)) return { unit: msg('handling.return.already') };
  const unled = leaderId === null && duty?.part !== 'lead' ? null : leaderRefusal(leaderId, leaders);
  return unled && { leader: unled };
}
