import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Actor,
  administers,
  authorize,
  ConditionsMissing,
  type Message,
  msg,
  type Transaction,
} from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { Directory } from './directory.js';
import { UnitInCircle, UnitNotFound, UnitRetired } from './organization.errors.js';
import { Staff } from './staff.entity.js';
import { StaffAdministration } from './staff-administration.js';
import { Unit } from './unit.entity.js';

/** What of one room would go to the successor, as the page lists it. */
export interface MergerPart {
  readonly title: Message;
  readonly items: readonly { readonly text: string; readonly note: Message }[];
}
export type MergerPreview = (unit: Unit) => Promise<MergerPart>;

/** Everything that would go, before anything has. */
export interface MergerPlan {
  readonly unit: Unit;
  readonly successor: Unit;
  readonly units: readonly Unit[];
  readonly people: number;
  readonly parts: readonly MergerPart[];
}

/** 机构调整: a unit is closed and another one takes over its units, its people and, told by the event, its open work in every room. */
@Injectable()
export class UnitMerger {
  private readonly previews: MergerPreview[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly directory: Directory,
    private readonly staff: StaffAdministration,
    private readonly events: AdministrativeEvents,
  ) {}

  add(preview: MergerPreview): void {
    this.previews.push(preview);
  }

  /** What the unit still has to do, in every room. */
  openWork(unit: Unit): Promise<MergerPart[]> {
    return Promise.all(this.previews.map((preview) => preview(unit)));
  }

  async plan(unitId: string, successorId: string, actor: Actor): Promise<MergerPlan> {
    const { unit, successor } = await this.pair(unitId, successorId, actor, this.db.manager);
    const parts = await this.openWork(unit);
    const units = await this.db.manager.findBy(Unit, { parentId: unitId, active: true });
    const people = await this.db.manager.countBy(Staff, { unitId, active: true });
    return { unit, successor, units, people, parts };
  }

  /** All in one transaction: what cannot move keeps everything where it is. */
  merge(unitId: string, successorId: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query('lock table unit in share row exclusive mode');
      const { unit, successor, role } = await this.pair(unitId, successorId, actor, tx);
      await tx.update(Unit, { parentId: unitId, active: true }, { parentId: successorId });
      await this.movePeople(unit, successor, actor, role, tx);
      unit.mergeInto(successorId);
      await tx.save(unit);
      const data = { name: unit.name, successorId, successor: successor.name };
      await this.events.record({ subjectType: 'unit', subjectId: unitId, action: 'merge', by: actor, role, data }, tx);
    });
  }

  private async movePeople(from: Unit, to: Unit, actor: Actor, role: string, tx: Transaction): Promise<void> {
    const people = await tx.findBy(Staff, { unitId: from.id, active: true });
    await tx.update(Staff, { unitId: from.id, active: true }, { unitId: to.id });
    for (const { id: staffId, name, number } of people)
      await this.staff.moved({ staffId, name, number }, from.id, to.id, actor, role, tx);
  }

  private async pair(unitId: string, successorId: string, actor: Actor, tx: Transaction) {
    const role = authorize(administers(actor, unitId), 'unit.merge');
    authorize(administers(actor, successorId), 'unit.merge');
    const units = await this.directory.unitsById([unitId, successorId], tx);
    const [unit, successor] = [units.get(unitId), units.get(successorId)];
    if (!unit || !successor) throw new UnitNotFound();
    if (!unit.active || !successor.active) throw new UnitRetired();
    if (unit.parentId === null) throw new ConditionsMissing('unit.merge', [msg('mergers.missing.notTheRoot')]);
    if ((await this.directory.subtree([unitId], tx)).includes(successorId)) throw new UnitInCircle();
    return { unit, successor, role };
  }
}
