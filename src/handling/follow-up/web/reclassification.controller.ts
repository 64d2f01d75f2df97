import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply as Answer } from '../../../web/index.js';
import type { OutcomeClass } from '../../case/case-values.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { Outcomes } from '../../rating/outcomes.service.js';
import { CaseDoor } from '../../case/web/case-door.js';
import { NEW_CLASSES, ReclassificationForm } from '../../rating/web/outcome.form.js';
import { crumbsOf } from '../../reply/web/reply-origins.js';

/** 改类: the chair classes a promise anew. */
@Controller('cases/:ref/reclassification')
export class ReclassificationController {
  constructor(
    private readonly door: CaseDoor,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  async form(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() answer: Answer): Promise<void> {
    this.show(answer, await this.door.open('reclassify', ref, actor), new FormView());
  }

  @Post()
  async decide(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() answer: Answer,
  ): Promise<void> {
    const record = await this.door.open('reclassify', ref, actor);
    const form = readForm(ReclassificationForm, body);
    if (!form.ok) return this.show(answer.status(422), record, new FormView(form.typed, form.errors));
    const { outcomeClass, reason } = form.value;
    await this.outcomes.reclassify(ref, outcomeClass as OutcomeClass, reason, actor);
    answer.done(`/cases/${ref}`, msg('promises.done.reclassified', { class: `@replies.class.${outcomeClass}` }));
  }

  private show(answer: Answer, record: HandlingCase, form: FormView): void {
    const classes = NEW_CLASSES.map((value) => ({
      value,
      text: msg(`replies.class.${value}`),
      hint: msg(`promises.classHint.${value}`),
    }));
    answer.view('promises/reclassification', {
      pageTitle: msg('promises.reclassify'),
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      breadcrumbs: crumbsOf(record),
      lead: record.title,
      due: { tone: 'info', text: msg('replies.followUp.due', { date: record.promiseDueOn! }) },
      action: `/cases/${record.ref}/reclassification`,
      outcomeClass: form.choice('outcomeClass', classes),
      reason: form.field('reason'),
    });
  }
}
