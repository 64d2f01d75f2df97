import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply, type Request } from '../../../web/index.js';
import { DelegationCheck } from '../delegation-check.service.js';
import { CheckForm } from './check.form.js';
import { CheckPages } from './check.pages.js';
import { DelegationPages } from './delegation.pages.js';

/** The desk of a delegation: what waits for its check, what it proposes itself. */
@Controller()
export class DelegationController {
  constructor(
    private readonly check: DelegationCheck,
    private readonly pages: CheckPages,
    private readonly desk: DelegationPages,
  ) {}

  @Get('delegation')
  @Render('proposals/delegation')
  list(@CurrentActor() actor: Actor): Promise<object> {
    return this.desk.desk(actor);
  }

  @Get('proposals/:ref/delegation-check')
  @Render('proposals/delegation-check')
  ask(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Req() { locale }: Request): Promise<object> {
    return this.pages.check(ref, new FormView(), actor, locale);
  }

  @Post('proposals/:ref/delegation-check')
  async answer(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(CheckForm, body);
    const errors = form.ok ? this.pages.errorsOf(form.value) : form.errors;
    if (!form.ok || Object.keys(errors).length > 0) {
      const view = new FormView(form.ok ? { ...form.value } : form.typed, errors);
      const model = await this.pages.check(ref, view, actor, reply.request.locale);
      return reply.status(422).view('proposals/delegation-check', model);
    }
    const { answer, note } = form.value;
    if (answer === 'return') {
      await this.check.giveBack(ref, note, actor);
      return reply.done('/delegation', msg('filing.done.givenBack'));
    }
    const { serial } = await this.check.pass(ref, note, actor);
    return reply.done('/delegation', msg('filing.done.passed', { serial: serial! }));
  }
}
