import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { Nominations } from '../nominations.service.js';
import { Scoring } from '../scoring.service.js';
import { NominationForm, ScoreForm } from './award.forms.js';
import { AwardPages } from './awards.pages.js';
import { CandidatePages } from './candidate.pages.js';

/** 评优 of a session: everybody of the staff reads the result; delegations nominate and members score before it. */
@Controller('congress/:session/awards')
export class AwardsController {
  constructor(
    private readonly nominations: Nominations,
    private readonly scoring: Scoring,
    private readonly pages: AwardPages,
    private readonly candidatePages: CandidatePages,
  ) {}

  @Get()
  @Render('awards/index')
  show(@Param('session') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.show(code, actor);
  }

  @Get('nominations')
  @Render('awards/nomination')
  offer(@Param('session') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.candidatePages.nomination(code, new FormView(), actor);
  }

  @Post('nominations')
  async nominate(
    @Param('session') code: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ) {
    const form = readForm(NominationForm, body);
    const errors = form.ok ? await this.candidatePages.problemsOf(code, form.value, actor) : form.errors;
    if (!form.ok || Object.keys(errors).length > 0) {
      const view = new FormView(form.ok ? { ...form.value } : form.typed, errors);
      return void reply.status(422).view('awards/nomination', await this.candidatePages.nomination(code, view, actor));
    }
    await this.nominations.nominate(code, form.value, actor);
    return void reply.done(`/congress/${code}/awards`, msg('awards.done.nominated', { ref: form.value.ref }));
  }

  @Post('nominations/:id/removal')
  async withdraw(
    @Param('session') code: string,
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    await this.nominations.withdraw(code, id, actor);
    reply.done(`/congress/${code}/awards`, msg('awards.done.withdrawn'));
  }

  @Get('candidates/:ref')
  @Render('awards/candidate')
  candidate(@Param('session') code: string, @Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.candidatePages.score(code, ref, null, actor);
  }

  @Post('candidates/:ref')
  async score(
    @Param('session') code: string,
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ) {
    const form = readForm(ScoreForm, body);
    if (!form.ok) {
      const view = new FormView(form.typed, form.errors);
      return void reply.status(422).view('awards/candidate', await this.candidatePages.score(code, ref, view, actor));
    }
    await this.scoring.score(code, ref, Number(form.value.score), actor);
    return void reply.done(`/congress/${code}/awards`, msg('awards.done.scored', { ref }));
  }
}
