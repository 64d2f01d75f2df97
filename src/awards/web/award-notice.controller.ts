import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { AwardNotices } from '../award-notices.service.js';
import { AwardNoticeForm } from './award.forms.js';
import { NoticePages } from './notice.pages.js';

/** 起草公告: the committee checks the text and hands it over to the publishers of a unit. */
@Controller('congress/:session/awards/notice')
export class AwardNoticeController {
  constructor(
    private readonly notices: AwardNotices,
    private readonly pages: NoticePages,
  ) {}

  @Get()
  async show(@Param('session') code: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const existing = await this.pages.existing(code, actor);
    if (existing !== null) return void reply.done(existing);
    reply.view('awards/notice', await this.pages.show(code, null, actor));
  }

  @Post()
  async announce(
    @Param('session') code: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const form = readForm(AwardNoticeForm, body);
    if (!form.ok) {
      const page = await this.pages.show(code, new FormView(form.typed, form.errors), actor);
      return void reply.status(422).view('awards/notice', page);
    }
    const id = await this.notices.announce(code, form.value, actor);
    reply.done(`/notices/${id}`, msg('awards.done.announced'));
  }
}
