import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, authorize, Clock, type Message, msg } from '../../../kernel/index.js';
import {
  CurrentActor,
  type FieldErrors,
  FormView,
  Prose,
  readForm,
  Reference,
  type Reply,
} from '../../../web/index.js';
import type { Assignment } from '../assignment.entity.js';
import { Assignments } from '../assignments.service.js';
import { CasePolicy } from '../../case/case.policy.js';
import { CasesRepository } from '../../case/cases.repository.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { SideRoads } from '../side-roads.service.js';
import { FreeUnits } from './free-units.js';
import { presentCaseCrumbs } from '../../case/web/case-tags.js';
import { presentOrigins } from '../../reply/web/reply-origins.js';

/** Which duty is signed for: an officer may answer for several units. */
export class ReceiptForm {
  @Reference({ label: 'handling.receipt.duty', required: true }) assignment = '';
  /** An assisting unit that would be good to have, and why. */
  @Reference({ label: 'duties.unit' }) unit = '';
  @Prose({ label: 'duties.reason', max: 500 }) reason = '';
}

/** 签收. */
@Controller('cases/:ref/receipt')
export class ReceiptController {
  constructor(
    private readonly cases: CasesRepository,
    private readonly assignments: Assignments,
    private readonly free: FreeUnits,
    private readonly roads: SideRoads,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const record = await this.cases.findVisible(ref, actor);
    await this.render(reply, record, actor, new FormView());
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
    const { assignment, unit, reason } = form.value;
    const { dueOn, part, isLeading } = record.duty(assignment);
    const errors = unit !== '' && isLeading ? await this.unfit(form.value, record) : {};
    if (Object.keys(errors).length > 0)
      return this.render(reply.status(422), record, actor, new FormView({ ...form.value }, errors));
    const wish = unit !== '' && isLeading ? { unitId: unit, reason } : null;
    await this.assignments.signFor(ref, assignment, actor, wish);
    if (wish !== null) return void reply.done(`/cases/${ref}`, msg('duties.done.signedAndAsked', { date: dueOn }));
    reply.done(`/cases/${ref}`, msg(`handling.done.signFor.${part}`, { date: dueOn }));
  }

  private async unfit({ unit, reason }: ReceiptForm, record: HandlingCase): Promise<FieldErrors> {
    const refusal = this.free.refusalOf(unit, await this.free.for(record), record);
    return {
      ...(refusal && { unit: refusal }),
      ...(reason === '' && { reason: msg('forms.errors.required', { label: '@duties.reason' }) }),
    };
  }

  private async render(reply: Reply, record: HandlingCase, actor: Actor, form: FormView): Promise<void> {
    const own = new CasePolicy(actor).own(record);
    authorize(own.length > 0 ? 'unit_officer' : null, 'sign_for');
    const waiting = own.filter(({ status }) => status === 'to_sign');
    const returns = await Promise.all(waiting.map((duty) => this.returnOf(record, duty)));
    const units = (await this.free.for(record)).map(({ id, name }) => ({ value: id, text: name }));
    reply.view('cases/receipt', {
      pageTitle: msg('handling.receipt.title'),
      breadcrumbs: presentCaseCrumbs(record),
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      address: `/cases/${record.ref}/receipt`,
      title: record.title,
      wishSummary: msg('duties.wish.summary'),
      wishOpen: form.field('unit').value !== '' || form.field('reason').value !== '' || form.errors.length > 0,
      duties: waiting.map(({ id, unit, part, signBy, dueOn }, n) => ({
        hidden: [{ name: 'assignment', value: id }],
        unit: unit.name,
        part: msg(`handling.part.${part}`),
        text: msg(`handling.receipt.text.${part}`, { signBy, dueOn }),
        giveBack: returns[n] ?? null,
        wish: part === 'assisting' ? null : { unit: form.choice('unit', units), reason: form.field('reason') },
      })),
      origins: presentOrigins(record),
      originsTitle: msg('replies.origins'),
    });
  }

  /** The other answer to a charge, as long as it can be given. */
  private async returnOf(record: HandlingCase, duty: Assignment): Promise<{ text: Message; href: string } | null> {
    const date = await this.roads.lastDayOfReturn(record, duty);
    if (record.missingForReturn(date, { at: this.clock.now() }).length > 0) return null;
    return { text: msg('handling.return.fromReceipt', { date }), href: `/cases/${record.ref}/return` };
  }
}
