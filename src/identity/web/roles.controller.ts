import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import {
  type Actor,
  administers,
  authorize,
  Clock,
  isId,
  type Message,
  msg,
  newId,
  NotFound,
  pageRequest,
} from '../../kernel/index.js';
import { Directory, type Staff, type Unit } from '../../organization/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { Duties } from '../duties.js';
import { GrantList, grantFilter } from '../grant-list.js';
import { RoleGrantNotFound } from '../identity.errors.js';
import { type UnitRole } from '../role-grant.entity.js';
import { RoleGrants } from '../role-grants.js';
import { GrantForm } from './grant.form.js';
import { presentRoles, presentRolesOf } from './roles.presenter.js';

@Controller('admin')
export class RolesController {
  constructor(
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly duties: Duties,
    private readonly list: GrantList,
    private readonly grants: RoleGrants,
  ) {}

  @Get('roles')
  async index(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const filter = grantFilter(query);
    return this.printAll(query, this.fresh({ unitId: filter.unitId, role: filter.role }), actor, reply);
  }

  @Get('staff/:id/roles')
  async ofPerson(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const staff = isId(id) ? await this.directory.person(id) : null;
    if (!staff) throw new NotFound('staff');
    await this.printPerson(staff, this.fresh({ number: staff.number, unitId: staff.unitId }), actor, reply);
  }

  @Post('roles')
  async grant(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const form = readForm(GrantForm, body);
    if (!form.ok) return this.printAll({}, new FormView(form.typed, form.errors), actor, reply.status(422));
    const { number, id, unitId, validFrom } = form.value;
    const validUntil = form.value.validUntil || null;
    const staff = await this.directory.personByNumber(number);
    const problems = problemsOf(staff, validFrom, validUntil);
    if (!staff || Object.keys(problems).length > 0)
      return this.printAll({}, new FormView({ ...form.value }, problems), actor, reply.status(422));
    const role = form.value.role as UnitRole;
    await this.grants.grant({ id, staffId: staff.id, role, unitId, validFrom, validUntil }, actor);
    const done = msg('identity.grant.done', { name: staff.name, role: `@identity.roles.${role}` });
    reply.done(`/admin/staff/${staff.id}/roles`, done);
  }

  @Post('roles/:id/end')
  async end(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    if (!isId(id)) throw new RoleGrantNotFound();
    const { staffId } = await this.grants.end(id, actor);
    reply.done(`/admin/staff/${staffId}/roles`, msg('identity.grant.ended'));
  }

  private async printAll(query: Record<string, unknown>, form: FormView, actor: Actor, reply: Reply): Promise<void> {
    const units = await this.administered(actor);
    const filter = grantFilter(query);
    const page = await this.list.page(filter, actor, this.today(), pageRequest(query.page));
    reply.view('admin/roles', presentRoles(page, filter, form, units, actor, this.today()));
  }

  private async printPerson(staff: Staff, form: FormView, actor: Actor, reply: Reply): Promise<void> {
    const [units, grants, duties] = await Promise.all([
      this.administered(actor),
      this.list.ofPerson(staff.id, actor),
      administers(actor, staff.unitId) === null ? [] : this.duties.further(staff.id),
    ]);
    reply.view('admin/staff-roles', presentRolesOf(staff, grants, duties, form, units, actor, this.today()));
  }

  private async administered(actor: Actor): Promise<Unit[]> {
    authorize(actor.is('administrator') ? 'administrator' : null, 'roles');
    return (await this.directory.activeUnits()).filter(({ id }) => administers(actor, id) !== null);
  }

  private fresh(chosen: Record<string, string>): FormView {
    return new FormView({ id: newId(), validFrom: this.today(), ...chosen });
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }
}

function problemsOf(staff: Staff | null, from: string, until: string | null): Record<string, Message> {
  if (!staff?.active) return { number: msg('identity.grant.nobody') };
  return until !== null && until < from ? { validUntil: msg('identity.grant.endsBefore') } : {};
}
