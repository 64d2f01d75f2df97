import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { CannotBeInvited } from '../../proposal.errors.js';
import { Writing } from '../../writing/writing.service.js';
import { JointForm, ParticipationForm } from '../../web/forms.js';
import { PeoplePages } from './people.pages.js';
import { queryText } from '../../web/query.js';

/** Joint proposers: named by the author, joining or leaving by their own login. */
@Controller('proposals/:ref')
export class JointController {
  constructor(
    private readonly writing: Writing,
    private readonly pages: PeoplePages,
  ) {}

  @Get('joint')
  @Render('proposals/joint')
  show(
    @Param('ref') ref: string,
    @Query() query: Record<string, unknown>,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.pages.joint(ref, queryText(query.q, 20), new FormView(), actor);
  }

  @Post('joint')
  async invite(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(JointForm, body);
    if (!form.ok) return this.sendBack(ref, new FormView(form.typed, form.errors), actor, reply);
    try {
      await this.writing.inviteJoint(ref, form.value.number, actor);
      return reply.done(`/proposals/${ref}/joint`, msg('proposals.done.jointInvited', { number: form.value.number }));
    } catch (error) {
      if (!(error instanceof CannotBeInvited)) throw error;
      return this.sendBack(ref, new FormView({ ...form.value }, { number: error.explanation }), actor, reply);
    }
  }

  @Post('joint/:jointId/removal')
  async remove(
    @Param('ref') ref: string,
    @Param('jointId') jointId: string,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ) {
    await this.writing.removeJoint(ref, jointId, actor);
    return reply.done(`/proposals/${ref}/joint`, msg('proposals.done.jointRemoved'));
  }

  @Get('participation')
  @Render('proposals/participation')
  ask(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.participation(ref, actor);
  }

  @Post('participation')
  async answer(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(ParticipationForm, body);
    if (!form.ok) return reply.status(422).view('proposals/participation', await this.pages.participation(ref, actor));
    if (form.value.answer === 'leave') {
      await this.writing.leave(ref, actor);
      return reply.done('/proposals/mine', msg('proposals.done.left'));
    }
    const proposal = await this.writing.join(ref, actor);
    return reply.done(`/proposals/${proposal.ref}`, msg('proposals.done.joined'));
  }

  private async sendBack(ref: string, form: FormView, actor: Actor, reply: Reply): Promise<Reply> {
    return reply
      .status(422)
      .view('proposals/joint', await this.pages.joint(ref, String(form.field('number').value), form, actor));
  }
}
