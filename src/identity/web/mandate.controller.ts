import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, authorize, Clock, isId, msg, newId } from '../../kernel/index.js';
import { Directory } from '../../organization/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { MandateNotFound } from '../mandate.errors.js';
import type { MandatePart, SigningMandate } from '../signing-mandate.entity.js';
import { type NewMandate, SigningMandates } from '../signing-mandates.js';
import { EnteredMandateForm, MandateForm, problemsOf } from './mandate.form.js';
import { type MandateNames, presentEnteredMandates, presentMandates } from './mandate.presenter.js';

/** 授权代签: whom one lets sign, and for whom one signs; entered by an administrator where the authorisation is on paper. */
@Controller()
export class MandateController {
  constructor(
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly mandates: SigningMandates,
  ) {}

  @Get('me/deputies')
  mine(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    return this.print(this.fresh(), actor, reply);
  }

  @Post('me/deputies')
  async give(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const form = readForm(MandateForm, body);
    if (!form.ok) return this.print(new FormView(form.typed, form.errors), actor, reply.status(422));
    const deputy = await this.directory.personByNumber(form.value.deputy);
    const principal = await this.directory.person(actor.staffId!);
    const problems = problemsOf(form.value, { principal, deputy }, this.today());
    if (!deputy || Object.keys(problems).length > 0)
      return this.print(new FormView({ ...form.value }, problems), actor, reply.status(422));
    await this.mandates.give(mandateOf(form.value, principal.id, deputy.id, null), actor);
    reply.done('/me/deputies', msg('mandates.done.given', { name: deputy.name }));
  }

  @Post('me/deputies/:id/revocation')
  async revoke(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    if (!isId(id)) throw new MandateNotFound();
    await this.mandates.revoke(id, actor);
    reply.done('/me/deputies', msg('mandates.done.revoked'));
  }

  @Get('admin/deputies')
  forOthers(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    return this.printAdmin(this.fresh(), actor, reply);
  }

  @Post('admin/deputies')
  async enter(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    authorize(actor.is('administrator') ? 'administrator' : null, 'mandate.enter');
    const form = readForm(EnteredMandateForm, body);
    if (!form.ok) return this.printAdmin(new FormView(form.typed, form.errors), actor, reply.status(422));
    const deputy = await this.directory.personByNumber(form.value.deputy);
    const principal = await this.directory.personByNumber(form.value.principal);
    const problems = problemsOf(form.value, { principal, deputy }, this.today());
    if (!deputy || !principal || Object.keys(problems).length > 0)
      return this.printAdmin(new FormView({ ...form.value }, problems), actor, reply.status(422));
    await this.mandates.give(mandateOf(form.value, principal.id, deputy.id, form.value.document), actor);
    reply.done('/admin/deputies', msg('mandates.done.given', { name: deputy.name }));
  }

  private async print(form: FormView, actor: Actor, reply: Reply): Promise<void> {
    const mandates = await this.mandates.of(actor.staffId!);
    reply.view('mandates/mine', presentMandates(mandates, await this.names(mandates), form, actor));
  }

  private async printAdmin(form: FormView, actor: Actor, reply: Reply): Promise<void> {
    authorize(actor.is('administrator') ? 'administrator' : null, 'mandate.enter');
    const mandates = await this.mandates.administered(actor);
    reply.view('mandates/admin', presentEnteredMandates(mandates, await this.names(mandates), form));
  }

  private async names(mandates: readonly SigningMandate[]): Promise<MandateNames> {
    const units = await this.directory.activeUnits();
    const people = await this.directory.peopleById(mandates.flatMap((one) => [one.principalId, one.deputyId]));
    return { people, units: new Map(units.map((unit) => [unit.id, unit])), today: this.today() };
  }

  private fresh(): FormView {
    return new FormView({ id: newId(), validFrom: this.today() });
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }
}

function mandateOf(form: MandateForm, principalId: string, deputyId: string, document: string | null): NewMandate {
  const { id, part, unitId, validFrom, validUntil, reason } = form;
  const period = { validFrom, validUntil };
  return { id, principalId, deputyId, part: part as MandatePart, unitId: unitId || null, ...period, reason, document };
}
