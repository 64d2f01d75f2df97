import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Actor, administers, isId, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, type Reply } from '../../web/index.js';
import { Directory } from '../directory.js';
import { UnitNotFound } from '../organization.errors.js';
import { type MergerPlan, UnitMerger } from '../unit-merger.js';
import type { Unit } from '../unit.entity.js';
import { unitOptions } from './units.presenter.js';

/** A unit is merged into another one: chosen, looked at in full, then done. */
@Controller('admin/units/:id/merger')
export class MergerController {
  constructor(
    private readonly directory: Directory,
    private readonly merger: UnitMerger,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query('successor') successorId: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const unit = await this.find(id, actor);
    const plan = isId(successorId) ? await this.merger.plan(id, successorId, actor) : null;
    reply.view('admin/merger', present(unit, await this.successors(unit, actor), plan));
  }

  @Post()
  async merge(
    @Param('id') id: string,
    @Body('successor') successorId: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const unit = await this.find(id, actor);
    if (!isId(successorId)) {
      const page = present(unit, await this.successors(unit, actor), null, UNCHOSEN);
      return void reply.status(422).view('admin/merger', page);
    }
    await this.merger.merge(id, successorId, actor);
    reply.done(`/admin/units/${successorId}`, msg('mergers.done', { name: unit.name }));
  }

  private async find(id: string, actor: Actor): Promise<Unit> {
    if (!isId(id) || administers(actor, id) === null) throw new UnitNotFound();
    return this.directory.unit(id);
  }

  private async successors(unit: Unit, actor: Actor): Promise<Unit[]> {
    const below = new Set(await this.directory.subtree([unit.id]));
    const units = await this.directory.activeUnits();
    return units.filter(({ id }) => !below.has(id) && administers(actor, id) !== null);
  }
}

const UNCHOSEN = { successor: msg('forms.errors.choice', { label: '@mergers.successor' }) };

function present(unit: Unit, units: readonly Unit[], plan: MergerPlan | null, errors = {}) {
  const form = new FormView({ successor: plan?.successor.id ?? '' }, errors);
  const address = `/admin/units/${unit.id}/merger`;
  return {
    pageTitle: msg('mergers.title', { name: unit.name }),
    breadcrumbs: [
      { text: msg('organization.units.title'), href: '/admin/units' },
      { text: unit.name, href: `/admin/units/${unit.id}` },
    ],
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    address,
    successor: form.choice('successor', unitOptions(units)),
    plan: plan && {
      title: msg('mergers.plan', { name: unit.name, successor: plan.successor.name }),
      people: msg('mergers.people', { n: plan.people }),
      units:
        plan.units.length > 0 ? msg('mergers.units', { names: plan.units.map(({ name }) => name).join('、') }) : null,
      parts: plan.parts,
      action: {
        action: address,
        hidden: [{ name: 'successor', value: plan.successor.id }],
        text: msg('mergers.merge'),
        tone: 'danger',
        confirm: msg('mergers.confirm', { name: unit.name, successor: plan.successor.name }),
      },
    },
  };
}
