import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { ChangedSinceRead } from '../../proposal.errors.js';
import { Seconding } from '../seconding.service.js';
import { InvitationForm, SecondForm } from '../../web/forms.js';
import { LatePages } from '../../late/web/late.pages.js';
import { PeoplePages } from './people.pages.js';
import { queryText } from '../../web/query.js';

/** Asking delegates for their signature, and signing. */
@Controller('proposals/:ref')
export class SecondingController {
  constructor(
    private readonly late: LatePages,
    private readonly seconding: Seconding,
    private readonly pages: PeoplePages,
  ) {}

  @Post('seconding')
  async start(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    try {
      const proposal = await this.seconding.start(ref, actor);
      return proposal.kind === 'collective'
        ? reply.done(`/proposals/${proposal.ref}/members`, msg('filing.done.agreementStarted'))
        : reply.done(`/proposals/${proposal.ref}/seconders`, msg('proposals.done.secondingStarted'));
    } catch (error) {
      return this.late.instead(error, ref, actor, reply);
    }
  }

  @Get('seconders')
  @Render('proposals/seconders')
  show(
    @Param('ref') ref: string,
    @Query() query: Record<string, unknown>,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.pages.seconders(ref, queryText(query.q, 20), actor);
  }

  @Post('seconders')
  async invite(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(InvitationForm, body);
    if (!form.ok) return reply.status(422).view('proposals/seconders', await this.pages.seconders(ref, '', actor));
    await this.seconding.invite(ref, form.value.staffId, actor);
    return reply.done(`/proposals/${ref}/seconders`, msg('proposals.done.invited'));
  }

  @Post('seconders/:secondId/cancellation')
  async cancel(
    @Param('ref') ref: string,
    @Param('secondId') secondId: string,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ) {
    await this.seconding.cancel(ref, secondId, actor);
    return reply.done(`/proposals/${ref}/seconders`, msg('proposals.done.invitationCancelled'));
  }

  @Get('second')
  @Render('proposals/second')
  ask(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.second(ref, new FormView(), actor);
  }

  @Post('second')
  async answer(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(SecondForm, body);
    if (!form.ok) {
      const model = await this.pages.second(ref, new FormView(form.typed, form.errors), actor);
      return reply.status(422).view('proposals/second', model);
    }
    const { answer, remark, mark } = form.value;
    if (answer === 'decline') {
      await this.seconding.declineToSecond(ref, remark, actor);
      return reply.done('/proposals/mine', msg('proposals.done.declinedToSecond'));
    }
    try {
      const proposal = await this.seconding.second(ref, remark, actor, mark);
      const said = msg(proposal.kind === 'collective' ? 'filing.done.agreed' : 'proposals.done.seconded');
      return reply.done(`/proposals/${proposal.ref}/second`, said);
    } catch (error) {
      if (!(error instanceof ChangedSinceRead)) throw error;
      const changed = new FormView({ remark }, { answer: error.explanation });
      return reply.status(409).view('proposals/second', await this.pages.second(ref, changed, actor));
    }
  }
}
