import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, msg } from '../../kernel/index.js';
import type { Todo, TodoSource } from '../../web/index.js';
import { caseWorkflow } from '../case/case-workflow.js';

interface Row {
  readonly ref: string;
  readonly number: string;
  readonly title: string;
}

// $1 the congresses whose chair decides, $2 the person (nobody decides about an own matter), $3 the statuses before the reply.
const WAITING = `
  from withdrawal_request request join handling_case record on record.id = request.case_id
  where request.granted is null and request.lapsed_at is null and record.congress_id = any($1) and record.status = any($3)
    and not exists (select from case_party party where party.case_id = record.id and party.staff_id = $2)`;

/** Wishes to withdraw about which the chair has to decide. */
@Injectable()
export class WithdrawalTodos implements TodoSource {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const rows = await this.ask<Row>(
      actor,
      `select ref, number, title ${WAITING} order by asked_at limit ${Number(limit)}`,
    );
    return rows.map(({ ref, number, title }) => ({
      title,
      number,
      dueOn: null,
      href: `/cases/${ref}/withdrawal/decision`,
      next: msg('withdrawal.todo'),
    }));
  }

  async count(actor: Actor): Promise<number> {
    const rows = await this.ask<{ n: number }>(actor, `select count(*)::int as n ${WAITING}`);
    return rows[0]?.n ?? 0;
  }

  private ask<T>(actor: Actor, sql: string): Promise<T[]> {
    const congresses = actor.scopesOf('committee_chair');
    if (congresses.length === 0) return Promise.resolve([]);
    return this.db.query(sql, [congresses, actor.staffId, caseWorkflow.steps.ask_withdrawal.from]);
  }
}
