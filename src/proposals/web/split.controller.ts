import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { missingIn } from '../decision-conditions.js';
import { DecisionDrafts } from '../decision-drafts.service.js';
import { decisionOn } from '../decision.js';
import { Decisions } from '../decisions.service.js';
import { partsOf, SplitForm } from './decision.forms.js';
import { SplitPages } from './split.pages.js';

const NOTHING_KNOWN = { reasons: new Set<string>(), open: new Set<string>(), others: [] };

/** 分案: one proposal, several cases. */
@Controller('review/:ref/split')
export class SplitController {
  constructor(
    private readonly pages: SplitPages,
    private readonly decisions: Decisions,
    private readonly drafts: DecisionDrafts,
  ) {}

  @Get()
  @Render('review/split')
  ask(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.pages.ask(ref, null, actor);
  }

  @Post()
  async split(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const page = await this.pages.ask(ref, null, actor);
    const form = readForm(SplitForm, body);
    if (!form.ok)
      return reply
        .status(422)
        .view('review/split', await this.pages.ask(ref, new FormView(form.typed, form.errors), actor));
    const { note, onward } = form.value;
    const decision = decisionOn((page as { ref: string }).ref, 'split', { note, parts: partsOf(form.value) });
    if (onward === 'draft') {
      await this.drafts.prepare(decision, actor);
      return reply.done('/review/decisions', msg('decisions.done.prepared', { ref }));
    }
    const { parts } = missingIn(decision, NOTHING_KNOWN);
    if (parts) {
      const refused = new FormView({ ...form.value }, { title1: parts });
      return reply.status(422).view('review/split', await this.pages.ask(ref, refused, actor));
    }
    const opened = await this.decisions.decide(decision, actor);
    const numbers = opened.map(({ number }) => number).join('、');
    return reply.done('/board?state=open', msg('decisions.done.split', { ref, numbers }));
  }
}
