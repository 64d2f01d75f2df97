import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { Withdrawing } from '../withdrawing.service.js';
import { Writing } from '../../writing/writing.service.js';
import { WithdrawalForm } from '../../web/forms.js';
import { WithdrawalPages } from './withdrawal.pages.js';

/** Taking back: a draft, a proposal, or (asked of the chair) what a unit is handling already. */
@Controller('proposals/:ref')
export class WithdrawalController {
  constructor(
    private readonly withdrawing: Withdrawing,
    private readonly writing: Writing,
    private readonly pages: WithdrawalPages,
  ) {}

  @Get('withdrawal')
  @Render('proposals/withdrawal')
  ask(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.show(ref, new FormView(), actor);
  }

  @Post('withdrawal')
  async withdraw(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(WithdrawalForm, body);
    if (!form.ok) {
      const model = await this.pages.show(ref, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('proposals/withdrawal', model);
    }
    const outcome = await this.withdrawing.withdraw(ref, form.value.reason, actor);
    if (outcome === 'asked') return reply.done(`/proposals/${ref}`, msg('withdrawal.page.askedDone'));
    return reply.done('/proposals/mine', msg('proposals.done.withdrawn'));
  }

  /** A draft needs no reason. */
  @Post('discard')
  async discard(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.writing.discard(ref, actor);
    return reply.done('/proposals/mine', msg('proposals.done.discarded'));
  }
}
