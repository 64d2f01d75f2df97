import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { type Actor, administers, authorize, Clock, type Transaction } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { MailAddressRules } from './mail-address-rules.js';
import { LeavingTooLate, StaffNotFound, TakenMeanwhile } from './organization.errors.js';
import { Staff, type StaffDetails } from './staff.entity.js';
import { Unit } from './unit.entity.js';

export interface StaffChange {
  readonly staffId: string;
  readonly name: string;
  readonly number: string;
}

/** The staff directory, changed by its administrators. Who moves or leaves loses at once what went with the old place (see identity, congress). */
@Injectable()
export class StaffAdministration {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: AdministrativeEvents,
    private readonly addresses: MailAddressRules,
  ) {}

  async isNumberTaken(number: string, exceptId: string, tx: Transaction = this.db.manager): Promise<boolean> {
    const staff = await tx.findOneBy(Staff, { number });
    return staff !== null && staff.id !== exceptId;
  }

  /** The same id twice is the same person. */
  add(id: string, details: StaffDetails, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const role = authorize(administers(actor, details.unitId), 'staff.add');
      if (await tx.existsBy(Staff, { id })) return;
      await this.refuse(details, id, tx);
      await tx.insert(Staff, { id, ...details, active: true, leftOn: null });
      await this.record('add', { staffId: id, ...details }, actor, role, { unitId: details.unitId }, tx);
    });
  }

  edit(id: string, details: StaffDetails, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { staff, role } = await this.lock(id, actor, 'staff.edit', tx);
      authorize(administers(actor, details.unitId), 'staff.edit');
      await this.refuse(details, id, tx);
      const changed = staff.changesTo(details);
      if (changed.length === 0) return;
      if (changed.includes('mail')) await this.addresses.ask(id, actor, tx);
      await tx.update(Staff, id, { ...details });
      const person = { staffId: id, name: details.name, number: details.number };
      await this.record('edit', person, actor, role, { changed }, tx);
      if (staff.unitId !== details.unitId) await this.moved(person, staff.unitId, details.unitId, actor, role, tx);
    });
  }

  leave(id: string, on: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { staff, role } = await this.lock(id, actor, 'staff.leave', tx);
      if (on > beijingDate(this.clock.now())) throw new LeavingTooLate();
      if (!staff.active) return;
      await tx.update(Staff, id, { active: false, leftOn: on });
      await this.left({ staffId: id, name: staff.name, number: staff.number }, on, actor, role, tx);
    });
  }

  comeBack(id: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { staff, role } = await this.lock(id, actor, 'staff.return', tx);
      if (staff.active) return;
      await tx.update(Staff, id, { active: true, leftOn: null });
      await this.record('return', { staffId: id, name: staff.name, number: staff.number }, actor, role, {}, tx);
    });
  }

  /** Announces that somebody now belongs to another unit. */
  async moved(person: StaffChange, from: string, to: string, actor: Actor, role: string, tx: Transaction) {
    await this.record('move', person, actor, role, { from, to }, tx);
  }

  /** Announces that somebody is no longer on the staff. */
  async left(person: StaffChange, on: string, actor: Actor, role: string, tx: Transaction) {
    await this.record('leave', person, actor, role, { on }, tx);
  }

  private async lock(
    id: string,
    actor: Actor,
    action: string,
    tx: Transaction,
  ): Promise<{ staff: Staff; role: string }> {
    const staff = await tx.findOne(Staff, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!staff) throw new StaffNotFound();
    return { staff, role: authorize(administers(actor, staff.unitId), action) };
  }

  private async refuse(details: StaffDetails, id: string, tx: Transaction): Promise<void> {
    if (await this.isNumberTaken(details.number, id, tx)) throw new TakenMeanwhile(details.number);
    if (!(await tx.existsBy(Unit, { id: details.unitId }))) throw new StaffNotFound();
  }

  private async record(
    action: string,
    { staffId, name, number }: StaffChange,
    actor: Actor,
    role: string,
    data: Record<string, unknown>,
    tx: Transaction,
  ): Promise<void> {
    const facts = { name, number, ...data };
    await this.events.record({ subjectType: 'staff', subjectId: staffId, action, by: actor, role, data: facts }, tx);
  }
}
