import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, type Reply, type Request, type Typed } from '../../../web/index.js';
import { DecisionDrafts } from '../decision-drafts.service.js';
import { decisionOn } from '../decision.js';
import { Decisions } from '../decisions.service.js';
import { DecisionDesk } from './decision-desk.js';
import { readSplit } from './decision.forms.js';
import { DeliberationPages } from '../../review/web/deliberation.pages.js';
import { SplitPages } from './split.pages.js';

/** 分案: one proposal, several cases. */
@Controller('review/:ref/split')
export class SplitController {
  constructor(
    private readonly pages: SplitPages,
    private readonly desk: DecisionDesk,
    private readonly deliberation: DeliberationPages,
    private readonly decisions: Decisions,
    private readonly drafts: DecisionDrafts,
  ) {}

  @Get()
  @Render('review/split')
  ask(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Req() { locale }: Request): Promise<object> {
    return this.pages.ask(ref, null, actor, locale);
  }

  @Post()
  async split(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const { ref: serial, sessionId } = await this.pages.proposal(ref, actor);
    const { value, parts, typed, errors } = readSplit(body);
    if (Object.keys(errors).length > 0) return this.refuse(ref, typed, errors, actor, reply);
    const { note, deviation, onward } = value;
    const decision = decisionOn(serial, 'split', { note, parts, deviation });
    if (onward === 'draft') {
      await this.drafts.prepare(decision, actor);
      return reply.done('/review/decisions', msg('decisions.done.prepared', { ref }));
    }
    const { parts: lack } = await this.desk.errorsOf(decision, sessionId);
    const missing = {
      ...(lack ? { title1: lack } : {}),
      ...(await this.deliberation.deviationOf(decision, deviation, actor)),
    };
    if (Object.keys(missing).length > 0) return this.refuse(ref, typed, missing, actor, reply);
    const opened = await this.decisions.decide(decision, actor);
    const numbers = opened.map(({ number }) => number).join('、');
    return reply.done('/board?state=open', msg('decisions.done.split', { ref, numbers }));
  }

  private async refuse(
    ref: string,
    typed: Typed,
    errors: Readonly<Record<string, Message>>,
    actor: Actor,
    reply: Reply,
  ): Promise<Reply> {
    const page = await this.pages.ask(ref, new FormView(typed, errors), actor, reply.request.locale);
    return reply.status(422).view('review/split', page);
  }
}
