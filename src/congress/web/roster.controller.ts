import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, msg, newId } from '../../kernel/index.js';
import { Directory } from '../../organization/index.js';
import { CurrentActor, FormView, readForm, type Reply, type Typed } from '../../web/index.js';
import type { CongressTerm } from '../congress.entity.js';
import { Congresses } from '../congresses.js';
import type { CommitteeRole, Delegation } from '../delegate.entity.js';
import { KeptCongresses } from '../kept-congresses.js';
import { Roster } from '../roster.js';
import { RosterAdministration } from '../roster-administration.js';
import { DelegationForm, SeatForm } from './congress.form.js';
import { presentCommittee, presentDelegations } from './roster.presenter.js';

/** Delegations and the committee of a term. */
@Controller('admin/congress')
export class RosterController {
  constructor(
    private readonly clock: Clock,
    private readonly kept: KeptCongresses,
    private readonly congresses: Congresses,
    private readonly roster: Roster,
    private readonly administration: RosterAdministration,
    private readonly directory: Directory,
  ) {}

  @Get('terms/:id/delegations')
  async delegations(
    @Param('id') id: string,
    @Query('edit') edit: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const term = await this.kept.term(id, actor);
    const edited = (await this.roster.delegations(id)).find((one) => one.id === edit);
    const typed: Typed = edited
      ? { id: edited.id, number: String(edited.number), name: edited.name, unitIds: edited.unitIds }
      : { id: newId() };
    await this.printDelegations(term, new FormView(typed), reply);
  }

  @Post('terms/:id/delegations')
  async putDelegation(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ) {
    const term = await this.kept.term(id, actor);
    const form = readForm(DelegationForm, body);
    if (!form.ok) return this.printDelegations(term, new FormView(form.typed, form.errors), reply.status(422));
    const { name, number, unitIds } = form.value;
    const delegation: Delegation = { id: form.value.id, termId: id, number: Number(number), name };
    await this.administration.putDelegation(delegation, unitIds, actor);
    return void reply.done(`/admin/congress/terms/${id}/delegations`, msg('congress.done.delegation', { name }));
  }

  @Get('terms/:id/committee')
  async committee(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const term = await this.kept.term(id, actor);
    await this.printCommittee(term, new FormView({ id: newId(), validFrom: this.today() }), actor, reply);
  }

  @Post('terms/:id/committee')
  async addSeat(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const term = await this.kept.term(id, actor);
    const form = readForm(SeatForm, body);
    if (!form.ok) return this.printCommittee(term, new FormView(form.typed, form.errors), actor, reply.status(422));
    const { validFrom } = form.value;
    const person = await this.directory.personByNumber(form.value.number);
    if (!person?.active) {
      const errors = { number: msg('identity.grant.nobody') };
      return this.printCommittee(term, new FormView({ ...form.value }, errors), actor, reply.status(422));
    }
    const [validUntil, role] = [form.value.validUntil || null, form.value.role as CommitteeRole];
    await this.administration.addSeat(
      id,
      { id: form.value.id, staffId: person.id, role, validFrom, validUntil },
      actor,
    );
    return void reply.done(`/admin/congress/terms/${id}/committee`, msg('congress.done.seat', { name: person.name }));
  }

  @Post('seats/:id/end')
  async endSeat(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const seat = await this.administration.endSeat(id, actor);
    reply.done(`/admin/congress/terms/${seat.termId}/committee`, msg('congress.done.seatEnded'));
  }

  private async printDelegations(term: CongressTerm, form: FormView, reply: Reply): Promise<void> {
    const [delegations, units] = await Promise.all([this.roster.delegations(term.id), this.directory.activeUnits()]);
    reply.view('congress/admin-delegations', presentDelegations(term, delegations, form, units));
  }

  private async printCommittee(term: CongressTerm, form: FormView, actor: Actor, reply: Reply): Promise<void> {
    const seats = await this.congresses.seats(term.id);
    reply.view('congress/admin-committee', presentCommittee(term, seats, form, this.today(), actor));
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }
}
