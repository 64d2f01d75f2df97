import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, msg } from '../../kernel/index.js';
import { DUTY_DUE_SQL } from '../case/case-due.js';
import { PROMISE_SQL } from '../follow-up/promise-clock.js';
import { IS_AT_SIGNATURES, WAITS_FOR_MINE, waitingParameters } from './sign-waiting.js';
import type { Todo, TodoSource } from '../../web/index.js';
import { queryOf } from '../duty/web/duty-address.js';

type Kind =
  | 'amend_returned'
  | 'amend_head'
  | 'amend_leader'
  | 'returned'
  | 'sign_head'
  | 'sign_leader'
  | 'rate'
  | 'decide'
  | 'rule'
  | 'follow_up'
  | 'report'
  | 'confirm';

interface Row {
  readonly kind: Kind;
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly dueOn: string | null;
  /** Which of several separate replies of the case; null where there is one. */
  readonly dutyId: string | null;
  readonly amendmentId: string | null;
}

const PAGE: Record<Kind, string> = {
  amend_returned: 'amendment',
  amend_head: 'signature',
  amend_leader: 'signature',
  returned: 'reply',
  sign_head: 'signature',
  sign_leader: 'signature',
  rate: 'rating',
  decide: 'dissatisfaction',
  rule: 'dissatisfaction',
  report: 'follow-up',
  follow_up: 'follow-up',
  confirm: 'follow-up',
};

/** The units that have not reported their promise as wholly kept, over `handling_case record`. */
const STILL_PROMISED = `
  select from assignment duty where duty.case_id = record.id and duty.status <> 'void'
    and (duty.part = 'lead' or duty.part = 'separate' and duty.promise_due_on is not null)
    and coalesce((select percent from dossier_paper paper
      where paper.case_id = record.id and paper.kind = 'progress' and (duty.part = 'lead' or paper.assignment_id = duty.id)
      order by written_at desc, id desc limit 1), 0) < 100`;

/** $1 to $6 as for signatures, $7 units as officer, $8 congresses as chair, $9 units as leader, $10 congresses as presidium, $11 as secretary. */
const WAITING = `
  select case when reply.amends_id is null then case reply.status when 'draft' then 'returned' when 'at_head' then 'sign_head' else 'sign_leader' end
              else case reply.status when 'draft' then 'amend_returned' when 'at_head' then 'amend_head' else 'amend_leader' end end as kind,
         record.ref, record.number, record.title,
         case when reply.amends_id is null then ${DUTY_DUE_SQL}::text end as "dueOn",
         case duty.part when 'separate' then duty.id end as "dutyId", case when reply.amends_id is not null then reply.id end as "amendmentId"
  from reply
  join handling_case record on record.id = reply.case_id and record.round = reply.round
  join assignment duty on duty.id = reply.assignment_id
  where reply.status = 'draft' and reply.return_comment is not null and duty.unit_id = any($7)
      and (reply.amends_id is null and duty.status = 'in_handling' and record.status in ('in_handling', 'in_sign_off')
           or reply.amends_id is not null and record.status in ('replied', 'rated', 'referred', 'follow_up', 'concluded'))
    or ${IS_AT_SIGNATURES} and ${WAITS_FOR_MINE}
  union all
  select 'rate', record.ref, record.number, record.title, record.rate_by::text, null, null
  from handling_case record join case_party party on party.case_id = record.id and party.staff_id = $1
  where record.status = 'replied' and record.rate_by is not null
    and not exists (select from rating where rating.case_id = record.id and rating.round = record.round and rating.staff_id = $1)
  union all
  select 'decide', ref, number, title, null, null, null from handling_case where status = 'rated' and congress_id = any($8)
  union all
  select 'rule', ref, number, title, null, null, null from handling_case record
  where status = 'referred'
    and (referred_to = 'leader' and (leader_id = $1 or exists (
           select from assignment where case_id = record.id and part <> 'assisting' and status <> 'void' and unit_id = any($9)))
         or referred_to = 'presidium' and congress_id = any($10)
            and not exists (select from case_party where case_id = record.id and staff_id = $1))
  union all
  select case when ${PROMISE_SQL.reportDueOn} < ${PROMISE_SQL.dueOn} then 'report' else 'follow_up' end, ref, number, title,
         least(${PROMISE_SQL.reportDueOn}, ${PROMISE_SQL.dueOn})::text, case duty.part when 'separate' then duty.id end, null
  from handling_case c join assignment duty on duty.case_id = c.id and duty.status <> 'void' and duty.unit_id = any($7)
  where c.status = 'follow_up' and (duty.part = 'lead' or duty.part = 'separate' and duty.promise_due_on is not null)
  union all
  select 'confirm', ref, number, title, null, null, null from handling_case record
  where status = 'follow_up' and not exists (${STILL_PROMISED})
    and (congress_id = any($11) or exists (select from case_party where case_id = record.id and staff_id = $1))`;

/** What of replies, ratings and promises waits for somebody. */
@Injectable()
export class ReplyTodos implements TodoSource {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    if (actor.staffId === null) return [];
    const sql = `select * from (${WAITING}) as waiting order by "dueOn" nulls last, number limit ${Number(limit)}`;
    const rows = (await this.db.query(sql, parametersOf(actor))) as Row[];
    return rows.map((row) => ({
      title: row.title,
      number: row.number,
      dueOn: row.dueOn,
      href: addressOf(row),
      next: msg(row.kind.startsWith('amend_') ? `amendments.todo.${row.kind}` : `replies.todo.${row.kind}`, {
        date: row.dueOn ?? '',
      }),
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
  const scopes = ['unit_officer', 'committee_chair', 'leader', 'presidium', 'committee_secretary'].map((role) =>
    actor.scopesOf(role),
  );
  return [...waitingParameters(actor), ...scopes];
}

/** An amendment is signed at its own address; one of several separate replies is named. */
function addressOf({ kind, ref, dutyId, amendmentId }: Row): string {
  return amendmentId !== null && PAGE[kind] === 'signature'
    ? `/cases/${ref}/amendments/${amendmentId}/signature`
    : `/cases/${ref}/${PAGE[kind]}${queryOf(dutyId)}`;
}
