import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, type Page, pageOf, type PageRequest } from '../kernel/index.js';
import type { Proposal } from './proposal.entity.js';
import { Proposals } from './proposals.repository.js';
import { containing, SqlConditions } from './sql-conditions.js';

export interface ListFilter {
  readonly sessionId: string | null;
  readonly category: string;
  readonly group: string;
  readonly unitId: string;
  readonly outcome: string;
  readonly text: string;
}

export const STATUS_GROUPS = ['waiting', 'handling', 'replied', 'concluded', 'closed'] as const;
export type StatusGroup = (typeof STATUS_GROUPS)[number];

const CASE = (condition: string) =>
  `exists (select from case_origin join handling_case handled on handled.id = case_id where origin_id = proposal.id and ${condition})`;

/** Groups of states as a reader thinks of them; how far a case is, is asked of the case. */
const GROUP: Record<StatusGroup, string> = {
  waiting: `status in ('submitted', 'returned', 'under_review', 'referred')`,
  handling: `status in ('filed', 'merged', 'converted')
    and not ${CASE(`handled.status in ('replied', 'rated', 'follow_up', 'concluded', 'withdrawn')`)}`,
  replied: CASE(`handled.status in ('replied', 'rated', 'follow_up')`),
  concluded: CASE(`handled.status = 'concluded'`),
  closed: `status in ('declined', 'withdrawn')`,
};
const LED = `exists (select from assignment where assignment.case_id = handled.id and unit_id = ? and assignment.status <> 'void')`;

const HAY = `serial || ' ' || title || ' ' || reason || ' ' || measures || ' ' || case when name_hidden then '' else (select name from staff where staff.id = author_id) end`;

/** Lists of what was submitted, each reader's own view. */
@Injectable()
export class ProposalLists {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: Proposals,
  ) {}

  async submitted(filter: ListFilter, actor: Actor, request: PageRequest): Promise<Page<Proposal>> {
    const keys = [...actor.keys];
    const found = new SqlConditions()
      .add('audience && ?::text[]', keys)
      .addPlain('serial is not null')
      .addChosen('session_id = ?', filter.sessionId)
      .addChosen('category = ?', filter.category)
      .addPlain(GROUP[filter.group as StatusGroup])
      .addChosen(CASE(LED), filter.unitId)
      .addChosen(CASE('handled.outcome_class = ?'), filter.outcome)
      .addChosen(`${HAY} ilike ?`, containing(filter.text));
    return this.page(found, 'submitted_at desc, serial desc', request);
  }

  async page(found: SqlConditions, order: string, { size, number }: PageRequest): Promise<Page<Proposal>> {
    const { where, parameters } = found;
    const counted = (await this.db.query(`select count(*)::int as n from proposal where ${where}`, parameters)) as {
      n: number;
    }[];
    const rows = (await this.db.query(
      `select id from proposal where ${where} order by ${order} limit ${size} offset ${(number - 1) * size}`,
      parameters,
    )) as { id: string }[];
    const items = await this.proposals.byIds(rows.map(({ id }) => id));
    return pageOf(items, counted[0]!.n, { size, number });
  }
}
