import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { Seconding } from '../seconding.service.js';
import { Writing } from '../writing.service.js';
import { WithdrawalForm } from './forms.js';
import { SubmissionPages } from './submission.pages.js';

/** Handing in, handing in again, taking back. */
@Controller('proposals/:ref')
export class SubmissionController {
  constructor(
    private readonly seconding: Seconding,
    private readonly writing: Writing,
    private readonly pages: SubmissionPages,
  ) {}

  @Post('submission')
  async submit(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const proposal = await this.seconding.submit(ref, actor);
    if (proposal.serial === null) return reply.done(`/proposals/${proposal.ref}`, msg('filing.done.submittedForCheck'));
    return reply.done(`/proposals/${proposal.ref}/receipt`);
  }

  @Get('receipt')
  @Render('proposals/receipt')
  receipt(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.receipt(ref, actor);
  }

  @Post('resubmission')
  async resubmit(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const proposal = await this.seconding.resubmit(ref, actor);
    return reply.done(`/proposals/${proposal.ref}`, msg('proposals.done.resubmitted'));
  }

  @Get('withdrawal')
  @Render('proposals/withdrawal')
  askToWithdraw(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.withdrawal(ref, new FormView(), actor);
  }

  @Post('withdrawal')
  async withdraw(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(WithdrawalForm, body);
    if (!form.ok) {
      const model = await this.pages.withdrawal(ref, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('proposals/withdrawal', model);
    }
    await this.seconding.withdraw(ref, form.value.reason, actor);
    return reply.done('/proposals/mine', msg('proposals.done.withdrawn'));
  }

  /** A draft needs no reason. */
  @Post('discard')
  async discard(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.writing.discard(ref, actor);
    return reply.done('/proposals/mine', msg('proposals.done.discarded'));
  }
}
