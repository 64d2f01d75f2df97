import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import type { CongressSession } from '../congress/index.js';
import { Clock, type Transaction } from '../kernel/index.js';
import { rankingOf, type RankedUnit, type UnitDuty } from './unit-scores.js';

const IN_BEIJING = (instant: string) => `to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

// One row per duty of a lead or separate lead in a filed case. Once a case is in a later round, its due date is the one that its first reply had.
const DUTIES = `
  select duty.unit_id as "unitId", unit.name as unit, duty.sign_by::text as "signBy", ${IN_BEIJING('duty.signed_for_at')} as "signedOn",
    coalesce(issued.due_on,
      case when duty.part = 'separate' then coalesce(duty.extended_until, duty.due_on) else coalesce(filed.extended_until, filed.due_on) end::text) as "dueOn",
    ${IN_BEIJING('first.signed_at')} as "repliedOn",
    exists (select from contact where case_id = filed.id and round = 1 and coalesce(assignment_id, duty.id) = duty.id
      and happened_on <= (first.signed_at at time zone 'Asia/Shanghai')::date) as contacted,
    case when duty.part = 'separate' then latest.outcome_class else coalesce(filed.outcome_class, first.outcome_class) end as "outcomeClass",
    case when filed.round > 1 and coalesce(filed.final_rating, 'no_answer') = 'no_answer' then 'dissatisfied' else filed.final_rating end as rating,
    filed.promise_due_on::text as "promiseDueOn",
    exists (select from ledger_event where subject_id = filed.id and action = 'confirm_implemented') as implemented
  from handling_case filed
  join assignment duty on duty.case_id = filed.id and duty.part in ('lead', 'separate') and duty.status <> 'void'
  join unit on unit.id = duty.unit_id
  left join lateral (select signed_at, outcome_class from reply where assignment_id = duty.id and status = 'signed' and amends_id is null
    order by signed_at limit 1) first on true
  left join lateral (select outcome_class from reply where assignment_id = duty.id and status = 'signed'
    order by signed_at desc limit 1) latest on true
  left join lateral (select data ->> 'dueOn' as due_on from ledger_event
    where subject_id = filed.id and (duty.part = 'separate' and action = 'issue_part' and data ->> 'assignmentId' = duty.id::text
      or duty.part = 'lead' and filed.round > 1 and action = 'issue_reply')
    order by position limit 1) issued on true
  where filed.session_id = $1 and filed.kind = 'proposal' and filed.status <> 'withdrawn'
  order by unit.name collate zh_pinyin, unit.code`;

/** How the handling units of a session stand today, from what happened, in one query. */
@Injectable()
export class UnitRanking {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async of({ id, settings }: CongressSession, tx: Transaction = this.db.manager): Promise<RankedUnit[]> {
    const duties = (await tx.query(DUTIES, [id])) as UnitDuty[];
    return rankingOf(duties, settings, beijingDate(this.clock.now()));
  }
}
