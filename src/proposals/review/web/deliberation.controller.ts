import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply, type Request, type Typed } from '../../../web/index.js';
import { PreReading } from '../pre-reading.service.js';
import { Referral } from '../../deciding/referral.service.js';
import { NotAReader, ReviewedTextChanged } from '../review.errors.js';
import type { ReviewOutcome, VoteChoice } from '../tally.js';
import { Voting } from '../voting.service.js';
import { DeliberationPages } from './deliberation.pages.js';
import { ReadersPages } from './readers.pages.js';
import { ReviewDoor } from './review-door.js';
import { ReadersForm, ReasonForm, RecommendationForm, ReleaseForm, VoteForm } from './review.forms.js';

/** Before the decision: who reads, what they recommend, how they vote, and the way to the presidium. */
@Controller('review')
export class DeliberationController {
  constructor(
    private readonly reading: PreReading,
    private readonly voting: Voting,
    private readonly referral: Referral,
    private readonly pages: DeliberationPages,
    private readonly readers: ReadersPages,
    private readonly door: ReviewDoor,
  ) {}

  @Get('readers')
  async chooseReaders(@Query('ref') ref: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const refs = [ref].flat().filter((one): one is string => typeof one === 'string');
    reply.view('review/readers', await this.readers.form(new FormView({ ref: refs }), actor));
  }

  @Post('readers')
  async assign(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const form = readForm(ReadersForm, body);
    if (!form.ok) {
      const model = await this.readers.form(new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('review/readers', model);
    }
    try {
      const left = await this.reading.assign(form.value.ref, form.value.reader, actor);
      const done = left > 0 ? 'assignedSome' : 'assigned';
      return reply.done('/review', msg(`deliberation.done.${done}`, { n: form.value.ref.length, left }));
    } catch (error) {
      if (!(error instanceof NotAReader)) throw error;
      const view = new FormView({ ...form.value }, { reader: error.explanation });
      return reply.status(422).view('review/readers', await this.readers.form(view, actor));
    }
  }

  @Post(':ref/readers/removal')
  async release(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    await this.door.open('release_reader', ref, actor);
    const form = readForm(ReleaseForm, body);
    if (form.ok) await this.reading.release(ref, form.value.staffId, actor);
    return reply.done(`/review/${ref}`);
  }

  @Get(':ref/opinion')
  async opinion(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() reply: Reply) {
    const form = new FormView(await this.pages.typedBefore(ref, actor));
    return reply.view('review/opinion', await this.pages.opinion(ref, form, actor, request.locale));
  }

  @Post(':ref/recommendation')
  async recommend(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(RecommendationForm, body);
    const errors = form.ok ? await this.pages.errorsOf(form.value) : form.errors;
    if (!form.ok || Object.keys(errors).length > 0) {
      const typed = form.ok ? { ...form.value } : form.typed;
      return this.sendBack(422, ref, new FormView(typed, errors), actor, reply);
    }
    const { recommendation, note, text } = form.value;
    const outcome = recommendation as ReviewOutcome;
    const declineCode = outcome === 'decline' ? form.value.declineCode : null;
    const step = () => this.voting.recommend(ref, { outcome, declineCode, note }, text, actor);
    return this.carryOut(step, ref, { ...form.value }, actor, reply, 'recommended');
  }

  @Post(':ref/vote')
  async vote(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(VoteForm, body);
    if (!form.ok) return this.sendBack(422, ref, new FormView(form.typed, form.errors), actor, reply);
    const { vote, text } = form.value;
    const step = () => this.voting.vote(ref, vote as VoteChoice, text, actor);
    return this.carryOut(step, ref, { ...form.value }, actor, reply, 'voted');
  }

  @Get(':ref/referral')
  async askToRefer(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    reply.view('review/referral', await this.pages.referral(ref, new FormView(), actor));
  }

  @Post(':ref/referral')
  async refer(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(ReasonForm, body);
    if (!form.ok) {
      const model = await this.pages.referral(ref, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('review/referral', model);
    }
    await this.referral.refer(ref, form.value.reason, actor);
    return reply.done(`/review/${ref}`, msg('deliberation.done.referred', { ref }));
  }

  /** A text that was changed meanwhile is shown; what was typed stays in the form. */
  private async carryOut(
    step: () => Promise<unknown>,
    ref: string,
    typed: Typed,
    actor: Actor,
    reply: Reply,
    done: string,
  ) {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof ReviewedTextChanged)) throw error;
      return this.sendBack(409, ref, new FormView(typed), actor, reply);
    }
    return reply.done(`/review/${ref}`, msg(`deliberation.done.${done}`));
  }

  private async sendBack(status: number, ref: string, form: FormView, actor: Actor, reply: Reply): Promise<Reply> {
    const conflict = status === 409 ? msg('errors.ReviewedTextChanged') : undefined;
    const model = await this.pages.opinion(ref, form, actor, reply.request.locale, conflict);
    return reply.status(status).view('review/opinion', model);
  }
}
