import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { NotDecidedTogether } from '../decision.errors.js';
import { DecisionDrafts } from '../decision-drafts.service.js';
import { Decisions } from '../decisions.service.js';
import { ReviewQueue } from '../../review/review-queue.js';
import { decisionsOf, notesIn, SelectionForm } from './decision.forms.js';
import { SelectionPages } from './selection.pages.js';

/** Several proposals of the queue get one outcome: all or none. */
@Controller('review/selection')
export class SelectionController {
  constructor(
    private readonly pages: SelectionPages,
    private readonly decisions: Decisions,
    private readonly drafts: DecisionDrafts,
    private readonly queue: ReviewQueue,
  ) {}

  @Get()
  async ask(@Query('ref') named: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const refs = this.pages.refsOf(named, actor);
    if (refs.length === 0) return reply.done('/review', msg('decisions.selection.chooseSome'), 'info');
    const page = await this.pages.ask(refs, new FormView(), new Map(), actor, reply.request.locale);
    return reply.view('review/selection', page);
  }

  @Post()
  async decide(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<Reply> {
    const refs = this.pages.refsOf((body as { ref?: unknown } | undefined)?.ref, actor);
    if (refs.length === 0) return reply.done('/review', msg('decisions.selection.chooseSome'), 'info');
    const form = readForm(SelectionForm, body);
    const errors = form.ok ? await this.pages.errorsOf(form.value, notesIn(body), actor) : form.errors;
    if (!form.ok || Object.keys(errors).length > 0)
      return this.refuse(refs, form.ok ? { ...form.value } : form.typed, errors, [], body, actor, reply.status(422));
    try {
      return await this.carryOut(form.value, body, actor, reply);
    } catch (error) {
      if (!(error instanceof NotDecidedTogether)) throw error;
      const named = { ref: error.explanation };
      return this.refuse(refs, { ...form.value }, named, error.details, body, actor, reply.status(409));
    }
  }

  private async carryOut(form: SelectionForm, body: unknown, actor: Actor, reply: Reply): Promise<Reply> {
    const decisions = decisionsOf(form, notesIn(body));
    const n = decisions.length;
    if (form.onward === 'draft') {
      await this.drafts.prepareAll(decisions, actor);
      return reply.done('/review/decisions', msg('decisions.done.preparedSeveral', { n }));
    }
    const cases = await this.decisions.decideAll(decisions, actor);
    if (cases.length === 0) return reply.done(await this.queue.next(actor), msg('decisions.done.decided', { n }));
    return reply.done('/board?state=open', msg('decisions.done.opened', { n, cases: cases.length }));
  }

  private async refuse(
    refs: readonly string[],
    typed: Readonly<Record<string, string | readonly string[]>>,
    errors: Record<string, Message>,
    details: readonly Message[],
    body: unknown,
    actor: Actor,
    reply: Reply,
  ): Promise<Reply> {
    const form = new FormView(typed, errors);
    const page = await this.pages.ask(refs, form, notesIn(body), actor, reply.request.locale);
    return reply.view('review/selection', { ...page, details });
  }
}
