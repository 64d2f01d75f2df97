import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { Actor, Clock } from '../kernel/index.js';

/** Further keys that another room gives to a person (the congress: delegate, committee). */
export type KeySource = (staffId: string, today: string) => Promise<string[]>;

interface PersonRow {
  number: string;
  name: string;
  unit_id: string;
  unit_name: string;
  above: string[];
  grants: string[];
  of_the_site: boolean;
}

// One query: the person, the units above theirs, and every role they hold today for a unit and all units below it.
const PERSON = `
  with recursive
  above as (
    select unit.id, unit.parent_id from unit join staff on staff.unit_id = unit.id where staff.id = $1
    union
    select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id
  ),
  granted as (
    select role, unit_id from role_grant
    where staff_id = $1 and valid_from <= $2 and (valid_until is null or valid_until >= $2)
    union
    select granted.role, unit.id from unit join granted on unit.parent_id = granted.unit_id
  )
  select staff.number, staff.name, staff.unit_id, unit.name as unit_name,
         array(select id from above) as above,
         array(select role || ':' || unit_id from granted) as grants,
         exists (select 1 from granted join unit on unit.id = granted.unit_id
                 where granted.role = 'administrator' and unit.parent_id is null) as of_the_site
  from staff join unit on unit.id = staff.unit_id
  where staff.id = $1 and staff.active`;

/** Turns a member of staff into an Actor with the keys that hold at this moment. */
@Injectable()
export class Actors {
  private readonly sources: KeySource[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  addSource(source: KeySource): void {
    this.sources.push(source);
  }

  /** The actor, or null when the person has left. */
  async find(staffId: string): Promise<Actor | null> {
    const today = beijingDate(this.clock.now());
    const [rows, ...further] = await Promise.all([
      this.db.query(PERSON, [staffId, today]) as Promise<PersonRow[]>,
      ...this.sources.map((source) => source(staffId, today)),
    ]);
    const row = rows[0];
    if (!row) return null;
    const roles = new Set(row.grants.map((key) => key.split(':')[0]!));
    const membership = row.above.map((unitId) => `member:${unitId}`);
    const site = row.of_the_site ? ['site_administrator'] : [];
    const keys = [...membership, ...row.grants, ...roles, ...site, ...further.flat()];
    return Actor.of({
      staffId,
      number: row.number,
      name: row.name,
      unitId: row.unit_id,
      unitName: row.unit_name,
      keys,
    });
  }
}
