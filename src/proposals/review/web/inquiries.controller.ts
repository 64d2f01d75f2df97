import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { Inquiries } from '../inquiries.service.js';
import { InquiryPages } from './inquiries.pages.js';
import { AnswerForm, InquiryForm } from './review.forms.js';

/** 征求承办单位意见: the committee asks, the unit answers once. */
@Controller()
export class InquiriesController {
  constructor(
    private readonly inquiries: Inquiries,
    private readonly pages: InquiryPages,
  ) {}

  @Get('review/:ref/inquiries')
  async ask(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const form = new FormView({ days: String(await this.pages.usualDays(ref, actor)) });
    reply.view('review/inquiry', await this.pages.ask(ref, form, actor));
  }

  @Post('review/:ref/inquiries')
  async send(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(InquiryForm, body);
    if (!form.ok) {
      const model = await this.pages.ask(ref, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('review/inquiry', model);
    }
    const { unit, question, days } = form.value;
    await this.inquiries.ask(ref, unit, question, Number(days), actor);
    return reply.done(`/review/${ref}`, msg('inquiries.done.asked', { n: unit.length }));
  }

  @Get('inquiries')
  @Render('review/inquiries')
  list(@CurrentActor() actor: Actor): Promise<object> {
    return this.pages.list(actor);
  }

  @Get('inquiries/:id')
  @Render('review/answer')
  show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.show(id, new FormView(), actor);
  }

  @Post('inquiries/:id')
  async answer(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(AnswerForm, body);
    if (!form.ok) {
      const model = await this.pages.show(id, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('review/answer', model);
    }
    await this.inquiries.answer(id, form.value.answer, actor);
    return reply.done(`/inquiries/${id}`, msg('inquiries.done.answered'));
  }
}
