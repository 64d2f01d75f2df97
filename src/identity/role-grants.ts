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

// Grants of the administration of the root of the tree that run on a day.
const SITE_ADMINISTRATION = `
  select role_grant.id, staff_id from role_grant join unit on unit.id = role_grant.unit_id and unit.parent_id is null
  where role = 'administrator' and valid_from <= $1 and (valid_until is null or valid_until >= $1)
    and exists (select from staff where staff.id = staff_id and (staff.active or staff.id = $2))`;

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
      await this.refuseLastAdministrator('role.end', [grant], tx);
      await this.endNow(grant, actor, role, tx);
      return grant;
    });
  }

  /** Whoever leaves the staff keeps no role. The last administrator of the site cannot leave. */
  async endAll(
    staffId: string,
    actor: Pick<Actor, 'staffId' | 'name'>,
    role: string | null,
    tx: Transaction,
  ): Promise<void> {
    const grants = await this.running(staffId, tx);
    await this.refuseLastAdministrator('staff.leave', grants, tx);
    for (const grant of grants) await this.endNow(grant, actor, role, tx);
  }

  /** Whoever moves loses the roles that came with belonging: for units in which they were and no longer are. */
  async endLeftBehind(
    staffId: string,
    left: ReadonlySet<string>,
    actor: Pick<Actor, 'staffId' | 'name'>,
    role: string | null,
    tx: Transaction,
  ) {
    const grants = (await this.running(staffId, tx)).filter(({ unitId }) => left.has(unitId));
    await this.refuseLastAdministrator('staff.move', grants, tx);
    for (const grant of grants) await this.endNow(grant, actor, role, tx);
  }

  /** A unit that was merged into another one has nobody acting for it any more. */
  async endForUnit(
    unitId: string,
    actor: Pick<Actor, 'staffId' | 'name'>,
    role: string | null,
    tx: Transaction,
  ): Promise<void> {
    const grants = (await tx.findBy(RoleGrant, { unitId })).filter((grant) => grant.isRunning(this.today()));
    for (const grant of grants) await this.endNow(grant, actor, role, tx);
  }

  /** What somebody may do today for units. */
  async running(staffId: string, tx: Transaction): Promise<RoleGrant[]> {
    const grants = await tx.findBy(RoleGrant, { staffId });
    return grants.filter((grant) => grant.isRunning(this.today()));
  }

  private async endNow(grant: RoleGrant, actor: Pick<Actor, 'staffId' | 'name'>, role: string | null, tx: Transaction) {
    grant.end(this.today());
    await tx.save(grant);
    await this.record('end_role', grant, actor, role, tx);
  }

  private async refuseLastAdministrator(action: string, ending: readonly RoleGrant[], tx: Transaction): Promise<void> {
    if (!ending.some(({ role }) => role === 'administrator')) return;
    await tx.query('lock table role_grant in share row exclusive mode');
    const all = (await tx.query(SITE_ADMINISTRATION, [this.today(), ending[0]!.staffId])) as { id: string }[];
    const ids = new Set(ending.map(({ id }) => id));
    if (all.some(({ id }) => ids.has(id)) && all.every(({ id }) => ids.has(id)))
      throw new ConditionsMissing(action, [msg('identity.grant.lastAdministrator')]);
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
