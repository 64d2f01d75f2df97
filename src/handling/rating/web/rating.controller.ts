import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, type FormResult, FormView, readForm, type Reply as Answer } from '../../../web/index.js';
import { type RatingDesk, Ratings } from '../ratings.service.js';
import { ReplyReader } from '../../reply/reply-papers.service.js';
import { RatingForm, ratingOf, readRating } from './rating.form.js';
import { presentRated, presentRatingCheck, presentRatingForm } from './rating.presenter.js';

@Controller('cases/:ref/rating')
export class RatingController {
  constructor(
    private readonly ratings: Ratings,
    private readonly reader: ReplyReader,
  ) {}

  @Get()
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() answer: Answer): Promise<void> {
    const desk = await this.ratings.desk(ref, actor);
    const papers = await this.reader.of(desk.record);
    if (desk.given) return void answer.view('replies/rated', presentRated(desk, papers, actor));
    this.ratings.requireOpen(desk);
    answer.view('replies/rating', presentRatingForm(desk, papers));
  }

  /** Shows what was chosen once more; nothing is kept yet. */
  @Post('check')
  @HttpCode(200)
  async check(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const desk = await this.openDesk(ref, actor);
    const form = readRating(body);
    if (!form.ok) return this.refuse(answer, desk, form);
    answer.view('replies/rating-check', presentRatingCheck(desk, form.value));
  }

  /** Back from the check page, with what was typed. */
  @Post('form')
  @HttpCode(200)
  async change(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const desk = await this.openDesk(ref, actor);
    const form = readForm(RatingForm, body);
    const view = new FormView(form.ok ? { ...form.value } : form.typed);
    answer.view('replies/rating', presentRatingForm(desk, await this.reader.of(desk.record), view));
  }

  @Post()
  async give(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const form = readRating(body);
    if (!form.ok) return this.refuse(answer, await this.openDesk(ref, actor), form);
    await this.ratings.rate(ref, ratingOf(form.value), actor);
    answer.done(`/cases/${ref}/rating`, msg('replies.done.rated'));
  }

  private async openDesk(ref: string, actor: Actor): Promise<RatingDesk> {
    const desk = await this.ratings.desk(ref, actor);
    this.ratings.requireOpen(desk);
    return desk;
  }

  private async refuse(answer: Answer, desk: RatingDesk, form: FormResult<RatingForm>): Promise<void> {
    if (form.ok) return;
    const page = presentRatingForm(desk, await this.reader.of(desk.record), new FormView(form.typed, form.errors));
    answer.status(422).view('replies/rating', page);
  }
}
