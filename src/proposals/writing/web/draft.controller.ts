import { Body, Controller, Get, HttpCode, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Attachments, withFiles } from '../../../files/index.js';
import { type Actor, isId, msg, newId } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { incompleteFields } from '../../proposal-conditions.js';
import type { Proposal } from '../../proposal.entity.js';
import { TextChangedElsewhere } from '../../proposal.errors.js';
import { Writing } from '../writing.service.js';
import { DraftForm, originOf, textOf, typedOf } from './draft.form.js';
import { DraftPages } from './draft.pages.js';
import { SimilarPages } from './similar.pages.js';
import { queryText } from '../../web/query.js';

/** Writing: the form, autosave, the similar ones, check your answers. */
@Controller('proposals')
export class DraftController {
  constructor(
    private readonly writing: Writing,
    private readonly pages: DraftPages,
    private readonly similar: SimilarPages,
    private readonly attachments: Attachments,
  ) {}

  @Get('new')
  async begin(
    @Query() { kind: asked, session: chosen, late }: Record<string, unknown>,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const kind = asked === 'collective' ? 'collective' : 'individual';
    const desks = await this.writing.desks(actor, kind);
    const desk = desks.find(({ session }) => session.id === chosen) ?? (desks.length === 1 ? desks[0] : undefined);
    if (!desk) return void reply.view('proposals/choose-congress', this.pages.congressChoice(desks, kind));
    if (!desk.isOpen && late !== 'yes') return void reply.view('proposals/closed', this.pages.closed(desk.session));
    const form = new FormView(typedOf(null, kind, desk.session.id));
    reply.view('proposals/form', await this.pages.form(newId(), null, form));
  }

  @Get('similar')
  @Render('components/similar')
  alike(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<object> {
    const own = isId(query.own) ? query.own : null;
    return this.similar.to(queryText(query.title), own, actor);
  }

  @Get(':ref/draft')
  async edit(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const proposal = await this.pages.editable(ref, actor);
    if (proposal.handedInAs === 'suggestion' && proposal.serial === null)
      return void reply.redirect(`/suggestions/${proposal.ref}`, 303);
    reply.view('proposals/form', await this.pages.form(proposal.ref, proposal, new FormView(typedOf(proposal))));
  }

  @Post(':ref/draft')
  async save(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const files = await this.attachments.read(body);
    const form = withFiles(readForm(DraftForm, body), files);
    if (!form.ok) return this.sendBack(ref, new FormView(form.typed, form.errors), actor, reply);
    const unknownUnit = await this.pages.unitError(form.value.wishedUnit);
    if (unknownUnit) return this.sendBack(ref, new FormView({ ...form.value }, unknownUnit), actor, reply);
    try {
      const proposal = await this.writing.save(ref, textOf(form.value), originOf(form.value), actor, files);
      return this.goOn(proposal, form.value, isCheckWanted(body), reply);
    } catch (error) {
      if (!(error instanceof TextChangedElsewhere)) throw error;
      return this.showConflict(ref, form.value, actor, reply);
    }
  }

  @Post(':ref/autosave')
  @HttpCode(200)
  async autosave(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(DraftForm, body);
    const isWrong = !form.ok || (await this.pages.unitError(form.value.wishedUnit)) !== null;
    if (isWrong) return reply.status(422).send({ savedAt: null });
    const proposal = await this.writing.autosave(ref, textOf(form.value), originOf(form.value), actor);
    return reply.send({ savedAt: proposal.savedAt.toISOString() });
  }

  @Get(':ref/check')
  async check(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    reply.view('proposals/check', await this.pages.check(await this.pages.editable(ref, actor), actor));
  }

  private async goOn(proposal: Proposal, typed: DraftForm, toCheck: boolean, reply: Reply): Promise<Reply> {
    if (!toCheck) return reply.done(`/proposals/${proposal.ref}/draft`, msg('proposals.done.saved'));
    const errors = incompleteFields(proposal);
    if (Object.keys(errors).length === 0) return reply.done(`/proposals/${proposal.ref}/check`);
    const form = new FormView({ ...typed, version: String(proposal.version) }, errors);
    return reply.status(422).view('proposals/form', await this.pages.form(proposal.ref, proposal, form));
  }

  private async sendBack(ref: string, form: FormView, actor: Actor, reply: Reply): Promise<Reply> {
    const proposal = await this.pages.editableOrNew(ref, actor);
    return reply.status(422).view('proposals/form', await this.pages.form(ref, proposal, form));
  }

  /** Both texts stay visible; saving again is a decision for this one. */
  private async showConflict(ref: string, typed: DraftForm, actor: Actor, reply: Reply): Promise<Reply> {
    const proposal = await this.pages.editable(ref, actor);
    const form = new FormView({ ...typed, page: newId(), version: String(proposal.version) });
    const model = await this.pages.form(ref, proposal, form);
    return reply.status(409).view('proposals/form', { ...model, conflict: this.pages.conflict(proposal) });
  }
}

function isCheckWanted(body: unknown): boolean {
  return (body as { onward?: unknown } | null)?.onward === 'check';
}
