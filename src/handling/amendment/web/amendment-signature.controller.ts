import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply as Answer } from '../../../web/index.js';
import { AmendmentSignOff } from '../amendment-sign-off.service.js';
import { ReplyReader } from '../../reply/reply-papers.service.js';
import { ReplyVersions } from '../../reply/reply-versions.service.js';
import { SignOff } from '../../reply/sign-off.service.js';
import { presentReply } from '../../reply/web/reply-view.js';
import { readingOf, SendingBackForm, SignatureForm } from '../../reply/web/signature.form.js';
import { presentSignaturePage } from '../../reply/web/signature.presenter.js';

/** An amendment is read, signed, or sent back. */
@Controller('cases/:ref/amendments/:id/signature')
export class AmendmentSignatureController {
  constructor(
    private readonly amendments: AmendmentSignOff,
    private readonly signOff: SignOff,
    private readonly reader: ReplyReader,
    private readonly versions: ReplyVersions,
  ) {}

  @Get()
  @Render('replies/signature')
  show(@Param('ref') ref: string, @Param('id') id: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.page(ref, id, actor);
  }

  @Post()
  async sign(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const form = readForm(SignatureForm, body);
    if (!form.ok) return this.refuse(answer, ref, id, actor, new FormView(form.typed, form.errors));
    await this.amendments.sign(ref, id, readingOf(form.value), actor);
    answer.done('/signatures', msg('amendments.done.signed'));
  }

  @Post('return')
  async sendBack(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const form = readForm(SendingBackForm, body);
    if (!form.ok) return this.refuse(answer, ref, id, actor, new FormView(form.typed, form.errors));
    await this.amendments.sendBack(ref, id, readingOf(form.value), form.value.comment, actor);
    answer.done('/signatures', msg('replies.done.returned'));
  }

  private async refuse(answer: Answer, ref: string, id: string, actor: Actor, form: FormView): Promise<void> {
    answer.status(422).view('replies/signature', await this.page(ref, id, actor, form));
  }

  private async page(ref: string, id: string, actor: Actor, form?: FormView): Promise<object> {
    const desk = await this.amendments.desk(ref, id, actor);
    const isLast = await this.signOff.isLast(desk);
    const { record, reply, amended } = desk;
    const [papers, chain] = await Promise.all([this.reader.of(record), this.versions.of(record, reply, actor)]);
    const page = presentSignaturePage(desk, { ...papers, chain }, isLast, actor, form);
    return { ...page, amendment: { reason: reply.amendmentReason, amended: presentReply(amended, record, papers) } };
  }
}
