import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, type Page, pageOf, type PageRequest } from '../../kernel/index.js';
import type { CaseStatus } from '../case/case-workflow.js';
import { SqlParams } from '../sql-params.js';

export const KEY_FACETS = ['key_running', 'key_late', 'key_ended'] as const;
export type KeyFacet = (typeof KEY_FACETS)[number];

/** One key proposal: who leads it, how far its plan has come. */
export interface KeyLine {
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly unit: string;
  readonly leader: string;
  readonly planned: boolean;
  readonly reached: number;
  readonly milestones: number;
  readonly next: string | null;
  readonly nextOn: string | null;
  readonly reported: boolean;
}

export interface KeyList {
  readonly counts: Readonly<Record<KeyFacet, number>>;
  readonly page: Page<KeyLine>;
  readonly today: string;
}

const OPEN = 'reached_at is null and dropped_because is null';
const FACETS: Record<KeyFacet, string> = {
  key_running: "c.status not in ('concluded', 'withdrawn')",
  key_late: `c.status not in ('concluded', 'withdrawn') and exists (select from key_milestone where case_id = c.id and ${OPEN} and due_on < t.today)`,
  key_ended: "c.status = 'concluded'",
};

/** 重点提案: the committee's, a leader's own, a unit's. A constant number of queries. */
@Injectable()
export class KeyLists {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, facet: KeyFacet, request: PageRequest): Promise<KeyList> {
    const today = beijingDate(this.clock.now());
    const params = new SqlParams();
    const t = `(select ${params.of(today)}::date as today) t`;
    const from = `from handling_case c, ${t} where c.key_case and c.audience && ${params.of([...actor.keys])}::text[] and ${ownOf(actor, params)}`;
    const counters = KEY_FACETS.map((name) => `count(*) filter (where ${FACETS[name]})::int as "${name}"`);
    const [counts] = (await this.db.query(`select ${counters.join(', ')} ${from}`, params.values)) as [
      Record<KeyFacet, number>,
    ];
    const chosen = `select c.id ${from} and ${FACETS[facet]} order by c.opened_at, c.id limit ${request.size} offset ${(request.number - 1) * request.size}`;
    const lines = (await this.db.query(
      `select c.ref, c.number, c.title, c.status, coalesce(unit.name, '') as unit, leader.name as leader, coalesce(c.key_plan, '') <> '' as planned,
         plan.reached, plan.milestones, next.title as next, next.due_on::text as "nextOn", c.special_report_at is not null as reported
       from handling_case c join staff leader on leader.id = c.key_leader_id left join unit on unit.id = c.lead_unit_id
       left join lateral (select count(*) filter (where reached_at is not null)::int as reached, count(*)::int as milestones
         from key_milestone where case_id = c.id and dropped_because is null) plan on true
       left join lateral (select title, due_on from key_milestone where case_id = c.id and ${OPEN} order by due_on limit 1) next on true
       where c.id in (${chosen}) order by next.due_on nulls last, c.opened_at, c.id`,
      params.values,
    )) as KeyLine[];
    return { counts, page: pageOf(lines, counts[facet], request), today };
  }
}

function ownOf(actor: Actor, params: SqlParams): string {
  const units = ['unit_officer', 'unit_head', 'leader'].flatMap((role) => actor.scopesOf(role));
  return `(c.congress_id = any(${params.of(actor.scopesOf('committee'))}::uuid[]) or c.key_leader_id = ${params.of(actor.staffId)}::uuid
    or exists (select from assignment where case_id = c.id and status <> 'void' and unit_id = any(${params.of(units)}::uuid[]))
    or exists (select from congress where id = c.congress_id and unit_id = any(${params.of(actor.scopesOf('supervisor'))}::uuid[])))`;
}
