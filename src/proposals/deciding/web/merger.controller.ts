import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply, type Typed } from '../../../web/index.js';
import { CannotBeMerged } from '../decision.errors.js';
import { decisionOn } from '../decision.js';
import { Decisions } from '../decisions.service.js';
import { Merging } from '../merging.service.js';
import { MergerForm, UnmergingForm } from './decision.forms.js';
import { DeliberationPages } from '../../review/web/deliberation.pages.js';
import { MergerPages } from './merger.pages.js';

/** 并案 after the filing and 撤销并案, both before the assignment. */
@Controller('review/:ref')
export class MergerController {
  constructor(
    private readonly pages: MergerPages,
    private readonly decisions: Decisions,
    private readonly merging: Merging,
    private readonly deliberation: DeliberationPages,
  ) {}

  @Get('merger')
  @Render('review/merger')
  ask(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.merger(ref, new FormView(), actor);
  }

  @Post('merger')
  async merge(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(MergerForm, body);
    if (!form.ok) return this.refuse(ref, form.typed, form.errors, actor, reply);
    const decision = decisionOn(ref, 'merge', form.value);
    const missing = await this.deliberation.deviationOf(decision, decision.deviation, actor);
    if (Object.keys(missing).length > 0) return this.refuse(ref, { ...form.value }, missing, actor, reply);
    try {
      const [handled] = await this.decisions.decide(decision, actor);
      return reply.done(`/cases/${handled!.ref}`, msg('review.done.merge', { ref, number: handled!.number }));
    } catch (error) {
      if (!(error instanceof CannotBeMerged)) throw error;
      return this.refuse(ref, { ...form.value }, { into: error.explanation }, actor, reply);
    }
  }

  @Get('unmerging')
  @Render('review/unmerging')
  askToUnmerge(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.unmerging(ref, new FormView(), actor);
  }

  @Post('unmerging')
  async unmerge(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(UnmergingForm, body);
    if (!form.ok) {
      const page = await this.pages.unmerging(ref, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('review/unmerging', page);
    }
    await this.merging.unmerge(ref, form.value.reason, actor);
    return reply.done(`/review/${ref}`, msg('decisions.done.unmerged', { ref }));
  }

  private async refuse(ref: string, typed: Typed, errors: Record<string, Message>, actor: Actor, reply: Reply) {
    return reply.status(422).view('review/merger', await this.pages.merger(ref, new FormView(typed, errors), actor));
  }
}
