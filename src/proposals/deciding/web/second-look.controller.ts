import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { Referral } from '../referral.service.js';
import { ReasonForm } from '../../review/web/review.forms.js';
import { SecondLookPages } from './second-look.pages.js';

/** 请求复议: the proposer asks the presidium to look again, once. */
@Controller('proposals/:ref/second-look')
export class SecondLookController {
  constructor(
    private readonly referral: Referral,
    private readonly pages: SecondLookPages,
  ) {}

  @Get()
  async ask(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    reply.view('proposals/second-look', await this.pages.form(ref, new FormView(), actor, reply.request.locale));
  }

  @Post()
  async carryOut(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(ReasonForm, body);
    if (!form.ok) {
      const view = new FormView(form.typed, form.errors);
      return reply
        .status(422)
        .view('proposals/second-look', await this.pages.form(ref, view, actor, reply.request.locale));
    }
    await this.referral.askSecondLook(ref, form.value.reason, actor);
    return reply.done(`/proposals/${ref}`, msg('deliberation.done.secondLook'));
  }
}
