import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { type Actor, Clock, ConditionsMissing, msg } from '../../../kernel/index.js';
import {
  CurrentActor,
  type FormResult,
  FormView,
  readForm,
  type Reply as Answer,
  type Request,
} from '../../../web/index.js';
import { type AmendmentDesk, Amendments } from '../amendments.service.js';
import { DraftingDesk } from '../../reply/drafting-desk.service.js';
import { isSameOutcome } from '../../reply/reply-content.js';
import { ReplyReader } from '../../reply/reply-papers.service.js';
import { isAskedByScript } from '../../web/asked-by-script.js';
import { AmendmentForm, wholeAmendment } from './amendment.form.js';
import {
  type AmendmentPapers,
  presentAmendmentConflict,
  presentAmendmentDraft,
  presentAmendmentUnderWay,
  presentHeldAmendment,
} from './amendment.presenter.js';
import { isDraftConflict, isOthers, presentDesk } from '../../reply/web/held-draft.presenter.js';
import { dutyNamed, dutyQuery } from '../../duty/web/duty-address.js';
import { contentOf, seenAt } from '../../reply/web/reply.form.js';

/** 补充更正答复, written by the office that replied. */
@Controller('cases/:ref/amendment')
export class AmendmentController {
  constructor(
    private readonly amendments: Amendments,
    private readonly drafting: DraftingDesk,
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
    const desk = await this.amendments.desk(ref, actor, dutyNamed(duty));
    const { amendment } = desk;
    const isWritten = amendment !== null && amendment.status !== 'draft';
    if (!isWritten) await this.drafting.open(desk.record, desk.duty, actor);
    const papers = await this.papersOf(desk, actor);
    if (isWritten) answer.view('amendments/under-way', presentAmendmentUnderWay(desk, amendment, papers));
    else if (isOthers(papers.claim)) answer.view('replies/held', presentHeldAmendment(desk, papers));
    else answer.view('amendments/draft', presentAmendmentDraft(desk, papers, this.clock.now()));
  }

  /** Keeps the draft in whatever state it is; the script asks for it every few seconds. */
  @Post('draft')
  async save(
    @Param('ref') ref: string,
    @Query('duty') duty: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() answer: Answer,
  ): Promise<void> {
    const desk = await this.amendments.desk(ref, actor, dutyNamed(duty));
    const form = readForm(AmendmentForm, body);
    const isScript = isAskedByScript(request);
    if (!form.ok) return isScript ? void answer.status(422).send() : this.refuse(answer, desk, actor, form);
    if (form.value.takeover === 'yes') await this.drafting.takeOver(ref, desk.duty.id, actor);
    if (!(await this.keep(desk, form.value, actor, answer))) return;
    if (isScript) answer.status(204).send();
    else answer.done(addressOf(desk), msg('amendments.done.saved'));
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
    if (!form.ok) return this.refuse(answer, desk, actor, form);
    const content = contentOf(form.value);
    if (this.amendments.isSubmitted(desk, content, form.value.reason)) return this.submitted(answer, desk);
    if (!(await this.keep(desk, form.value, actor, answer))) return;
    const whole = wholeAmendment(form, isSameOutcome(content, desk.standing), beijingDate(this.clock.now()));
    if (!whole.ok) return this.refuse(answer, desk, actor, whole);
    try {
      await this.amendments.submit(ref, actor, desk.duty.id);
    } catch (error) {
      if (!(error instanceof ConditionsMissing)) throw error;
      const errors = { outcomeClass: msg('amendments.missing.classStays') };
      return this.refuse(answer, desk, actor, { ok: false, typed: { ...form.value }, errors });
    }
    this.submitted(answer, desk);
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

  /** True when it is kept; otherwise the page with both texts has been sent. */
  private async keep({ record, duty }: AmendmentDesk, form: AmendmentForm, actor: Actor, answer: Answer) {
    try {
      await this.amendments.save(record.ref, contentOf(form), form.reason, seenAt(form), actor, duty.id);
      return true;
    } catch (error) {
      if (!isDraftConflict(error)) throw error;
      const desk = await this.amendments.desk(record.ref, actor, duty.id);
      const papers = await this.papersOf(desk, actor);
      const page = presentAmendmentConflict(desk, error, new FormView({ ...form }), papers, this.clock.now());
      answer.status(409).view('amendments/draft', page);
      return false;
    }
  }

  private async refuse(answer: Answer, desk: AmendmentDesk, actor: Actor, form: Refused): Promise<void> {
    const papers = await this.papersOf(desk, actor);
    const view = new FormView(form.typed, form.errors);
    answer.status(422).view('amendments/draft', presentAmendmentDraft(desk, papers, this.clock.now(), view));
  }

  private submitted(answer: Answer, desk: AmendmentDesk): void {
    answer.done(addressOf(desk), msg('amendments.done.submitted'));
  }

  private async papersOf({ record, duty }: AmendmentDesk, actor: Actor): Promise<AmendmentPapers> {
    const claim = presentDesk(await this.drafting.of(duty), record, duty, actor);
    return { ...(await this.reader.of(record)), claim };
  }
}

type Refused = Extract<FormResult<AmendmentForm>, { ok: false }>;

function addressOf({ record, duty }: AmendmentDesk): string {
  return `/cases/${record.ref}/amendment${dutyQuery(duty)}`;
}
