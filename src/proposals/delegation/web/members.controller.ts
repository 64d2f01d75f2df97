import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { Collective } from '../collective.service.js';
import { CannotBeInvited } from '../../proposal.errors.js';
import { PresenceForm } from './members.form.js';
import { MembersPages } from './members.pages.js';

/** 出席代表: who is present, and how far the agreement is. */
@Controller('proposals/:ref/members')
export class MembersController {
  constructor(
    private readonly collective: Collective,
    private readonly pages: MembersPages,
  ) {}

  @Get()
  @Render('proposals/members')
  show(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.members(ref, null, actor);
  }

  @Post()
  async record(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(PresenceForm, body);
    if (!form.ok) return this.sendBack(ref, new FormView(form.typed, form.errors), actor, reply);
    try {
      await this.collective.recordPresence(ref, form.value.present, actor);
      return reply.done(`/proposals/${ref}/members`, msg('filing.done.presence'));
    } catch (error) {
      if (!(error instanceof CannotBeInvited)) throw error;
      const typed = new FormView({ ...form.value }, { present: error.explanation });
      return this.sendBack(ref, typed, actor, reply);
    }
  }

  private async sendBack(ref: string, form: FormView, actor: Actor, reply: Reply): Promise<Reply> {
    return reply.status(422).view('proposals/members', await this.pages.members(ref, form, actor));
  }
}
