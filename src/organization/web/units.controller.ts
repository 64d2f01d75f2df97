import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Actor, administers, authorize, isId, msg, newId } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { Directory } from '../directory.js';
import { UnitNotFound } from '../organization.errors.js';
import type { Unit } from '../unit.entity.js';
import { UnitsAdministration } from '../units-administration.js';
import { presentHistory } from './history.presenter.js';
import { detailsOf, typedOf, UnitForm } from './unit.form.js';
import { presentNewUnit, presentTree, presentUnit } from './units.presenter.js';

@Controller('admin/units')
export class UnitsController {
  constructor(
    private readonly directory: Directory,
    private readonly administration: UnitsAdministration,
    private readonly ledger: Ledger,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const units = await this.administered(actor);
    reply.view('admin/units', presentTree(units, await this.directory.headcounts()));
  }

  @Get('new')
  async offer(@Query('parent') parent: string | undefined, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = new FormView({ id: newId(), parentId: parent ?? '', kind: 'department', position: '0' });
    reply.view('admin/unit-new', presentNewUnit(form, active(await this.administered(actor))));
  }

  @Post()
  async add(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const units = active(await this.administered(actor));
    const form = readForm(UnitForm, body);
    const refusal = await this.refusalOf(form, body);
    if (!form.ok || refusal) return void reply.status(422).view('admin/unit-new', presentNewUnit(refusal!, units));
    const { id, parentId, name } = form.value;
    await this.administration.add(id, parentId || null, detailsOf(form.value), actor);
    reply.done(`/admin/units/${id}`, msg('organization.done.unitAdded', { name }));
  }

  @Get(':id')
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const unit = await this.find(id, actor);
    await this.print(unit, new FormView(typedOf(unit)), actor, reply);
  }

  @Post(':id')
  async change(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const unit = await this.find(id, actor);
    const form = readForm(UnitForm, { ...(body as object), id });
    const refusal = await this.refusalOf(form, body);
    if (!form.ok || refusal) return this.print(unit, refusal!, actor, reply.status(422));
    await this.administration.describe(id, detailsOf(form.value), actor);
    return void reply.done(`/admin/units/${id}`, msg('organization.done.unitChanged', { name: form.value.name }));
  }

  @Post(':id/move')
  async move(
    @Param('id') id: string,
    @Body('parentId') to: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ) {
    const unit = await this.find(id, actor);
    if (!isId(to)) return this.print(unit, new FormView(typedOf(unit), PARENT_MISSING), actor, reply.status(422));
    await this.administration.move(id, to, actor);
    return void reply.done(`/admin/units/${id}`, msg('organization.done.unitMoved', { name: unit.name }));
  }

  @Post(':id/retirement')
  async retire(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const unit = await this.find(id, actor);
    await this.administration.retire(id, actor);
    reply.done('/admin/units', msg('organization.done.unitRetired', { name: unit.name }));
  }

  @Post(':id/restoration')
  async restore(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const unit = await this.find(id, actor);
    await this.administration.restore(id, actor);
    reply.done(`/admin/units/${id}`, msg('organization.done.unitRestored', { name: unit.name }));
  }

  private async administered(actor: Actor): Promise<Unit[]> {
    authorize(actor.is('administrator') ? 'administrator' : null, 'units');
    return (await this.directory.allUnits()).filter(({ id }) => administers(actor, id) !== null);
  }

  private async find(id: string, actor: Actor): Promise<Unit> {
    if (!isId(id) || administers(actor, id) === null) throw new UnitNotFound();
    return this.directory.unit(id);
  }

  private async print(unit: Unit, form: FormView, actor: Actor, reply: Reply): Promise<void> {
    const [units, use, below, entries] = await Promise.all([
      this.administered(actor),
      this.administration.use(unit.id),
      this.directory.subtree([unit.id]),
      this.ledger.timeline([unit.id]),
    ]);
    const others = active(units).filter(({ id }) => !below.includes(id));
    reply.view('admin/unit', presentUnit(unit, form, others, use, presentHistory(entries)));
  }

  /** The form as it was typed with what is wrong, the code that another unit has included; null when all is well. */
  private async refusalOf(form: ReturnType<typeof readForm<UnitForm>>, body: unknown): Promise<FormView | null> {
    if (!form.ok) return new FormView(form.typed, form.errors);
    const { code, id } = form.value;
    if (!(await this.administration.isCodeTaken(code, id))) return null;
    return new FormView(body as Record<string, string>, { code: msg('organization.unit.codeTaken', { code }) });
  }
}

const PARENT_MISSING = { parentId: msg('forms.errors.choice', { label: '@organization.unit.parent' }) };

function active(units: readonly Unit[]): Unit[] {
  return units.filter((unit) => unit.active);
}
