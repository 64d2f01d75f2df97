import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, msg } from '../kernel/index.js';
import { DUTY_DUE_SQL } from './case-due.js';
import { WAITS_FOR_MINE, waitingParameters } from './sign-waiting.js';
import type { Todo, TodoSource } from '../web/index.js';

type Kind = 'returned' | 'sign_head' | 'sign_leader' | 'rate' | 'decide' | 'rule' | 'follow_up' | 'report';

interface Row {
  readonly kind: Kind;
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly dueOn: string | null;
  /** Which of several separate replies of the case; null where there is one. */
  readonly dutyId: string | null;
}

const PAGE: Record<Kind, string> = {
  returned: 'reply',
  sign_head: 'signature',
  sign_leader: 'signature',
  rate: 'rating',
  decide: 'dissatisfaction',
  rule: 'dissatisfaction',
  report: 'follow-up',
  follow_up: 'follow-up',
};

/** $1 to $6 as for signatures, $7 units as officer, $8 congresses as chair, $9 units as leader, $10 congresses as presidium. */
const WAITING = `
  select case when reply.status = 'draft' then 'returned' when reply.status = 'at_head' then 'sign_head' else 'sign_leader' end as kind,
         record.ref, record.number, record.title, ${DUTY_DUE_SQL}::text as "dueOn",
         case duty.part when 'separate' then duty.id end as "dutyId"
  from reply
  join handling_case record on record.id = reply.case_id and record.round = reply.round
  join assignment duty on duty.id = reply.assignment_id
  where record.status in ('in_handling', 'in_sign_off')
    and (reply.status = 'draft' and reply.return_comment is not null and duty.status = 'in_handling' and duty.unit_id = any($7)
         or duty.status = 'in_sign_off' and ${WAITS_FOR_MINE})
  union all
  select 'rate', record.ref, record.number, record.title, record.rate_by::text, null
  from handling_case record join case_party party on party.case_id = record.id and party.staff_id = $1
  where record.status = 'replied' and record.rate_by is not null
    and not exists (select from rating where rating.case_id = record.id and rating.round = record.round and rating.staff_id = $1)
  union all
  select 'decide', ref, number, title, null, null from handling_case where status = 'rated' and congress_id = any($8)
  union all
  select 'rule', ref, number, title, null, null from handling_case record
  where status = 'referred'
    and (referred_to = 'leader' and (lead_unit_id = any($9) or leader_id = $1)
         or referred_to = 'presidium' and congress_id = any($10)
            and not exists (select from case_party where case_id = record.id and staff_id = $1))
  union all
  select case when report_due_on < promise_due_on then 'report' else 'follow_up' end, ref, number, title,
         least(report_due_on, promise_due_on)::text, null
  from handling_case record where status = 'follow_up' and exists (
    select from assignment where case_id = record.id and part <> 'assisting' and status <> 'void' and unit_id = any($7))`;

/** What of replies, ratings and promises waits for somebody. */
@Injectable()
export class ReplyTodos implements TodoSource {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    if (actor.staffId === null) return [];
    const sql = `select * from (${WAITING}) as waiting order by "dueOn" nulls last, number limit ${Number(limit)}`;
    const rows = (await this.db.query(sql, parametersOf(actor))) as Row[];
    return rows.map(({ kind, ref, number, title, dueOn, dutyId }) => ({
      title,
      number,
      dueOn,
      href: `/cases/${ref}/${PAGE[kind]}${dutyId === null ? '' : `?duty=${dutyId}`}`,
      next: msg(`replies.todo.${kind}`, { date: dueOn ?? '' }),
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
  const scopes = ['unit_officer', 'committee_chair', 'leader', 'presidium'].map((role) => actor.scopesOf(role));
  return [...waitingParameters(actor), ...scopes];
}
