import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { type Actor, msg, NotFound } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { PreviewOutdated } from '../deadlines.errors.js';
import { Recounting } from '../recounting.service.js';
import { presentDeadlines } from './deadlines.presenter.js';
import { RecountForm } from './deadlines.form.js';

const READERS = ['committee_chair', 'committee_secretary'];

/** 期限重算: the preview, and the chair's order. */
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly recounting: Recounting) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    await this.print(actor, reply);
  }

  @Post()
  async carryOut(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    requireReader(actor);
    const form = readForm(RecountForm, body);
    if (!form.ok) return this.print(actor, reply.status(422), new FormView(form.typed, form.errors));
    const { congress, version, reason } = form.value;
    try {
      const n = await this.recounting.carryOut(congress, version, reason, actor);
      reply.done('/deadlines', msg(n === 0 ? 'deadlines.done.nothing' : 'deadlines.done.moved', { n }));
    } catch (error) {
      if (!(error instanceof PreviewOutdated)) throw error;
      await this.print(actor, reply.status(409), new FormView({ congress, reason }), error);
    }
  }

  private async print(actor: Actor, reply: Reply, form = new FormView(), outdated: PreviewOutdated | null = null) {
    requireReader(actor);
    reply.view('deadlines/index', presentDeadlines(await this.recounting.previews(actor), form, outdated));
  }
}

/** Nobody else is concerned by this page. */
function requireReader(actor: Actor): void {
  if (!READERS.some((role) => actor.is(role))) throw new NotFound('deadlines');
}
