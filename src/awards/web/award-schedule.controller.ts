import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { AwardSchedule } from '../award-schedule.service.js';
import { ScheduleForm } from './award.forms.js';
import { SchedulePages } from './schedule.pages.js';

/** 安排日期: the last days for nominating and for scoring. */
@Controller('congress/:session/awards/schedule')
export class AwardScheduleController {
  constructor(
    private readonly schedule: AwardSchedule,
    private readonly pages: SchedulePages,
  ) {}

  @Get()
  @Render('awards/schedule')
  show(@Param('session') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.show(code, null, actor);
  }

  @Post()
  async choose(
    @Param('session') code: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const form = readForm(ScheduleForm, body);
    const errors = form.ok ? await this.pages.problemsOf(code, form.value, actor) : form.errors;
    if (!form.ok || Object.keys(errors).length > 0) {
      const view = new FormView(form.ok ? { ...form.value } : form.typed, errors);
      return void reply.status(422).view('awards/schedule', await this.pages.show(code, view, actor));
    }
    const { nominateBy, scoreBy } = form.value;
    await this.schedule.schedule(code, { nominateBy: nominateBy || null, scoreBy: scoreBy || null }, actor);
    reply.done(`/congress/${code}/awards`, msg('awards.done.scheduled'));
  }
}
