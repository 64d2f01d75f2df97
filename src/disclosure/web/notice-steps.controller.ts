import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { type Actor, isId, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import type { Notice } from '../notice.entity.js';
import { NoticeNotFound } from '../notice.errors.js';
import { NoticesRepository } from '../notices.repository.js';
import { NoticesService } from '../notices.service.js';
import { reasonField, STEP_OF_NOUN } from './notice-buttons.js';
import { ReasonForm } from './notice.form.js';
import { NoticePages } from './notice-pages.js';

type Fields = Readonly<Record<string, unknown>>;

/** The buttons of a notice: submission, approval, clearance, publication, withdrawal … */
@Controller('notices')
export class NoticeStepsController {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly service: NoticesService,
    private readonly pages: NoticePages,
  ) {}

  @Post(':id/publication')
  async publish(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    if (!isId(id)) throw new NoticeNotFound();
    this.announce(await this.service.publish(id, actor), 'publish', reply);
  }

  @Post(':id/:noun')
  async take(
    @Param('id') id: string,
    @Param('noun') noun: string,
    @Body() body: Fields | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const known = STEP_OF_NOUN.get(noun);
    if (!known || !isId(id)) throw new NoticeNotFound();
    const form = readForm(ReasonForm, { reason: body?.[reasonField(noun)] });
    if (known.reason && !form.ok) return this.refuse(id, noun, form, actor, reply);
    const reason = form.ok ? form.value.reason : '';
    this.announce(await this.service.take(known.step, id, reason, actor), known.step, reply);
  }

  /** The reason was missing: the page again, with the form open and what was typed. */
  private async refuse(id: string, noun: string, form: Refused, actor: Actor, reply: Reply): Promise<void> {
    const notice = await this.notices.find(id, actor);
    const name = reasonField(noun);
    const view = new FormView({ [name]: form.typed.reason! }, { [name]: form.errors.reason! });
    reply.status(422).view('notices/show', await this.pages.show(notice, actor, view));
  }

  private announce(notice: Notice, step: string, reply: Reply): void {
    const to = step === 'discard' ? '/notices/work?tab=mine' : `/notices/${notice.ref}`;
    reply.done(to, msg(`disclosure.done.${step}`, { title: notice.title }));
  }
}

type Refused = Extract<ReturnType<typeof readForm<ReasonForm>>, { ok: false }>;
