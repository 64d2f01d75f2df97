import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { Clock, type Transaction } from '../kernel/index.js';
import type { UnitRole } from './role-grant.entity.js';

// A role for a unit is held by whoever has it for the unit or for any unit above it; the nearest grants win.
const HOLDERS = `
  with recursive above as (
    select id, parent_id, 0 as distance from unit where id = $1
    union
    select unit.id, unit.parent_id, above.distance + 1 from unit join above on unit.id = above.parent_id
  ),
  held as (
    select role_grant.staff_id, above.distance from role_grant
    join above on above.id = role_grant.unit_id
    join staff on staff.id = role_grant.staff_id and staff.active
    where role_grant.role = $2 and role_grant.valid_from <= $3 and (role_grant.valid_until is null or role_grant.valid_until >= $3)
  )
  select distinct staff_id from held where distance = (select min(distance) from held)`;

/** Who holds a role at this moment: for mails, to-dos and lists to choose from. */
@Injectable()
export class RoleHolders {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Staff ids of the nearest holders of the role for a unit. */
  async of(role: UnitRole, unitId: string, tx: Transaction = this.db.manager): Promise<string[]> {
    const rows = (await tx.query(HOLDERS, [unitId, role, beijingDate(this.clock.now())])) as { staff_id: string }[];
    return rows.map((row) => row.staff_id);
  }
}
