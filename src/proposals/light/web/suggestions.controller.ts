import { Body, Controller, Get, HttpCode, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Congresses, type CongressSession } from '../../../congress/index.js';
import { Attachments, withFiles } from '../../../files/index.js';
import { type Actor, msg, newId } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { LightDesk } from '../light-desk.js';
import type { Proposal } from '../../proposal.entity.js';
import { TextChangedElsewhere } from '../../proposal.errors.js';
import { Suggestions } from '../suggestions.service.js';
import { DraftForm, originOf, textOf, typedOf } from '../../writing/web/draft.form.js';
import { DraftPages } from '../../writing/web/draft.pages.js';
import { queryText } from '../../web/query.js';
import { missingIn, SuggestionPages } from './suggestion.pages.js';

/** 提建议: what staff of a small school hand in instead of proposals. */
@Controller('suggestions')
export class SuggestionsController {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly pages: SuggestionPages,
    private readonly drafts: DraftPages,
    private readonly desk: LightDesk,
    private readonly congresses: Congresses,
    private readonly attachments: Attachments,
  ) {}

  @Get()
  @Render('proposals/suggestions')
  mine(@CurrentActor() actor: Actor): Promise<object> {
    return this.pages.mine(actor);
  }

  @Get('new')
  async begin(@Query('session') chosen: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const session = await this.desk.session(actor, queryText(chosen));
    const form = new FormView(typedOf(null, 'individual', session.id));
    await this.print(newId(), null, session, form, reply);
  }

  @Get(':ref')
  async edit(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const proposal = await this.drafts.editable(ref, actor);
    await this.print(ref, proposal, await this.congresses.session(proposal.sessionId), this.asSaved(proposal), reply);
  }

  /** Saves, or saves and hands in. */
  @Post(':ref')
  async save(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const files = await this.attachments.read(body);
    const form = withFiles(readForm(DraftForm, body), files);
    if (!form.ok) return this.sendBack(ref, new FormView(form.typed, form.errors), actor, reply);
    const unknownUnit = await this.drafts.unitError(form.value.wishedUnit);
    if (unknownUnit) return this.sendBack(ref, new FormView({ ...form.value }, unknownUnit), actor, reply);
    const [text, origin] = [textOf(form.value), originOf(form.value)];
    const missing = isHandingIn(body) ? missingIn(text) : {};
    try {
      if (isHandingIn(body) && Object.keys(missing).length === 0) {
        const { serial } = await this.suggestions.handIn(ref, text, origin, actor, files);
        return reply.done(`/proposals/${serial}`, msg('light.done.handedIn', { serial: serial! }));
      }
      const saved = await this.suggestions.save(ref, text, origin, actor, files);
      if (Object.keys(missing).length === 0) return reply.done(`/suggestions/${ref}`, msg('light.done.saved'));
      const typed = { ...form.value, version: String(saved.version) };
      return this.sendBack(ref, new FormView(typed, missing), actor, reply);
    } catch (error) {
      if (!(error instanceof TextChangedElsewhere)) throw error;
      const { version } = await this.drafts.editable(ref, actor);
      const typed = { ...form.value, page: newId(), version: String(version) };
      return this.sendBack(ref, new FormView(typed, { title: msg('light.changedElsewhere') }), actor, reply, 409);
    }
  }

  @Post(':ref/autosave')
  @HttpCode(200)
  async autosave(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(DraftForm, body);
    if (!form.ok || (await this.drafts.unitError(form.value.wishedUnit)) !== null)
      return reply.status(422).send({ savedAt: null });
    const saved = await this.suggestions.autosave(ref, textOf(form.value), originOf(form.value), actor);
    return reply.send({ savedAt: saved.savedAt.toISOString() });
  }

  private async sendBack(ref: string, form: FormView, actor: Actor, reply: Reply, status = 422): Promise<void> {
    const proposal = await this.drafts.editableOrNew(ref, actor);
    const session = proposal
      ? await this.congresses.session(proposal.sessionId)
      : await this.desk.session(actor, form.field('session').value);
    await this.print(ref, proposal, session, form, reply.status(status));
  }

  private async print(
    ref: string,
    proposal: Proposal | null,
    session: CongressSession,
    form: FormView,
    reply: Reply,
  ): Promise<void> {
    reply.view('proposals/suggestion', await this.pages.form(ref, proposal, session, form));
  }

  private asSaved(proposal: Proposal): FormView {
    return new FormView(typedOf(proposal, 'individual', proposal.sessionId));
  }
}

function isHandingIn(body: unknown): boolean {
  return (body as { onward?: unknown } | null)?.onward === 'submit';
}
