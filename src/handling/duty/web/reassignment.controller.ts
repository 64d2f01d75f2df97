import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, authorize, msg } from '../../../kernel/index.js';
import type { Unit } from '../../../organization/index.js';
import { CurrentActor, type FieldErrors, FormView, readForm, type Reply } from '../../../web/index.js';
import { AssignmentDesk, type LeaderChoice } from '../assignment-desk.js';
import type { Assignment } from '../assignment.entity.js';
import { assignmentWorkflow } from '../assignment-workflow.js';
import { CasePolicy } from '../../case/case.policy.js';
import { caseWorkflow } from '../../case/case-workflow.js';
import { CasesRepository } from '../../case/cases.repository.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { stepOf } from '../part-steps.js';
import { SideRoads } from '../side-roads.service.js';
import { FreeUnits } from './free-units.js';
import { leaderRefusal } from './leader-choice.js';
import { ReassignmentForm } from './unit-change.form.js';
import { presentReassignment } from './unit-change.presenter.js';

/** What lies on the chair's desk when a duty is given to another unit. */
export interface ReassignmentDesk {
  readonly record: HandlingCase;
  readonly duties: readonly Assignment[];
  readonly units: readonly Unit[];
  readonly leaders: readonly LeaderChoice[];
}

/** 改派: the chair gives a running duty to another unit. */
@Controller('cases/:ref/reassignment')
export class ReassignmentController {
  constructor(
    private readonly cases: CasesRepository,
    private readonly roads: SideRoads,
    private readonly desk: AssignmentDesk,
    private readonly free: FreeUnits,
  ) {}

  @Get()
  async form(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const desk = await this.layOut(ref, actor);
    const [only, ...others] = desk.duties;
    const view = new FormView(only && others.length === 0 ? { assignment: only.id } : {});
    reply.view('cases/reassignment', presentReassignment(desk, view));
  }

  @Post()
  async reassign(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const desk = await this.layOut(ref, actor);
    const refuse = (view: FormView) =>
      void reply.status(422).view('cases/reassignment', presentReassignment(desk, view));
    const form = readForm(ReassignmentForm, body);
    if (!form.ok) return refuse(new FormView(form.typed, form.errors));
    const { assignment, unit, leader, dueOn, reason } = form.value;
    const leaderId = leader || (await this.desk.leaderOf(unit));
    const errors = this.contradictions(form.value, desk, leaderId);
    if (Object.keys(errors).length > 0) return refuse(new FormView({ ...form.value }, errors));
    const to = { unitId: unit, leaderId: leaderId ?? desk.record.leaderId!, dueOn: dueOn || null };
    await this.roads.reassign(ref, assignment, to, reason, actor);
    const name = desk.units.find(({ id }) => id === unit)!.name;
    reply.done(`/cases/${ref}`, msg('duties.done.reassigned', { unit: name }));
  }

  private async layOut(ref: string, actor: Actor): Promise<ReassignmentDesk> {
    const record = await this.cases.findVisible(ref, actor);
    const lead = record.isSeparate ? 'reassign_part' : 'reassign';
    authorize(new CasePolicy(actor).roleFor(lead, record), lead);
    caseWorkflow.statusAfter(lead, record.status);
    const isRunning = ({ status }: Assignment) => assignmentWorkflow.isAvailable('take_back', status);
    const duties = [...record.leads, ...record.assisting].filter(isRunning);
    return { record, duties, units: await this.free.for(record), leaders: await this.desk.leaders() };
  }

  private contradictions(form: ReassignmentForm, desk: ReassignmentDesk, leaderId: string | null): FieldErrors {
    const { assignment, unit, dueOn } = form;
    const duty = desk.record.assignments.find(({ id }) => id === assignment);
    const refusal = this.free.refusalOf(unit, desk.units, desk.record);
    const unled = leaderRefusal(leaderId, desk.leaders);
    const needsLeader = duty !== undefined && stepOf('reassign', duty) === 'reassign';
    return {
      ...(!duty && { assignment: msg('forms.errors.choice', { label: '@duties.reassign.duty' }) }),
      ...(refusal && { unit: refusal }),
      ...(unled && (leaderId !== null || (!refusal && needsLeader)) && { leader: unled }),
      ...(this.free.isPast(dueOn) && { dueOn: msg('handling.assignment.errors.past') }),
    };
  }
}
