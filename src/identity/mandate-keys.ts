import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { Clock, type Transaction } from '../kernel/index.js';
import { Actors } from './actors.js';
import { type MandatePart, SigningMandate } from './signing-mandate.entity.js';

// What the mandates of a deputy open today: the units for which their principals hold the role themselves, and the principals in person.
const KEYS = `
  with recursive
  mandated as (
    select principal_id, part, signing_mandate.unit_id from signing_mandate join staff on staff.id = principal_id and staff.active
    where deputy_id = $1 and revoked_at is null and signing_mandate.valid_from <= $2 and signing_mandate.valid_until >= $2
  ),
  granted as (
    select mandated.part, mandated.unit_id as only_unit, role_grant.unit_id from mandated
    join role_grant on role_grant.staff_id = mandated.principal_id
      and role_grant.role = case mandated.part when 'head' then 'unit_head' else 'leader' end
      and role_grant.valid_from <= $2 and (role_grant.valid_until is null or role_grant.valid_until >= $2)
    union
    select granted.part, granted.only_unit, unit.id from unit join granted on unit.parent_id = granted.unit_id
  )
  select 'deputy_' || part || ':' || unit_id as key from granted where only_unit is null or only_unit = unit_id
  union
  select 'deputy_of:' || principal_id from mandated where part = 'leader' and unit_id is null`;

/** $1 the part, $2 today, $3 the deputy or null for all, $4 the unit, $5 the leader in charge. */
const ACTING = `
  with recursive above as (
    select id, parent_id from unit where id = $4
    union
    select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id
  )
  select mandate.id from signing_mandate mandate join staff on staff.id = mandate.principal_id and staff.active
  where mandate.part = $1 and mandate.revoked_at is null and mandate.valid_from <= $2 and mandate.valid_until >= $2
    and ($3::uuid is null or mandate.deputy_id = $3)
    and (mandate.unit_id is null or mandate.unit_id = $4)
    and ($1 = 'leader' and mandate.principal_id = $5 or exists (
      select from role_grant join above on above.id = role_grant.unit_id
      where role_grant.staff_id = mandate.principal_id and role_grant.role = case $1 when 'head' then 'unit_head' else 'leader' end
        and role_grant.valid_from <= $2 and (role_grant.valid_until is null or role_grant.valid_until >= $2)))
  order by mandate.entered_at, mandate.id`;

/** Where a signature is given: for which unit, under which leader. */
export interface SigningPlace {
  readonly unitId: string;
  readonly leaderId: string | null;
}

/** What mandates give: keys to the deputy, and the mandate under which a signature stands. */
@Injectable()
export class MandateKeys implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly actors: Actors,
  ) {}

  onModuleInit(): void {
    this.actors.addSource((staffId, today) => this.keysOf(staffId, today));
  }

  /** The mandate under which this deputy signs there today; it cannot be revoked before the transaction ends. */
  async acting(
    deputyId: string,
    part: MandatePart,
    place: SigningPlace,
    tx: Transaction,
  ): Promise<SigningMandate | null> {
    const [id] = await this.ids(part, deputyId, place, tx);
    if (id === undefined) return null;
    const mandate = await tx.findOne(SigningMandate, { where: { id }, lock: { mode: 'pessimistic_read' } });
    return mandate?.isRevoked === false ? mandate : null;
  }

  /** Everybody who may sign there today for somebody else. */
  async deputies(part: MandatePart, place: SigningPlace, tx: Transaction): Promise<string[]> {
    const ids = await this.ids(part, null, place, tx);
    const mandates = await Promise.all(ids.map((id) => tx.findOneByOrFail(SigningMandate, { id })));
    return mandates.map(({ deputyId }) => deputyId);
  }

  private async ids(part: MandatePart, deputyId: string | null, { unitId, leaderId }: SigningPlace, tx: Transaction) {
    const today = beijingDate(this.clock.now());
    const rows = (await tx.query(ACTING, [part, today, deputyId, unitId, leaderId])) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  private async keysOf(staffId: string, today: string): Promise<string[]> {
    const rows = (await this.db.query(KEYS, [staffId, today])) as { key: string }[];
    const keys = rows.map(({ key }) => key);
    return [...new Set([...keys, ...keys.map((key) => key.split(':')[0]!)])];
  }
}
