import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, authorize, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, Reference, type Reply } from '../../web/index.js';
import { Assignments } from '../assignments.service.js';
import { CasePolicy } from '../case.policy.js';
import { CasesRepository } from '../cases.repository.js';
import type { HandlingCase } from '../handling-case.entity.js';
import { presentCaseCrumbs } from './case-tags.js';

/** Which duty is signed for: an officer may answer for several units. */
export class ReceiptForm {
  @Reference({ label: 'handling.receipt.duty', required: true }) assignment = '';
}

/** 签收. */
@Controller('cases/:ref/receipt')
export class ReceiptController {
  constructor(
    private readonly cases: CasesRepository,
    private readonly assignments: Assignments,
  ) {}

  @Get()
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const record = await this.cases.findVisible(ref, actor);
    this.render(reply, record, actor, new FormView());
  }

  @Post()
  async sign(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const record = await this.cases.findVisible(ref, actor);
    const form = readForm(ReceiptForm, body);
    if (!form.ok) return this.render(reply.status(422), record, actor, new FormView(form.typed, form.errors));
    const { dueOn, part } = record.duty(form.value.assignment);
    await this.assignments.signFor(ref, form.value.assignment, actor);
    reply.done(`/cases/${ref}`, msg(`handling.done.signFor.${part}`, { date: dueOn }));
  }

  private render(reply: Reply, record: HandlingCase, actor: Actor, form: FormView): void {
    const own = new CasePolicy(actor).own(record);
    authorize(own.length > 0 ? 'unit_officer' : null, 'sign_for');
    const waiting = own.filter(({ status }) => status === 'to_sign');
    reply.view('cases/receipt', {
      pageTitle: msg('handling.receipt.title'),
      breadcrumbs: presentCaseCrumbs(record),
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      address: `/cases/${record.ref}/receipt`,
      title: record.title,
      duties: waiting.map(({ id, unit, part, signBy, dueOn }) => ({
        hidden: [{ name: 'assignment', value: id }],
        unit: unit.name,
        part: msg(`handling.part.${part}`),
        text: msg(`handling.receipt.text.${part}`, { signBy, dueOn }),
      })),
    });
  }
}
