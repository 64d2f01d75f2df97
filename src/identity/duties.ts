import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Message, msg } from '../kernel/index.js';

/** A role as its holder reads it: what, for what, from when to when. */
export interface Duty {
  readonly role: Message;
  readonly scope: Message | string;
  readonly from: string;
  readonly until: string | null;
}

export type DutySource = (staffId: string) => Promise<Duty[]>;

interface GrantRow {
  readonly role: string;
  readonly scope: string;
  readonly from: string;
  readonly until: string | null;
}

const GRANTS = `
  select role, unit.name as scope, valid_from::text as "from", valid_until::text as until
  from role_grant join unit on unit.id = role_grant.unit_id
  where staff_id = $1 and (valid_until is null or valid_until >= valid_from)
  order by valid_from desc, role`;

/** Every role of a person, past ones too: those for units, and what other rooms know (the congress). */
@Injectable()
export class Duties {
  private readonly sources: DutySource[] = [];

  constructor(private readonly db: DataSource) {}

  add(source: DutySource): void {
    this.sources.push(source);
  }

  async of(staffId: string): Promise<Duty[]> {
    const [rows, further] = await Promise.all([
      this.db.query(GRANTS, [staffId]) as Promise<GrantRow[]>,
      this.further(staffId),
    ]);
    return [...further, ...rows.map((row) => ({ ...row, role: msg(`identity.roles.${row.role}`) }))];
  }

  /** Only what other rooms know. */
  async further(staffId: string): Promise<Duty[]> {
    return (await Promise.all(this.sources.map((source) => source(staffId)))).flat();
  }
}
