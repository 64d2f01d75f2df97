import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, msg } from '../../kernel/index.js';
import { type Todo, TodoLists, type TodoSource } from '../../web/index.js';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly n: number;
  readonly door: 'roles' | 'board' | 'cases';
}

// $1 today, $2 units as administrator, $3 congresses as committee, $4 units as head. Work is done by officers of the unit or of one above it.
const UNSTAFFED = `
  with recursive charged as (
    select duty.unit_id as id, record.congress_id, count(*)::int as n
    from assignment duty join handling_case record on record.id = duty.case_id
    where duty.status in ('to_sign', 'in_handling', 'return_pending') and record.status in ('assigned', 'in_handling', 'return_pending')
    group by 1, 2
  ), above as (
    select id as unit, id from (select distinct id from charged) units
    union
    select above.unit, unit.parent_id from above join unit on unit.id = above.id where unit.parent_id is not null
  ), staffed as (
    select above.unit from above join role_grant on role_grant.unit_id = above.id and role = 'unit_officer'
    join staff on staff.id = role_grant.staff_id and staff.active
    where valid_from <= $1 and (valid_until is null or valid_until >= $1)
  )
  select unit.id, unit.code, unit.name, sum(charged.n)::int as n,
         case when unit.id = any($2::uuid[]) then 'roles' when bool_or(charged.congress_id = any($3::uuid[])) then 'board' else 'cases' end as door
  from charged join unit on unit.id = charged.id
  where charged.id not in (select unit from staffed)
    and (unit.id = any($2::uuid[]) or charged.congress_id = any($3::uuid[]) or unit.id = any($4::uuid[]))
  group by unit.id, unit.code, unit.name order by unit.name`;

/** 无经办人: units that have work and nobody to do it, for those who can change that. */
@Injectable()
export class UnstaffedTodos implements TodoSource, OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly todos: TodoLists,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.todos.add(this);
  }

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    return (await this.rows(actor)).slice(0, limit).map(({ id, code, name, n, door }) => ({
      title: name,
      number: null,
      dueOn: null,
      href: { roles: `/admin/roles?unit=${id}`, board: `/board?unit=${id}`, cases: `/units/${code}/cases` }[door],
      next: msg(`duties.unstaffed.${door}`, { n }),
    }));
  }

  async count(actor: Actor): Promise<number> {
    return (await this.rows(actor)).length;
  }

  private async rows(actor: Actor): Promise<Row[]> {
    const scopes = ['administrator', 'committee', 'unit_head'].map((role) => actor.scopesOf(role));
    if (scopes.every(({ length }) => length === 0)) return [];
    return (await this.db.query(UNSTAFFED, [beijingDate(this.clock.now()), ...scopes])) as Row[];
  }
}
