import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, type Reply } from '../../web/index.js';
import { AwardDecisions } from '../award-decisions.service.js';
import { citationsIn } from './award.forms.js';
import { DecisionPages } from './decision.pages.js';

/** 评定: the chair writes a citation for what is awarded, on one page, once. */
@Controller('congress/:session/awards/decision')
export class AwardDecisionController {
  constructor(
    private readonly decisions: AwardDecisions,
    private readonly pages: DecisionPages,
  ) {}

  @Get()
  @Render('awards/decision')
  show(@Param('session') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.show(code, new FormView(), actor);
  }

  @Post()
  async decide(
    @Param('session') code: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const offered = await this.pages.offered(code, actor);
    const proposals = citationsIn(body, offered.proposalIds);
    const units = citationsIn(body, offered.unitIds);
    const errors = { ...proposals.errors, ...units.errors };
    if (Object.keys(errors).length > 0) {
      const form = new FormView({ ...proposals.typed, ...units.typed }, errors);
      return void reply.status(422).view('awards/decision', await this.pages.show(code, form, actor));
    }
    await this.decisions.decide(code, { proposals: proposals.given, units: units.given }, actor);
    reply.done(`/congress/${code}/awards`, msg('awards.done.decided'));
  }
}
