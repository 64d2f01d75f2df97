import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/index.js';
import type { AssignmentPart } from './assignment.entity.js';

/** A duty that a unit had and that was given to another one. The title is there only for those who may still read the case. */
export interface FormerDuty {
  readonly ref: string;
  readonly number: string;
  readonly title: string | null;
  readonly part: AssignmentPart;
  readonly assignedAt: Date;
  readonly endedAt: Date | null;
}

const MOST = 50;
const FORMER = `
  select record.ref, record.number, case when record.audience && $2::text[] then record.title end as title,
         duty.part, duty.assigned_at as "assignedAt", ended.at as "endedAt"
  from assignment duty join handling_case record on record.id = duty.case_id
  left join lateral (
    select at from ledger_event where subject_id = record.id and data ->> 'assignmentId' = duty.id::text
      and (action like 'reassign%' or action like 'grant_return%' or action = 'hand_over') order by position desc limit 1) ended on true
  where duty.status = 'void' and duty.unit_id = any($1::uuid[])
  order by duty.assigned_at desc, record.ref limit ${MOST}`;

/** 已改派: what a unit no longer handles stays on its list, to be read and nothing more. */
@Injectable()
export class FormerDuties {
  constructor(private readonly db: DataSource) {}

  of(unitIds: readonly string[], actor: Actor): Promise<FormerDuty[]> {
    return this.db.query(FORMER, [unitIds, [...actor.keys]]) as Promise<FormerDuty[]>;
  }
}
