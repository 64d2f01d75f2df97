import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, msg } from '../kernel/index.js';
import type { Todo, TodoSource } from '../web/index.js';

type Kind = 'returned' | 'sign_head' | 'sign_leader' | 'rate' | 'decide' | 'follow_up';

interface Row {
  readonly kind: Kind;
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly dueOn: string | null;
}

const PAGE: Record<Kind, string> = {
  returned: 'reply',
  sign_head: 'signature',
  sign_leader: 'signature',
  rate: 'rating',
  decide: 'dissatisfaction',
  follow_up: 'follow-up',
};

/** $1 the person, $2 units as officer, $3 units as head, $4 units as leader, $5 congresses as chair. */
const WAITING = `
  select case when reply.status = 'draft' then 'returned' when reply.status = 'at_head' then 'sign_head' else 'sign_leader' end as kind,
         record.ref, record.number, record.title, coalesce(record.extended_until, record.due_on)::text as "dueOn"
  from reply
  join handling_case record on record.id = reply.case_id and record.round = reply.round
  join assignment on assignment.id = reply.assignment_id and assignment.status <> 'void'
  where (reply.status = 'draft' and reply.return_comment is not null and record.status = 'in_handling' and record.lead_unit_id = any($2)
         or reply.status = 'at_head' and record.status = 'in_sign_off' and record.lead_unit_id = any($3)
         or reply.status = 'at_leader' and record.status = 'in_sign_off' and (record.lead_unit_id = any($4) or record.leader_id = $1))
    and not exists (select from reply_signature signed
                    where signed.reply_id = reply.id and signed.version = reply.version and signed.staff_id = $1)
  union all
  select 'rate', record.ref, record.number, record.title, record.rate_by::text
  from handling_case record join case_party party on party.case_id = record.id and party.staff_id = $1
  where record.status = 'replied' and record.rate_by is not null
    and not exists (select from rating where rating.case_id = record.id and rating.round = record.round and rating.staff_id = $1)
  union all
  select 'decide', ref, number, title, null from handling_case where status = 'rated' and congress_id = any($5)
  union all
  select 'follow_up', ref, number, title, promise_due_on::text
  from handling_case where status = 'follow_up' and lead_unit_id = any($2)`;

/** What of replies, ratings and promises waits for somebody. */
@Injectable()
export class ReplyTodos implements TodoSource {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    if (actor.staffId === null) return [];
    const sql = `select * from (${WAITING}) as waiting order by "dueOn" nulls last, number limit ${Number(limit)}`;
    const rows = (await this.db.query(sql, parametersOf(actor))) as Row[];
    return rows.map(({ kind, ref, number, title, dueOn }) => ({
      title,
      number,
      dueOn,
      href: `/cases/${ref}/${PAGE[kind]}`,
      next: msg(`replies.todo.${kind}`),
    }));
  }

  async count(actor: Actor): Promise<number> {
    if (actor.staffId === null) return 0;
    const sql = `select count(*)::int as count from (${WAITING}) as waiting`;
    const [row] = (await this.db.query(sql, parametersOf(actor))) as [{ count: number }];
    return row.count;
  }
}

function parametersOf(actor: Actor): unknown[] {
  const scopes = ['unit_officer', 'unit_head', 'leader', 'committee_chair'].map((role) => actor.scopesOf(role));
  return [actor.staffId, ...scopes];
}
