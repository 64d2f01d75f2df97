import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { Completion } from '../completion.service.js';
import { NotALaterDay } from '../review.errors.js';
import { CompletionPages } from './completion.pages.js';
import { CompletionForm } from './review.forms.js';

/** 补正逾期怎么办: extend, go on with the text as it was, or decline. */
@Controller('review/:ref/completion')
export class CompletionController {
  constructor(
    private readonly completion: Completion,
    private readonly pages: CompletionPages,
  ) {}

  @Get()
  async form(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    reply.view('review/completion', await this.pages.form(ref, new FormView(), actor, reply.request.locale));
  }

  @Post()
  async carryOut(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(CompletionForm, body);
    const errors = form.ok ? await this.pages.errorsOf(form.value) : form.errors;
    if (!form.ok || Object.keys(errors).length > 0) {
      const typed = form.ok ? { ...form.value } : form.typed;
      return this.sendBack(ref, new FormView(typed, errors), actor, reply);
    }
    const { way, until, declineCode, note } = form.value;
    try {
      if (way === 'extend') await this.completion.extend(ref, until, note, actor);
      if (way === 'go_on') await this.completion.reviewAsItWas(ref, note, actor);
      if (way === 'decline') await this.completion.decline(ref, declineCode, note, actor);
    } catch (error) {
      if (!(error instanceof NotALaterDay)) throw error;
      return this.sendBack(ref, new FormView({ ...form.value }, { until: error.explanation }), actor, reply);
    }
    return reply.done(`/review/${ref}`, msg(`completion.done.${way}`, { ref }));
  }

  private async sendBack(ref: string, form: FormView, actor: Actor, reply: Reply): Promise<Reply> {
    return reply.status(422).view('review/completion', await this.pages.form(ref, form, actor, reply.request.locale));
  }
}
