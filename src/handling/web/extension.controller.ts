import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, Clock, ConditionsMissing, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import type { HandlingCase } from '../handling-case.entity.js';
import { SideRoads } from '../side-roads.service.js';
import { CaseDoor } from './case-door.js';
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
  async form(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const record = await this.door.open('ask_extension', ref, actor);
    const missing = record.missingForExtension(SOMETIME, { at: this.clock.now() });
    if (missing.length > 0) throw new ConditionsMissing('ask_extension', missing);
    reply.view('cases/extension', presentExtension(record, new FormView()));
  }

  @Post()
  async ask(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const record = await this.door.open('ask_extension', ref, actor);
    const form = readForm(ExtensionForm, body);
    const view = form.ok ? tooEarly(form.value, record) : new FormView(form.typed, form.errors);
    if (view || !form.ok) return void reply.status(422).view('cases/extension', presentExtension(record, view!));
    await this.roads.askExtension(ref, form.value.until, form.value.reason, actor);
    reply.done(`/cases/${ref}`, msg('handling.done.ask_extension'));
  }

  @Get('decision')
  async decisionForm(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const record = await this.door.open('grant_extension', ref, actor);
    reply.view('cases/extension-decision', presentExtensionDecision(record, new FormView()));
  }

  @Post('decision')
  async decide(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const record = await this.door.open('grant_extension', ref, actor);
    const form = readForm(ExtensionDecisionForm, body);
    const view = form.ok ? unexplained(form.value) : new FormView(form.typed, form.errors);
    if (view || !form.ok)
      return void reply.status(422).view('cases/extension-decision', presentExtensionDecision(record, view!));
    const { decision, reason } = form.value;
    if (decision === 'grant') await this.roads.grantExtension(ref, actor);
    else await this.roads.refuseExtension(ref, reason, actor);
    reply.done(`/cases/${ref}`, msg(`handling.done.${decision}_extension`, { date: record.extensionAskedUntil ?? '' }));
  }
}

function tooEarly(form: ExtensionForm, { dueOn }: HandlingCase): FormView | null {
  if (form.until > dueOn!) return null;
  return new FormView({ ...form }, { until: msg('handling.missing.laterDate', { date: dueOn! }) });
}

function unexplained(form: ExtensionDecisionForm): FormView | null {
  if (form.decision === 'grant' || form.reason !== '') return null;
  return new FormView({ ...form }, { reason: msg('forms.errors.required', { label: '@handling.extension.refusal' }) });
}
