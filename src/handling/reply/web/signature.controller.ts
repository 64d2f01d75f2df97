import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { type Actor, Clock, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply as Answer } from '../../../web/index.js';
import { ReplyVersions } from '../reply-versions.service.js';
import { ReplyReader } from '../reply-papers.service.js';
import { SignOff } from '../sign-off.service.js';
import { dutyNamed, type DutyPlace } from '../../duty/web/duty-address.js';
import { readingOf, SendingBackForm, SignatureForm } from './signature.form.js';
import { presentSignatureList, presentSignaturePage } from './signature.presenter.js';

@Controller()
export class SignatureController {
  constructor(
    private readonly signOff: SignOff,
    private readonly reader: ReplyReader,
    private readonly versions: ReplyVersions,
    private readonly clock: Clock,
  ) {}

  @Get('signatures')
  @Render('replies/signatures')
  async list(@CurrentActor() actor: Actor): Promise<object> {
    return presentSignatureList(await this.signOff.waitingFor(actor), beijingDate(this.clock.now()));
  }

  @Get('cases/:ref/signature')
  @Render('replies/signature')
  show(@Param('ref') ref: string, @Query('duty') duty: unknown, @CurrentActor() actor: Actor): Promise<object> {
    return this.page({ ref, dutyId: dutyNamed(duty) }, actor);
  }

  @Post('cases/:ref/signature')
  async sign(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const form = readForm(SignatureForm, body);
    const dutyId = dutyNamed(duty);
    if (!form.ok) return this.refuse(answer, { ref, dutyId }, actor, new FormView(form.typed, form.errors));
    const record = await this.signOff.sign(ref, { ...readingOf(form.value), dutyId }, actor);
    const isWaiting = record.leads.some(({ id, status }) => status === 'in_sign_off' && (dutyId ?? id) === id);
    answer.done('/signatures', msg(isWaiting ? 'replies.done.signed' : 'replies.done.issued'));
  }

  @Post('cases/:ref/signature/return')
  async sendBack(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const dutyId = dutyNamed(duty);
    const form = readForm(SendingBackForm, body);
    if (!form.ok) return this.refuse(answer, { ref, dutyId }, actor, new FormView(form.typed, form.errors));
    await this.signOff.sendBack(ref, { ...readingOf(form.value), dutyId }, form.value.comment, actor);
    answer.done('/signatures', msg('replies.done.returned'));
  }

  private async refuse(answer: Answer, at: DutyPlace, actor: Actor, form: FormView): Promise<void> {
    answer.status(422).view('replies/signature', await this.page(at, actor, form));
  }

  private async page({ ref, dutyId }: DutyPlace, actor: Actor, form?: FormView): Promise<object> {
    const desk = await this.signOff.desk(ref, actor, dutyId);
    const isLast = await this.signOff.isLast(desk);
    const [papers, chain] = await Promise.all([
      this.reader.of(desk.record),
      this.versions.of(desk.record, desk.reply, actor),
    ]);
    return presentSignaturePage(desk, { ...papers, chain }, isLast, actor, form);
  }
}
