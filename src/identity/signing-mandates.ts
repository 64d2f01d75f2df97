import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThanOrEqual } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { type Actor, administers, authorize, Clock, NotPermitted, type Transaction } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { Directory, type Staff } from '../organization/index.js';
import { Actors } from './actors.js';
import { MandateNotFound, MandateOverlaps, MandateOutOfOrder, NothingToDelegate } from './mandate.errors.js';
import { type MandatePart, ROLE_BEHIND, SigningMandate } from './signing-mandate.entity.js';

export interface NewMandate {
  readonly id: string;
  readonly principalId: string;
  readonly deputyId: string;
  readonly part: MandatePart;
  readonly unitId: string | null;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly reason: string;
  /** The written authorisation, when it is entered for the principal. */
  readonly document: string | null;
}

/** Given by the principal, or entered by an administrator of their unit with the written authorisation; revoked at once. */
@Injectable()
export class SigningMandates {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly actors: Actors,
    private readonly directory: Directory,
    private readonly events: AdministrativeEvents,
  ) {}

  /** Given by this person, and held by them, the newest first. */
  of(staffId: string): Promise<SigningMandate[]> {
    const where = [{ principalId: staffId }, { deputyId: staffId }];
    return this.db.manager.find(SigningMandate, { where, order: { validFrom: 'DESC', id: 'DESC' } });
  }

  /** Those that hold, or will, of people in the units that somebody administers. */
  async administered(actor: Actor): Promise<SigningMandate[]> {
    const today = beijingDate(this.clock.now());
    const where = { validUntil: MoreThanOrEqual(today), revokedAt: IsNull() };
    const running = await this.db.manager.find(SigningMandate, { where, order: { validFrom: 'ASC', id: 'ASC' } });
    const people = await this.directory.peopleById(running.map(({ principalId }) => principalId));
    return running.filter((one) => administers(actor, people.get(one.principalId)!.unitId) !== null);
  }

  /** The same id twice is the same mandate. */
  async give(mandate: NewMandate, actor: Actor): Promise<void> {
    const principal = await this.directory.person(mandate.principalId);
    const role = this.roleOf(actor, principal, mandate);
    await this.requireSomething(mandate);
    return this.db.transaction(async (tx) => {
      await tx.query('select 1 from staff where id = $1 for update', [principal.id]);
      if (await tx.existsBy(SigningMandate, { id: mandate.id })) return;
      await this.requireInOrder(mandate, actor, tx);
      const entered = { enteredBy: actor.staffId!, enteredAt: this.clock.now(), revokedBy: null, revokedAt: null };
      await tx.insert(SigningMandate, { ...mandate, ...entered });
      await this.record('authorize_deputy', mandate, principal, actor, role, tx);
    });
  }

  /** By the principal, the deputy or an administrator; from this moment on nothing is signed under it. */
  revoke(id: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const mandate = await tx.findOne(SigningMandate, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!mandate) throw new MandateNotFound();
      const principal = await this.directory.person(mandate.principalId, tx);
      const isOwn = actor.isPerson(mandate.principalId) || actor.isPerson(mandate.deputyId);
      const role = authorize(isOwn ? 'staff' : administers(actor, principal.unitId), 'mandate.revoke');
      if (mandate.isRevoked) return;
      await tx.update(SigningMandate, id, { revokedBy: actor.staffId!, revokedAt: this.clock.now() });
      await this.record('revoke_deputy', mandate, principal, actor, role, tx);
    });
  }

  private roleOf(actor: Actor, { id, unitId }: Staff, { part, deputyId }: NewMandate): string {
    if (actor.isPerson(deputyId)) throw new NotPermitted('mandate.give');
    const own = actor.is(ROLE_BEHIND[part]) ? ROLE_BEHIND[part] : null;
    return authorize(actor.isPerson(id) ? own : administers(actor, unitId), 'mandate.give');
  }

  /** Only what one may sign oneself can be given to somebody else. */
  private async requireSomething({ principalId, part, unitId }: NewMandate): Promise<void> {
    const principal = await this.actors.find(principalId);
    const scopes = principal?.scopesOf(ROLE_BEHIND[part]) ?? [];
    if (scopes.length === 0 || (unitId !== null && !scopes.includes(unitId))) throw new NothingToDelegate();
  }

  private async requireInOrder(mandate: NewMandate, actor: Actor, tx: Transaction): Promise<void> {
    const { principalId, deputyId, part, validFrom, validUntil, document } = mandate;
    const deputy = await this.directory.person(deputyId, tx);
    const isDocumented = actor.isPerson(principalId) || document !== null;
    const isDated = validFrom >= beijingDate(this.clock.now()) && validUntil >= validFrom;
    if (!deputy.active || deputyId === principalId || !isDocumented || !isDated) throw new MandateOutOfOrder();
    const others = await tx.findBy(SigningMandate, { principalId, deputyId, part });
    const isSame = (one: SigningMandate) => one.unitId === mandate.unitId || one.unitId === null;
    if (others.some((one) => isSame(one) && one.overlaps(validFrom, validUntil))) throw new MandateOverlaps();
  }

  private async record(
    action: string,
    { id, deputyId, part, unitId, validFrom, validUntil, document }: Omit<NewMandate, 'reason'>,
    { id: principalId, name }: Staff,
    actor: Actor,
    role: string,
    tx: Transaction,
  ): Promise<void> {
    const data = { mandateId: id, staffId: deputyId, principalId, title: name, part, unitId, validFrom, document };
    const deed = { subjectType: 'staff', subjectId: principalId, action, by: actor, role };
    await this.events.record({ ...deed, data: { ...data, until: validUntil } }, tx);
  }
}
