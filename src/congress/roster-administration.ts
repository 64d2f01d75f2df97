import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, beijingDate } from '../calendar/index.js';
import { type Actor, Clock, type Transaction } from '../kernel/index.js';
import { CongressTerm } from './congress.entity.js';
import { DelegateNotFound, GivenAlready, TermArchived, TermNotFound } from './congress.errors.js';
import { CongressAdministration } from './congress-administration.js';
import { appoints, keepsCongress } from './congress.policy.js';
import { CongressSession } from './congress-session.entity.js';
import { CommitteeSeat, type CommitteeRole, Delegate, Delegation } from './delegate.entity.js';

export interface DelegateDetails {
  readonly delegationId: string | null;
  readonly kind: Delegate['kind'];
  readonly post: Delegate['post'];
}

export interface NewSeat {
  readonly id: string;
  readonly staffId: string;
  readonly role: CommitteeRole;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** Delegations, delegates and the committee of a term. */
@Injectable()
export class RosterAdministration {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly administration: CongressAdministration,
  ) {}

  /** A new delegation, or another name, number and other units for one. */
  putDelegation(delegation: Delegation, unitIds: readonly string[], actor: Actor): Promise<void> {
    const { id, termId, number, name } = delegation;
    return this.inTerm(termId, actor, 'put_delegation', async (tx) => {
      const same = await tx.findOneBy(Delegation, { termId, number });
      if (same && same.id !== id) throw new GivenAlready(String(number));
      if (same?.name === name && isSameSet(unitIds, await unitsOf(id, tx))) return null;
      await tx.upsert(Delegation, { id, termId, number, name }, ['id']);
      await tx.query('delete from delegation_unit where delegation_id = $1', [id]);
      await tx.query('insert into delegation_unit select $1, unnest($2::uuid[])', [id, unitIds]);
      return { delegationId: id, number, name, unitIds };
    });
  }

  /** A person sits once in a term: who sat before and was ended sits again. */
  addDelegate(id: string, termId: string, staffId: string, details: DelegateDetails, actor: Actor): Promise<void> {
    return this.inTerm(termId, actor, 'add_delegate', async (tx) => {
      const seat = await tx.findOneBy(Delegate, { termId, staffId });
      if (seat?.id === id) return null;
      const today = this.today();
      if (seat && (seat.validUntil === null || seat.validUntil >= today)) throw new GivenAlready(staffId);
      if (seat) await tx.update(Delegate, seat.id, { ...details, validUntil: null });
      else await tx.insert(Delegate, { id, termId, staffId, ...details, validFrom: today, validUntil: null });
      return { termId, staffId, ...details };
    });
  }

  changeDelegate(seat: Delegate, details: DelegateDetails, actor: Actor): Promise<void> {
    return this.inTerm(seat.termId, actor, 'change_delegate', async (tx) => {
      await tx.update(Delegate, seat.id, { ...details });
      return { termId: seat.termId, staffId: seat.staffId, ...details };
    });
  }

  endDelegate(seat: Delegate, actor: Actor): Promise<void> {
    return this.inTerm(seat.termId, actor, 'end_delegate', async (tx) => {
      await tx.update(Delegate, seat.id, { validUntil: addDays(this.today(), -1) });
      return { termId: seat.termId, staffId: seat.staffId };
    });
  }

  addSeat(termId: string, seat: NewSeat, actor: Actor): Promise<void> {
    const { staffId, role } = seat;
    const step = async (tx: Transaction) => {
      const held = await tx.findOneBy(CommitteeSeat, { termId, staffId, role });
      if (held?.id === seat.id) return null;
      if (held && (held.validUntil === null || held.validUntil >= this.today())) throw new GivenAlready(staffId);
      if (held) await tx.update(CommitteeSeat, held.id, { validFrom: seat.validFrom, validUntil: seat.validUntil });
      else await tx.insert(CommitteeSeat, { ...seat, termId });
      return { termId, ...seat };
    };
    return this.inTerm(termId, actor, 'add_seat', step, appoints(role));
  }

  async endSeat(seatId: string, actor: Actor): Promise<CommitteeSeat> {
    const seat = await this.db.manager.findOneBy(CommitteeSeat, { id: seatId });
    if (!seat) throw new DelegateNotFound();
    const { id, termId, staffId, role } = seat;
    const step = async (tx: Transaction) => {
      const held = await tx.findOneByOrFail(CommitteeSeat, { id });
      if (held.validUntil !== null && held.validUntil < this.today()) return null;
      await tx.update(CommitteeSeat, id, { validUntil: addDays(this.today(), -1) });
      return { termId, staffId, role };
    };
    await this.inTerm(termId, actor, 'end_seat', step, appoints(role));
    return seat;
  }

  /** Whoever leaves the staff sits nowhere any more. */
  async endAllSeats(staffId: string, tx: Transaction): Promise<void> {
    const end = 'set valid_until = $2 where staff_id = $1 and (valid_until is null or valid_until > $2)';
    const yesterday = addDays(this.today(), -1);
    await tx.query(`update delegate ${end}`, [staffId, yesterday]);
    await tx.query(`update committee_seat ${end}`, [staffId, yesterday]);
  }

  private async inTerm(
    termId: string,
    actor: Actor,
    action: string,
    step: (tx: Transaction) => Promise<Record<string, unknown> | null>,
    rule: typeof keepsCongress = keepsCongress,
  ): Promise<void> {
    const term = await this.db.manager.findOneBy(CongressTerm, { id: termId });
    if (!term) throw new TermNotFound();
    const inLivingTerm = async (tx: Transaction) => {
      await this.requireLiving(termId, tx);
      return step(tx);
    };
    await this.administration.inCongress(term.congressId, actor, action, inLivingTerm, rule);
  }

  /** The roster belongs to the sessions of its term: once the last of them is archived, it is read only like them. */
  private async requireLiving(termId: string, tx: Transaction): Promise<void> {
    const sessions = await tx.find(CongressSession, { where: { termId } });
    if (sessions.length > 0 && sessions.every((session) => session.isArchived())) throw new TermArchived();
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }
}

async function unitsOf(delegationId: string, tx: Transaction): Promise<string[]> {
  const rows = (await tx.query('select unit_id as id from delegation_unit where delegation_id = $1', [
    delegationId,
  ])) as {
    id: string;
  }[];
  return rows.map(({ id }) => id);
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return isDeepStrictEqual(new Set(some), new Set(others));
}
