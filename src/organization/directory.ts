import { Injectable } from '@nestjs/common';
import { DataSource, ILike, In } from 'typeorm';
import { NotFound, type Transaction } from '../kernel/index.js';
import { Staff } from './staff.entity.js';
import { Unit } from './unit.entity.js';

const SUBTREE = `
  with recursive below as (
    select id from unit where id = any($1)
    union
    select unit.id from unit join below on unit.parent_id = below.id
  ) select id from below`;

const ANCESTORS = `
  with recursive above as (
    select id, parent_id from unit where id = $1
    union
    select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id
  ) select id from above`;

/** Questions about units and people, for every other room. */
@Injectable()
export class Directory {
  constructor(private readonly db: DataSource) {}

  async unit(id: string, tx: Transaction = this.db.manager): Promise<Unit> {
    const unit = await tx.findOneBy(Unit, { id });
    if (!unit) throw new NotFound('unit');
    return unit;
  }

  /** Units by id, in one query; ids that do not exist are left out. */
  async unitsById(ids: Iterable<string>, tx: Transaction = this.db.manager): Promise<Map<string, Unit>> {
    const units = await tx.findBy(Unit, { id: In([...new Set(ids)]) });
    return new Map(units.map((unit) => [unit.id, unit]));
  }

  /** Every active unit, in the order of the tree. */
  activeUnits(tx: Transaction = this.db.manager): Promise<Unit[]> {
    return tx.find(Unit, { where: { active: true }, order: { position: 'ASC', code: 'ASC' } });
  }

  /** Every unit, retired ones too. */
  allUnits(tx: Transaction = this.db.manager): Promise<Unit[]> {
    return tx.find(Unit, { order: { position: 'ASC', code: 'ASC' } });
  }

  /** How many active people belong to each unit itself. */
  async headcounts(): Promise<Map<string, number>> {
    const rows = (await this.db.query(
      'select unit_id, count(*)::int as people from staff where active group by unit_id',
    )) as { unit_id: string; people: number }[];
    return new Map(rows.map(({ unit_id, people }) => [unit_id, people]));
  }

  /** The units themselves and everything below them. */
  async subtree(unitIds: readonly string[], tx: Transaction = this.db.manager): Promise<string[]> {
    if (unitIds.length === 0) return [];
    const rows = (await tx.query(SUBTREE, [unitIds])) as { id: string }[];
    return rows.map((row) => row.id);
  }

  /** The unit itself and everything above it. */
  async ancestors(unitId: string, tx: Transaction = this.db.manager): Promise<string[]> {
    const rows = (await tx.query(ANCESTORS, [unitId])) as { id: string }[];
    return rows.map((row) => row.id);
  }

  async person(id: string, tx: Transaction = this.db.manager): Promise<Staff> {
    const staff = await tx.findOne(Staff, { where: { id }, relations: { unit: true } });
    if (!staff) throw new NotFound('staff');
    return staff;
  }

  personByNumber(number: string, tx: Transaction = this.db.manager): Promise<Staff | null> {
    return tx.findOne(Staff, { where: { number }, relations: { unit: true } });
  }

  /** People by id with their units, in one query; ids that do not exist are left out. */
  async peopleById(ids: Iterable<string>, tx: Transaction = this.db.manager): Promise<Map<string, Staff>> {
    const people = await tx.find(Staff, { where: { id: In([...new Set(ids)]) }, relations: { unit: true } });
    return new Map(people.map((person) => [person.id, person]));
  }

  /** Active people whose name or number begins with the text, at most 20. */
  search(text: string): Promise<Staff[]> {
    const beginning = `${text.replace(/[%_\\]/g, '\\$&')}%`;
    return this.db.manager.find(Staff, {
      where: [
        { active: true, name: ILike(beginning) },
        { active: true, number: ILike(beginning) },
      ],
      relations: { unit: true },
      order: { number: 'ASC' },
      take: 20,
    });
  }
}
