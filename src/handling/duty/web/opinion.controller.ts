import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { CasePolicy } from '../../case/case.policy.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { Opinions } from '../opinions.service.js';
import { CaseDoor } from '../../case/web/case-door.js';
import { OpinionForm, OverrideForm } from './opinion.form.js';
import { presentOpinionForm, presentOverrideForm } from './opinion.presenter.js';

/** 协办意见, and the committee's decision to go on without it. */
@Controller('cases/:ref')
export class OpinionController {
  constructor(
    private readonly door: CaseDoor,
    private readonly opinions: Opinions,
  ) {}

  @Get('opinion')
  async opinionForm(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    this.showOpinion(reply, await this.door.open('give_opinion', ref, actor), actor, new FormView());
  }

  @Post('opinion')
  async give(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const record = await this.door.open('give_opinion', ref, actor);
    const form = readForm(OpinionForm, body);
    if (!form.ok) return this.showOpinion(reply.status(422), record, actor, new FormView(form.typed, form.errors));
    await this.opinions.give(ref, form.value.assignment, form.value.opinion, actor);
    reply.done(`/cases/${ref}#opinions`, msg('handling.done.give_opinion'));
  }

  @Get('overrides')
  async overrideForm(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    this.showOverride(reply, await this.door.open('override_opinion', ref, actor), new FormView());
  }

  @Post('overrides')
  async override(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const record = await this.door.open('override_opinion', ref, actor);
    const form = readForm(OverrideForm, body);
    if (!form.ok) return this.showOverride(reply.status(422), record, new FormView(form.typed, form.errors));
    const { unit } = record.duty(form.value.assignment);
    await this.opinions.override(ref, form.value.assignment, form.value.reason, actor);
    reply.done(`/cases/${ref}#opinions`, msg('handling.done.override_opinion', { unit: unit.name }));
  }

  private showOpinion(reply: Reply, record: HandlingCase, actor: Actor, form: FormView): void {
    reply.view('cases/opinion', presentOpinionForm(record, new CasePolicy(actor).own(record), form));
  }

  private showOverride(reply: Reply, record: HandlingCase, form: FormView): void {
    reply.view('cases/override', presentOverrideForm(record, form));
  }
}
