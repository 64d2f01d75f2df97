import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, msg } from '../../kernel/index.js';
import type { Todo, TodoSource } from '../../web/index.js';

interface Row {
  readonly kind: 'answer' | 'decide';
  readonly noticeId: string;
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly dueOn: string;
}

/** $1 units as officer or head, $2 congresses as chair or secretary. */
const WAITING = `
  select case n.status when 'issued' then 'answer' else 'decide' end as kind, n.id as "noticeId", c.ref, n.number, c.title, n.answer_by::text as "dueOn"
  from supervision_notice n join handling_case c on c.id = n.case_id and c.status <> 'withdrawn'
  where n.status = 'issued' and n.unit_id = any($1::uuid[]) or n.status = 'answered' and n.congress_id = any($2::uuid[])`;

/** Notices to answer, answers to decide on. */
@Injectable()
export class SupervisionTodos implements TodoSource {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    if (actor.staffId === null) return [];
    const sql = `select * from (${WAITING}) as waiting order by "dueOn", number limit ${Number(limit)}`;
    const rows = (await this.db.query(sql, scopesOf(actor))) as Row[];
    return rows.map(({ kind, noticeId, ref, number, title, dueOn }) => ({
      title,
      number,
      dueOn: kind === 'answer' ? dueOn : null,
      href: `/cases/${ref}/supervision/${noticeId}`,
      next: msg(`supervision.todo.${kind}`, { date: dueOn }),
    }));
  }

  async count(actor: Actor): Promise<number> {
    if (actor.staffId === null) return 0;
    const sql = `select count(*)::int as count from (${WAITING}) as waiting`;
    const [row] = (await this.db.query(sql, scopesOf(actor))) as [{ count: number }];
    return row.count;
  }
}

function scopesOf(actor: Actor): string[][] {
  const scopes = (...roles: string[]) => roles.flatMap((role) => actor.scopesOf(role));
  return [scopes('unit_officer', 'unit_head'), scopes('committee_chair', 'committee_secretary')];
}
