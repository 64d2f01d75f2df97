import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import {
  type Actor,
  administers,
  authorize,
  Clock,
  ConditionsMissing,
  msg,
  type Transaction,
} from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { RoleAlreadyHeld, RoleGrantNotFound } from './identity.errors.js';
import { RoleGrant, type UnitRole } from './role-grant.entity.js';

export interface NewGrant {
  readonly id: string;
  readonly staffId: string;
  readonly role: UnitRole;
  readonly unitId: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

const OTHER_SITE_ADMINISTRATORS = `
  select 1 from role_grant join unit on unit.id = role_grant.unit_id and unit.parent_id is null
  join staff on staff.id = role_grant.staff_id and staff.active
  where role = 'administrator' and role_grant.id <> $1 and valid_from <= $2 and (valid_until is null or valid_until >= $2)
  limit 1`;

/** Roles for units, given and ended by the administrators of those units. */
@Injectable()
export class RoleGrants {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: AdministrativeEvents,
  ) {}

  /** The same id twice is the same grant. */
  grant(grant: NewGrant, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const role = authorize(administers(actor, grant.unitId), 'role.grant');
      await tx.query('select 1 from staff where id = $1 for update', [grant.staffId]);
      if (await tx.existsBy(RoleGrant, { id: grant.id })) return;
      const { staffId, unitId, role: granted } = grant;
      const held = await tx.findBy(RoleGrant, { staffId, unitId, role: granted });
      if (held.some((one) => one.overlaps(grant.validFrom, grant.validUntil))) throw new RoleAlreadyHeld();
      const again = held.find((one) => one.validFrom === grant.validFrom);
      if (again) await tx.update(RoleGrant, again.id, { validUntil: grant.validUntil, grantedBy: actor.staffId });
      else await tx.insert(RoleGrant, { ...grant, grantedBy: actor.staffId });
      await this.record('grant_role', grant, actor, role, tx);
    });
  }

  /** Ends a grant at once. The site keeps at least one administrator. */
  end(id: string, actor: Actor): Promise<RoleGrant> {
    return this.db.transaction(async (tx) => {
      await tx.query('lock table role_grant in share row exclusive mode');
      const grant = await tx.findOneBy(RoleGrant, { id });
      if (!grant) throw new RoleGrantNotFound();
      const role = authorize(administers(actor, grant.unitId), 'role.end');
      if (!grant.isRunning(this.today())) return grant;
      await this.refuseLastAdministrator(grant, actor, tx);
      await this.endNow(grant, actor, role, tx);
      return grant;
    });
  }

  /** Whoever leaves the staff keeps no role. */
  async endAll(
    staffId: string,
    actor: Pick<Actor, 'staffId' | 'name'>,
    role: string | null,
    tx: Transaction,
  ): Promise<void> {
    for (const grant of await this.running(staffId, tx)) await this.endNow(grant, actor, role, tx);
  }

  /** Whoever moves loses the roles that came with belonging: for units in which they were and no longer are. */
  async endLeftBehind(
    staffId: string,
    left: ReadonlySet<string>,
    actor: Pick<Actor, 'staffId' | 'name'>,
    role: string | null,
    tx: Transaction,
  ) {
    for (const grant of await this.running(staffId, tx))
      if (left.has(grant.unitId)) await this.endNow(grant, actor, role, tx);
  }

  private async running(staffId: string, tx: Transaction): Promise<RoleGrant[]> {
    const grants = await tx.findBy(RoleGrant, { staffId });
    return grants.filter((grant) => grant.isRunning(this.today()));
  }

  private async endNow(grant: RoleGrant, actor: Pick<Actor, 'staffId' | 'name'>, role: string | null, tx: Transaction) {
    grant.end(this.today());
    await tx.save(grant);
    await this.record('end_role', grant, actor, role, tx);
  }

  private async refuseLastAdministrator(grant: RoleGrant, actor: Actor, tx: Transaction): Promise<void> {
    if (grant.role !== 'administrator' || !actor.is('site_administrator')) return;
    const others = (await tx.query(OTHER_SITE_ADMINISTRATORS, [grant.id, this.today()])) as unknown[];
    if (others.length === 0) throw new ConditionsMissing('role.end', [msg('identity.grant.lastAdministrator')]);
  }

  private async record(
    action: string,
    { staffId, role: granted, unitId, validFrom, validUntil }: Omit<NewGrant, 'id'>,
    actor: Pick<Actor, 'staffId' | 'name'>,
    role: string | null,
    tx: Transaction,
  ): Promise<void> {
    const data = { role: granted, unitId, validFrom, validUntil };
    await this.events.record({ subjectType: 'staff', subjectId: staffId, action, by: actor, role, data }, tx);
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }
}
