import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply, type Request } from '../../../web/index.js';
import { Review } from '../review.service.js';
import { ReturnForm } from './review.forms.js';
import { QueuePages } from './queue.pages.js';
import { ReviewPages } from './review.pages.js';

/** The committee's desk: the queue, taking up, returning. */
@Controller('review')
export class ReviewController {
  constructor(
    private readonly review: Review,
    private readonly queue: QueuePages,
    private readonly pages: ReviewPages,
  ) {}

  @Get()
  @Render('review/index')
  list(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<object> {
    return this.queue.read(query, actor);
  }

  @Get(':ref')
  @Render('review/show')
  show(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Req() { locale }: Request): Promise<object> {
    return this.pages.show(ref, new FormView(), actor, locale);
  }

  @Post(':ref/taking-up')
  async takeUp(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    await this.review.takeUp(ref, actor);
    return reply.done(`/review/${ref}`, msg('review.done.takenUp'));
  }

  @Get(':ref/return')
  @Render('review/return')
  askToReturn(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.askToReturn(ref, new FormView(), actor);
  }

  @Post(':ref/return')
  async giveBack(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(ReturnForm, body);
    if (!form.ok) {
      const model = await this.pages.askToReturn(ref, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('review/return', model);
    }
    await this.review.returnForCompletion(ref, form.value.note, actor);
    return reply.done('/review', msg('review.done.returned', { ref }));
  }
}
