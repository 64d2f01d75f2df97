import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { type Actor, DomainError, type Message, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply, type Typed } from '../../../web/index.js';
import { CannotBeMerged } from '../decision.errors.js';
import { DecisionDrafts } from '../decision-drafts.service.js';
import { Decisions } from '../decisions.service.js';
import { ReviewQueue } from '../../review/review-queue.js';
import { DecisionDesk, decisionIn } from './decision-desk.js';
import { DecisionForm } from './decision.forms.js';
import { DeliberationPages } from '../../review/web/deliberation.pages.js';
import { ReviewDoor } from '../../review/web/review-door.js';
import { ReviewPages } from '../../review/web/review.pages.js';

/** Deciding on one proposal, or preparing it for the meeting. Afterwards one lands where the next thing is. */
@Controller('review/:ref/decision')
export class DecisionController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly door: ReviewDoor,
    private readonly deliberation: DeliberationPages,
    private readonly desk: DecisionDesk,
    private readonly decisions: Decisions,
    private readonly drafts: DecisionDrafts,
    private readonly queue: ReviewQueue,
  ) {}

  @Post()
  async decide(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(DecisionForm, body);
    if (!form.ok) return this.refuse(ref, form.typed, form.errors, actor, reply);
    if (form.value.onward === 'draft') return this.prepare(ref, form.value, actor, reply);
    const { sessionId } = await this.door.proposal(ref, actor);
    const decision = decisionIn(ref, form.value);
    const errors = {
      ...(await this.desk.errorsOf(decision, sessionId)),
      ...(await this.deliberation.deviationOf(decision, form.value.deviation, actor)),
    };
    if (Object.keys(errors).length > 0) return this.refuse(ref, { ...form.value }, errors, actor, reply);
    try {
      return await this.carryOut(ref, form.value, actor, reply);
    } catch (error) {
      if (error instanceof CannotBeMerged)
        return this.refuse(ref, { ...form.value }, { into: error.explanation }, actor, reply);
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      return this.showConflict(error, ref, form.value, actor, reply);
    }
  }

  private async prepare(ref: string, form: DecisionForm, actor: Actor, reply: Reply): Promise<Reply> {
    const decision = decisionIn(ref, form);
    await this.drafts.prepare(decision, actor);
    return reply.done('/review/decisions', msg('decisions.done.prepared', { ref }));
  }

  private async carryOut(ref: string, form: DecisionForm, actor: Actor, reply: Reply): Promise<Reply> {
    const { outcome, text } = form;
    const decision = decisionIn(ref, form);
    await this.deliberation.requireSameText(ref, text, actor);
    const [handled] = await this.decisions.decide(decision, actor);
    if (handled)
      return reply.done(`/cases/${handled.ref}`, msg(`review.done.${outcome}`, { ref, number: handled.number }));
    return reply.done(await this.queue.next(actor), msg('review.done.declined', { ref }));
  }

  /** Somebody else was faster, or is at work: both texts are shown, and what was typed stays in the form. */
  private async showConflict(error: DomainError, ref: string, form: DecisionForm, actor: Actor, reply: Reply) {
    const page = await this.pages.show(ref, new FormView({ ...form }), actor, reply.request.locale);
    const conflict = await this.pages.conflict(ref, error, form, actor);
    return reply.status(409).view('review/show', { ...page, conflict });
  }

  private async refuse(ref: string, typed: Typed, errors: Record<string, Message>, actor: Actor, reply: Reply) {
    const page = await this.pages.show(ref, new FormView(typed, errors), actor, reply.request.locale);
    return reply.status(422).view('review/show', page);
  }
}
