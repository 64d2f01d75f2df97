import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ActionNotAvailable, type Actor, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { SessionArchived } from '../congress.errors.js';
import { CongressAdministration } from '../congress-administration.js';
import type { CongressSession } from '../congress-session.entity.js';
import { KeptCongresses } from '../kept-congresses.js';
import { SessionArchive } from '../session-archive.js';
import { SessionBusiness } from '../session-business.js';
import { SESSION_WORKFLOW, type SessionAction } from '../session-workflow.js';
import { SuccessorForm } from './congress.form.js';
import { presentArchiving, presentClosing } from './session-end.presenter.js';

/** 闭会 and 归档: each with a page before it that says what is still to be done. */
@Controller('admin/congress/sessions/:id')
export class SessionEndController {
  constructor(
    private readonly kept: KeptCongresses,
    private readonly administration: CongressAdministration,
    private readonly business: SessionBusiness,
    private readonly archiving: SessionArchive,
  ) {}

  @Get('closing')
  async checkBeforeClosing(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const session = await this.sessionFor('close', id, actor);
    reply.view('congress/closing', presentClosing(session, await this.business.unfinished(id, actor)));
  }

  @Post('close')
  async close(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    await this.kept.session(id, actor);
    await this.administration.take('close', id, actor);
    reply.done(`/admin/congress/sessions/${id}`, msg('congress.done.close'));
  }

  @Get('archive')
  async checkBeforeArchiving(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    await this.print(await this.sessionFor('archive', id, actor), new FormView(), actor, reply);
  }

  @Post('archive')
  async archive(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const session = await this.sessionFor('archive', id, actor);
    const form = readForm(SuccessorForm, body);
    if (!form.ok) return this.print(session, new FormView(form.typed, form.errors), actor, reply.status(422));
    await this.archiving.archive(id, form.value.successor || null, actor);
    return void reply.done(`/admin/congress/sessions/${id}`, msg('sessions.archive.done'));
  }

  /** The page of a step opens while the step can be taken. */
  private async sessionFor(action: SessionAction, id: string, actor: Actor): Promise<CongressSession> {
    const session = await this.kept.session(id, actor);
    if (session.isArchived()) throw new SessionArchived();
    if (!SESSION_WORKFLOW.isAvailable(action, session.status))
      throw new ActionNotAvailable(`session.${action}`, session.status);
    return session;
  }

  private async print(session: CongressSession, form: FormView, actor: Actor, reply: Reply): Promise<void> {
    const [unfinished, successors] = await Promise.all([
      this.business.unfinished(session.id, actor),
      this.archiving.successors(session),
    ]);
    reply.view('congress/archive', presentArchiving(session, unfinished, successors, form));
  }
}
