import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Attachments, readScan, withFiles } from '../../../files/index.js';
import { type Actor, msg } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import { CurrentActor, type FormResult, FormView, readForm, type Reply as Answer } from '../../../web/index.js';
import { PaperRatings } from '../paper-ratings.service.js';
import { PaperRatingForm } from './paper-rating.form.js';
import { presentPaperRating } from './paper-rating.presenter.js';
import { ratingOf, withReason } from './rating.form.js';

/** 纸质意见表录入, by the secretary, with the scan. */
@Controller('cases/:ref/rating/paper')
export class PaperRatingController {
  constructor(
    private readonly ratings: PaperRatings,
    private readonly attachments: Attachments,
    private readonly directory: Directory,
  ) {}

  @Get()
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() answer: Answer): Promise<void> {
    answer.view('replies/paper-rating', await this.page(ref, actor, new FormView()));
  }

  @Post()
  async enter(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() answer: Answer) {
    await this.ratings.desk(ref, actor);
    const files = readScan(await this.attachments.read(body), msg('paper.rating.scanNeeded'));
    const form: FormResult<PaperRatingForm> = withFiles(withReason(readForm(PaperRatingForm, body)), files);
    if (!form.ok) {
      const page = await this.page(ref, actor, new FormView(form.typed, form.errors));
      return answer.status(422).view('replies/paper-rating', page);
    }
    await this.ratings.enter(ref, form.value.party, ratingOf(form.value), files.uploads[0]!, actor);
    return answer.done(`/cases/${ref}`, msg('paper.rating.done'));
  }

  private async page(ref: string, actor: Actor, form: FormView): Promise<object> {
    const desk = await this.ratings.desk(ref, actor);
    return presentPaperRating(desk, await this.directory.peopleById(desk.awaited.map(({ staffId }) => staffId)), form);
  }
}
