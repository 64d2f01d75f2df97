import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { LateWays } from '../late-ways.service.js';
import { LateForm } from '../../web/forms.js';
import { LatePages } from './late.pages.js';

/** The three ways on after the window. */
@Controller('proposals/:ref/late')
export class LateController {
  constructor(
    private readonly ways: LateWays,
    private readonly pages: LatePages,
  ) {}

  @Get()
  @Render('proposals/late')
  show(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.show(ref, new FormView(), actor);
  }

  @Post()
  async choose(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(LateForm, body);
    if (!form.ok) {
      const model = await this.pages.show(ref, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('proposals/late', model);
    }
    if (form.value.way === 'suggestion') {
      const { ref: serial } = await this.ways.asSuggestion(ref, actor);
      return reply.done(`/proposals/${serial}`, msg('late.done.suggestion', { serial }));
    }
    if (form.value.way === 'between_sessions') return reply.done(`/proposals/${ref}/check`);
    const { waitsForSession } = await this.ways.toNextSession(ref, actor);
    return reply.done(`/proposals/${ref}`, msg(waitsForSession ? 'late.done.waits' : 'late.done.moved'));
  }
}
