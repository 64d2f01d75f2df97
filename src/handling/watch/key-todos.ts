import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, msg } from '../../kernel/index.js';
import type { Todo, TodoSource } from '../../web/index.js';

interface Row {
  readonly kind: 'plan' | 'milestone' | 'late';
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly dueOn: string | null;
}

/** $1 the person, $2 units as officer or head. The leader sees that a milestone is late, its unit that it is due. */
const WAITING = `
  select 'plan' as kind, c.ref, c.number, c.title, null::text as "dueOn" from handling_case c
  where c.key_case and coalesce(c.key_plan, '') = '' and c.status not in ('open', 'concluded', 'withdrawn')
    and (c.key_leader_id = $1 or exists (
      select from assignment where case_id = c.id and part <> 'assisting' and status <> 'void' and unit_id = any($2::uuid[])))
  union all
  select 'milestone', c.ref, c.number, m.title, m.due_on::text from key_milestone m join handling_case c on c.id = m.case_id and c.key_case
  where m.reached_at is null and m.dropped_because is null and c.status not in ('concluded', 'withdrawn') and m.unit_id = any($2::uuid[])
  union all
  select 'late', c.ref, c.number, m.title, m.due_on::text from key_milestone m join handling_case c on c.id = m.case_id and c.key_case
  where m.reached_at is null and m.dropped_because is null and c.status not in ('concluded', 'withdrawn')
    and c.key_leader_id = $1 and m.due_on < $3::date`;

/** What of key proposals waits for their leader and their units. */
@Injectable()
export class KeyTodos implements TodoSource {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    if (actor.staffId === null) return [];
    const sql = `select * from (${WAITING}) as waiting order by "dueOn" nulls first, number limit ${Number(limit)}`;
    const rows = (await this.db.query(sql, this.parametersOf(actor))) as Row[];
    return rows.map(({ kind, ref, number, title, dueOn }) => ({
      title,
      number,
      dueOn,
      href: `/cases/${ref}/key`,
      next: msg(`keycases.todo.${kind}`, { date: dueOn ?? '' }),
    }));
  }

  async count(actor: Actor): Promise<number> {
    if (actor.staffId === null) return 0;
    const sql = `select count(*)::int as count from (${WAITING}) as waiting`;
    const [row] = (await this.db.query(sql, this.parametersOf(actor))) as [{ count: number }];
    return row.count;
  }

  private parametersOf(actor: Actor): unknown[] {
    const units = ['unit_officer', 'unit_head'].flatMap((role) => actor.scopesOf(role));
    return [actor.staffId, units, beijingDate(this.clock.now())];
  }
}
