import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Actor, Clock, ConditionsMissing, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import type { Assignment } from '../assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { dutyAsking, SideRoads } from '../side-roads.service.js';
import { CaseDoor } from '../../case/web/case-door.js';
import { dutyNamed } from './duty-address.js';
import { ExtensionDecisionForm, ExtensionForm } from './return.form.js';
import { presentExtension, presentExtensionDecision } from './side-roads.presenter.js';

const SOMETIME = '9999-12-31';

/** 延期: asked for once, before the reply is due; the chair decides. */
@Controller('cases/:ref/extension')
export class ExtensionController {
  constructor(
    private readonly door: CaseDoor,
    private readonly roads: SideRoads,
    private readonly clock: Clock,
  ) {}

  @Get()
  async form(
    @Param('ref') ref: string,
    @Query('duty') named: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const { record, duty } = await this.door.openOwn('ask_extension', ref, named, actor);
    const missing = record.missingForExtension(duty, SOMETIME, { at: this.clock.now() });
    if (missing.length > 0) throw new ConditionsMissing('ask_extension', missing);
    reply.view('cases/extension', presentExtension(record, duty, new FormView()));
  }

  @Post()
  async ask(
    @Param('ref') ref: string,
    @Query('duty') named: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const { record, duty } = await this.door.openOwn('ask_extension', ref, named, actor);
    const form = readForm(ExtensionForm, body);
    const view = form.ok ? tooEarly(form.value, record, duty) : new FormView(form.typed, form.errors);
    if (view || !form.ok) return void reply.status(422).view('cases/extension', presentExtension(record, duty, view!));
    await this.roads.askExtension(ref, form.value.until, form.value.reason, actor, duty.id);
    reply.done(`/cases/${ref}`, msg('handling.done.ask_extension'));
  }

  @Get('decision')
  async decisionForm(
    @Param('ref') ref: string,
    @Query('duty') named: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const record = await this.door.open('grant_extension', ref, actor);
    const duty = dutyAsking(record, dutyNamed(named));
    reply.view('cases/extension-decision', presentExtensionDecision(record, duty, new FormView()));
  }

  @Post('decision')
  async decide(
    @Param('ref') ref: string,
    @Query('duty') named: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const record = await this.door.open('grant_extension', ref, actor);
    const duty = dutyAsking(record, dutyNamed(named));
    const form = readForm(ExtensionDecisionForm, body);
    const view = form.ok ? unexplained(form.value) : new FormView(form.typed, form.errors);
    if (view || !form.ok)
      return void reply.status(422).view('cases/extension-decision', presentExtensionDecision(record, duty, view!));
    const { decision, reason } = form.value;
    const { extensionAskedUntil } = record.clockOf(duty);
    if (decision === 'grant') await this.roads.grantExtension(ref, actor, duty.id);
    else await this.roads.refuseExtension(ref, reason, actor, duty.id);
    reply.done(`/cases/${ref}`, msg(`handling.done.${decision}_extension`, { date: extensionAskedUntil ?? '' }));
  }
}

function tooEarly(form: ExtensionForm, record: HandlingCase, duty: Assignment): FormView | null {
  const { dueOn } = record.clockOf(duty);
  if (form.until > dueOn) return null;
  return new FormView({ ...form }, { until: msg('handling.missing.laterDate', { date: dueOn }) });
}

function unexplained(form: ExtensionDecisionForm): FormView | null {
  if (form.decision === 'grant' || form.reason !== '') return null;
  return new FormView({ ...form }, { reason: msg('forms.errors.required', { label: '@handling.extension.refusal' }) });
}
