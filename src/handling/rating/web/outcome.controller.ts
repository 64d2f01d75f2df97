import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, type Reply as Answer } from '../../../web/index.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { Outcomes } from '../outcomes.service.js';
import { ReplyReader } from '../../reply/reply-papers.service.js';
import { type Decision, type DecisionForm, readDecision } from './outcome.form.js';
import { presentDecision } from './outcome.presenter.js';

@Controller('cases/:ref')
export class OutcomeController {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly reader: ReplyReader,
  ) {}

  @Get('dissatisfaction')
  @Render('replies/dissatisfaction')
  show(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.page(ref, actor);
  }

  @Post('dissatisfaction')
  async decide(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const form = readDecision(body);
    if (!form.ok) {
      const page = await this.page(ref, actor, new FormView(form.typed, form.errors));
      answer.status(422).view('replies/dissatisfaction', page);
      return;
    }
    const { dueOn } = await this.carryOut(ref, form.value, actor);
    answer.done(`/cases/${ref}`, msg(`replies.done.${form.value.decision}`, { date: dueOn ?? '' }));
  }

  @Post('publication')
  async publish(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() answer: Answer): Promise<void> {
    await this.outcomes.publish(ref, actor);
    answer.done(`/cases/${ref}`, msg('replies.done.published'));
  }

  private carryOut(
    ref: string,
    { decision, dueOn, explanation, again }: DecisionForm,
    actor: Actor,
  ): Promise<HandlingCase> {
    const steps: Record<Decision, () => Promise<HandlingCase>> = {
      second_handling: () => this.outcomes.orderSecondHandling(ref, explanation, actor, again),
      refer_to_leader: () => this.outcomes.refer(ref, 'leader', explanation, actor),
      refer_to_presidium: () => this.outcomes.refer(ref, 'presidium', explanation, actor),
      final_handling: () => this.outcomes.orderFinalHandling(ref, dueOn, explanation, actor),
      follow_up: () => this.outcomes.followUpAnyway(ref, explanation, actor),
      explanation: () => this.outcomes.concludeWithExplanation(ref, explanation, actor),
    };
    return steps[decision as Decision]();
  }

  private async page(ref: string, actor: Actor, form?: FormView): Promise<object> {
    const desk = await this.outcomes.committeeDesk(ref, actor);
    return presentDecision(desk, await this.reader.of(desk.record), actor, form);
  }
}
