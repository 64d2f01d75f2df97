import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Actor,
  administers,
  administersSite,
  authorize,
  ConditionsMissing,
  msg,
  type Transaction,
} from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { Directory } from './directory.js';
import { TakenMeanwhile, UnitInCircle, UnitNotFound, UnitRetired } from './organization.errors.js';
import { UnitMerger } from './unit-merger.js';
import { Unit, type UnitDetails, type UnitUse } from './unit.entity.js';

const USE = `
  select (select count(*)::int from unit where parent_id = $1 and active) as units,
         (select count(*)::int from staff where unit_id = $1 and active) as people`;

/** The tree of units, changed by its administrators. One change of the tree at a time, so that no two make a circle. */
@Injectable()
export class UnitsAdministration {
  constructor(
    private readonly db: DataSource,
    private readonly directory: Directory,
    private readonly events: AdministrativeEvents,
    private readonly merger: UnitMerger,
  ) {}

  async isCodeTaken(code: string, exceptId: string, tx: Transaction = this.db.manager): Promise<boolean> {
    const unit = await tx.findOneBy(Unit, { code });
    return unit !== null && unit.id !== exceptId;
  }

  use(unitId: string, tx: Transaction = this.db.manager): Promise<UnitUse> {
    return tx.query(USE, [unitId]).then(([use]: [UnitUse]) => use);
  }

  /** Adds a unit below another one, or a new root. The same id twice is the same unit. */
  add(id: string, parentId: string | null, details: UnitDetails, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.lockTree(tx);
      const role = authorize(parentId ? administers(actor, parentId) : administersSite(actor, null), 'unit.add');
      if (await tx.existsBy(Unit, { id })) return;
      await this.refuseTaken(details.code, id, tx);
      if (parentId) await this.activeUnit(parentId, tx);
      await tx.insert(Unit, { ...Unit.found(id, parentId, details) });
      await this.record('add', id, actor, role, { ...details, parentId }, tx);
    });
  }

  describe(id: string, details: UnitDetails, actor: Actor): Promise<void> {
    return this.perform('change', id, actor, async (unit, tx) => {
      await this.refuseTaken(details.code, id, tx);
      const changes = unit.changesTo(details);
      const before = Object.fromEntries(changes.map((key) => [key, unit[key]]));
      unit.describe(details);
      return changes.length > 0 ? { before, after: Object.fromEntries(changes.map((key) => [key, unit[key]])) } : null;
    });
  }

  move(id: string, parentId: string, actor: Actor): Promise<void> {
    return this.perform('move', id, actor, async (unit, tx) => {
      authorize(administers(actor, parentId), 'unit.move');
      await this.activeUnit(parentId, tx);
      if ((await this.directory.subtree([id], tx)).includes(parentId)) throw new UnitInCircle();
      const from = unit.parentId;
      unit.moveUnder(parentId);
      return from === parentId ? null : { from, to: parentId };
    });
  }

  retire(id: string, actor: Actor): Promise<void> {
    return this.perform('retire', id, actor, async (unit, tx) => {
      const work = (await this.merger.openWork(unit)).reduce((n, { items }) => n + items.length, 0);
      const open = work === 0 ? [] : [msg('mergers.missing.openWork', { n: work })];
      const missing = [...Unit.missingToRetire(await this.use(id, tx)), ...open];
      if (missing.length > 0) throw new ConditionsMissing('unit.retire', missing);
      unit.retire();
      return {};
    });
  }

  restore(id: string, actor: Actor): Promise<void> {
    return this.perform('restore', id, actor, async (unit, tx) => {
      if (unit.parentId) await this.activeUnit(unit.parentId, tx);
      unit.restore();
      return {};
    });
  }

  private perform(
    action: string,
    id: string,
    actor: Actor,
    step: (unit: Unit, tx: Transaction) => Promise<Record<string, unknown> | null>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.lockTree(tx);
      const unit = await tx.findOneBy(Unit, { id });
      if (!unit) throw new UnitNotFound();
      const role = authorize(administers(actor, id), `unit.${action}`);
      const data = await step(unit, tx);
      if (data === null) return;
      await tx.save(unit);
      await this.record(action, id, actor, role, { name: unit.name, ...data }, tx);
    });
  }

  private async lockTree(tx: Transaction): Promise<void> {
    await tx.query('lock table unit in share row exclusive mode');
  }

  private async activeUnit(id: string, tx: Transaction): Promise<void> {
    const unit = await tx.findOneBy(Unit, { id });
    if (!unit) throw new UnitNotFound();
    if (!unit.active) throw new UnitRetired();
  }

  private async refuseTaken(code: string, id: string, tx: Transaction): Promise<void> {
    if (await this.isCodeTaken(code, id, tx)) throw new TakenMeanwhile(code);
  }

  private async record(
    action: string,
    subjectId: string,
    actor: Actor,
    role: string,
    data: Record<string, unknown>,
    tx: Transaction,
  ): Promise<void> {
    await this.events.record({ subjectType: 'unit', subjectId, action, by: actor, role, data }, tx);
  }
}
