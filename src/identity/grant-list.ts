import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, isId, type Page, pageOf, type PageRequest } from '../kernel/index.js';
import { UNIT_ROLES, type UnitRole } from './role-grant.entity.js';

export interface GrantFilter {
  readonly unitId: string;
  readonly role: UnitRole | '';
}

export interface GrantLine {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly number: string;
  readonly role: UnitRole;
  readonly unitId: string;
  readonly unit: string;
  readonly from: string;
  readonly until: string | null;
  readonly total: number;
}

const COLUMNS = `
  role_grant.id, staff_id as "staffId", staff.name, staff.number, role, role_grant.unit_id as "unitId", unit.name as unit,
  valid_from::text as "from", valid_until::text as until, count(*) over ()::int as total
  from role_grant join staff on staff.id = staff_id join unit on unit.id = role_grant.unit_id`;

/** The grants that an administrator may see: for the units they administer. */
@Injectable()
export class GrantList {
  constructor(private readonly db: DataSource) {}

  /** Grants that hold today or will, unit by unit. */
  async page(
    { unitId, role }: GrantFilter,
    actor: Actor,
    today: string,
    request: PageRequest,
  ): Promise<Page<GrantLine>> {
    const administered = actor.scopesOf('administrator');
    const units = unitId === '' ? administered : administered.filter((id) => id === unitId);
    const rows = (await this.db.query(
      `select ${COLUMNS}
       where role_grant.unit_id = any($1) and ($2 = '' or role = $2)
         and (valid_until is null or (valid_until >= $3 and valid_until >= valid_from))
       order by unit.position, unit.code, role, staff.number limit $4 offset $5`,
      [units, role, today, request.size, (request.number - 1) * request.size],
    )) as GrantLine[];
    return pageOf(rows, rows[0]?.total ?? 0, request);
  }

  /** Every grant of a person for the units that the actor administers, past ones too. */
  ofPerson(staffId: string, actor: Actor): Promise<GrantLine[]> {
    return this.db.query(
      `select ${COLUMNS}
       where staff_id = $1 and role_grant.unit_id = any($2) and (valid_until is null or valid_until >= valid_from)
       order by valid_from desc, role`,
      [staffId, actor.scopesOf('administrator')],
    ) as Promise<GrantLine[]>;
  }
}

/** The filter that the address of the list names. */
export function grantFilter({ unit, role }: Readonly<Record<string, unknown>>): GrantFilter {
  return { unitId: isId(unit) ? unit : '', role: UNIT_ROLES.find((one) => one === role) ?? '' };
}
