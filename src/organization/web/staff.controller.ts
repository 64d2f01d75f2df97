import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, administers, authorize, Clock, isId, msg, newId, pageRequest } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { Directory } from '../directory.js';
import { StaffNotFound } from '../organization.errors.js';
import type { Staff } from '../staff.entity.js';
import { StaffAdministration } from '../staff-administration.js';
import { StaffDirectory, staffFilter } from '../staff-directory.js';
import type { Unit } from '../unit.entity.js';
import { presentHistory } from './history.presenter.js';
import { detailsOf, LeaveForm, StaffForm, typedOf } from './staff.form.js';
import { presentNewStaff, presentStaff, presentStaffList } from './staff.presenter.js';

@Controller('admin/staff')
export class StaffController {
  constructor(
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly list: StaffDirectory,
    private readonly administration: StaffAdministration,
    private readonly ledger: Ledger,
  ) {}

  @Get()
  async index(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const units = await this.administered(actor);
    const filter = staffFilter(query);
    const page = await this.list.page(filter, actor, pageRequest(query.page));
    reply.view('admin/staff', presentStaffList(page, filter, units));
  }

  @Get('new')
  async offer(@Query('unit') unitId: string | undefined, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = new FormView({ id: newId(), unitId: unitId ?? '' });
    reply.view('admin/staff-new', presentNewStaff(form, await this.administered(actor)));
  }

  @Post()
  async add(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const units = await this.administered(actor);
    const form = readForm(StaffForm, body);
    const refusal = await this.refusalOf(form, body);
    if (!form.ok || refusal) return void reply.status(422).view('admin/staff-new', presentNewStaff(refusal!, units));
    await this.administration.add(form.value.id, detailsOf(form.value), actor);
    reply.done(`/admin/staff/${form.value.id}`, msg('organization.done.staffAdded', { name: form.value.name }));
  }

  @Get(':id')
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const staff = await this.find(id, actor);
    await this.print(staff, new FormView(typedOf(staff)), this.leaving(), actor, reply);
  }

  @Post(':id')
  async edit(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const staff = await this.find(id, actor);
    const form = readForm(StaffForm, { ...(body as object), id });
    const refusal = await this.refusalOf(form, body);
    if (!form.ok || refusal) return this.print(staff, refusal!, this.leaving(), actor, reply.status(422));
    await this.administration.edit(id, detailsOf(form.value), actor);
    return void reply.done(`/admin/staff/${id}`, msg('organization.done.staffChanged', { name: form.value.name }));
  }

  @Post(':id/departure')
  async leave(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const staff = await this.find(id, actor);
    const form = readForm(LeaveForm, body);
    if (!form.ok || form.value.leftOn > this.today()) {
      const errors = form.ok ? { leftOn: msg('organization.staff.leftTooLate') } : form.errors;
      const leaving = new FormView(form.ok ? { leftOn: form.value.leftOn } : form.typed, errors);
      return this.print(staff, new FormView(typedOf(staff)), leaving, actor, reply.status(422));
    }
    await this.administration.leave(id, form.value.leftOn, actor);
    return void reply.done(`/admin/staff/${id}`, msg('organization.done.staffLeft', { name: staff.name }));
  }

  @Post(':id/return')
  async comeBack(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const staff = await this.find(id, actor);
    await this.administration.comeBack(id, actor);
    reply.done(`/admin/staff/${id}`, msg('organization.done.staffBack', { name: staff.name }));
  }

  private async find(id: string, actor: Actor): Promise<Staff> {
    const staff = isId(id) ? (await this.directory.peopleById([id])).get(id) : undefined;
    if (!staff || administers(actor, staff.unitId) === null) throw new StaffNotFound();
    return staff;
  }

  private async administered(actor: Actor): Promise<Unit[]> {
    authorize(actor.is('administrator') ? 'administrator' : null, 'staff');
    return (await this.directory.activeUnits()).filter(({ id }) => administers(actor, id) !== null);
  }

  private async print(staff: Staff, form: FormView, leaving: FormView, actor: Actor, reply: Reply): Promise<void> {
    const [units, entries] = await Promise.all([this.administered(actor), this.ledger.timeline([staff.id])]);
    const events = presentHistory(entries);
    reply.view('admin/staff-member', presentStaff(staff, form, leaving, units, events, this.today()));
  }

  private async refusalOf(form: ReturnType<typeof readForm<StaffForm>>, body: unknown): Promise<FormView | null> {
    if (!form.ok) return new FormView(form.typed, form.errors);
    const { number, id } = form.value;
    if (!(await this.administration.isNumberTaken(number, id))) return null;
    return new FormView(body as Record<string, string>, { number: msg('organization.staff.numberTaken', { number }) });
  }

  private leaving(): FormView {
    return new FormView({ leftOn: this.today() });
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }
}
