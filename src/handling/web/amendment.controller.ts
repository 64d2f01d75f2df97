import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, ConditionsMissing, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply as Answer } from '../../web/index.js';
import { type AmendmentDesk, Amendments } from '../amendments.service.js';
import { isSameOutcome } from '../reply-content.js';
import { ReplyReader } from '../reply-papers.service.js';
import { AmendmentForm, wholeAmendment } from './amendment.form.js';
import { presentAmendmentDraft, presentAmendmentUnderWay } from './amendment.presenter.js';
import { dutyNamed, dutyQuery } from './duty-address.js';
import { contentOf, seenAt } from './reply.form.js';

/** 补充更正答复, written by the office that replied. */
@Controller('cases/:ref/amendment')
export class AmendmentController {
  constructor(
    private readonly amendments: Amendments,
    private readonly reader: ReplyReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    await this.page(await this.amendments.desk(ref, actor, dutyNamed(duty)), answer);
  }

  @Post('draft')
  async save(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const desk = await this.amendments.desk(ref, actor, dutyNamed(duty));
    const form = readForm(AmendmentForm, body);
    if (!form.ok) return this.page(desk, answer.status(422), new FormView(form.typed, form.errors));
    const content = contentOf(form.value);
    await this.amendments.save(ref, content, form.value.reason, seenAt(form.value), actor, desk.duty.id);
    answer.done(addressOf(desk), msg('amendments.done.saved'));
  }

  /** Saves first, so that nothing typed is lost whatever is missing; then hands it in. */
  @Post()
  async submit(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const desk = await this.amendments.desk(ref, actor, dutyNamed(duty));
    const form = readForm(AmendmentForm, body);
    if (!form.ok) return this.page(desk, answer.status(422), new FormView(form.typed, form.errors));
    const { reason } = form.value;
    const content = contentOf(form.value);
    if (this.amendments.isSubmitted(desk, content, reason))
      return void answer.done(addressOf(desk), msg('amendments.done.submitted'));
    await this.amendments.save(ref, content, reason, seenAt(form.value), actor, desk.duty.id);
    const isSame = isSameOutcome(content, desk.standing);
    const whole = wholeAmendment(form, isSame, beijingDate(this.clock.now()), reason);
    if (!whole.ok) return this.page(desk, answer.status(422), new FormView(whole.typed, whole.errors));
    try {
      await this.amendments.submit(ref, actor, desk.duty.id);
    } catch (error) {
      if (!(error instanceof ConditionsMissing)) throw error;
      const refused = new FormView({ ...form.value }, { outcomeClass: msg('amendments.missing.classStays') });
      return this.page(desk, answer.status(422), refused);
    }
    answer.done(addressOf(desk), msg('amendments.done.submitted'));
  }

  @Post('recall')
  async recall(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const desk = await this.amendments.desk(ref, actor, dutyNamed(duty));
    await this.amendments.recall(ref, actor, desk.duty.id);
    answer.done(addressOf(desk), msg('amendments.done.recalled'));
  }

  private async page(desk: AmendmentDesk, answer: Answer, form?: FormView): Promise<void> {
    const papers = await this.reader.of(desk.record);
    const { amendment } = desk;
    if (amendment !== null && amendment.status !== 'draft' && form === undefined)
      answer.view('amendments/under-way', presentAmendmentUnderWay(desk, amendment, papers));
    else answer.view('amendments/draft', presentAmendmentDraft(desk, papers, this.clock.now(), form));
  }
}

function addressOf({ record, duty }: AmendmentDesk): string {
  return `/cases/${record.ref}/amendment${dutyQuery(duty)}`;
}
