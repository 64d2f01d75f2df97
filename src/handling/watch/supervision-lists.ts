import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, type Page, pageOf, type PageRequest } from '../../kernel/index.js';
import { PROMISE_SQL } from '../follow-up/promise-clock.js';
import { SqlParams } from '../sql-params.js';
import type { SupervisionStatus } from './supervision-workflow.js';

export const SUPERVISION_FACETS = ['unanswered', 'answered', 'decided', 'proposed'] as const;
export type SupervisionFacet = (typeof SUPERVISION_FACETS)[number];

/** A notice, or (without one) an overdue case for which one is proposed. */
export interface SupervisionLine {
  readonly noticeId: string | null;
  readonly ref: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly unit: string;
  /** Of a proposed notice. */
  readonly unitId?: string;
  readonly number: string | null;
  readonly level: number;
  readonly status: SupervisionStatus | null;
  readonly date: string;
}

export interface SupervisionList {
  readonly counts: Readonly<Record<SupervisionFacet, number>>;
  readonly page: Page<SupervisionLine>;
  readonly today: string;
}

const STATUSES: Record<Exclude<SupervisionFacet, 'proposed'>, string> = {
  unanswered: "n.status = 'issued'",
  answered: "n.status = 'answered'",
  decided: "n.status in ('accepted', 'refused', 'raised', 'absorbed')",
};
const NOTICES = 'from supervision_notice n join handling_case c on c.id = n.case_id join unit on unit.id = n.unit_id';
/** By when a leading unit must have done its part: its reply, or what it promised. */
const OWED = `(case when c.status = 'follow_up' then ${PROMISE_SQL.dueOn}
  when duty.part = 'lead' then coalesce(c.extended_until, c.due_on)
  when duty.status <> 'done' then coalesce(duty.extended_until, duty.due_on) end)`;
/** Overdue, and its unit has not been urged: proposed to a human, never sent by itself. */
const PROPOSED = `
  from handling_case c join assignment duty on duty.case_id = c.id and duty.part <> 'assisting' and duty.status <> 'void'
  join unit on unit.id = duty.unit_id
  left join lateral (select max(level) as level from supervision_notice where case_id = c.id and unit_id = duty.unit_id) before on true
  where c.status in ('assigned', 'in_handling', 'in_sign_off', 'follow_up')
    and not exists (select from supervision_notice where case_id = c.id and unit_id = duty.unit_id
                    and (status = 'answered' or status = 'issued' and answer_by >= $1::date))
    and ${OWED} < $1::date and c.congress_id = any($2::uuid[])`;

/** All notices with their state, and what is proposed. A constant number of queries. */
@Injectable()
export class SupervisionLists {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, facet: SupervisionFacet, request: PageRequest): Promise<SupervisionList> {
    const today = beijingDate(this.clock.now());
    const params = new SqlParams();
    const own = `${NOTICES} where ${scopeOf(actor, params)}`;
    const counters = Object.entries(STATUSES).map(([name, sql]) => `count(*) filter (where ${sql})::int as "${name}"`);
    const [noticed] = (await this.db.query(`select ${counters.join(', ')} ${own}`, params.values)) as [
      Record<Exclude<SupervisionFacet, 'proposed'>, number>,
    ];
    const counts = { ...noticed, proposed: await this.proposed(actor) };
    const part = `limit ${request.size} offset ${(request.number - 1) * request.size}`;
    const lines =
      facet === 'proposed'
        ? await this.proposals(actor, part)
        : ((await this.db.query(
            `select n.id as "noticeId", c.ref, c.number as "caseNumber", c.title, unit.name as unit, n.number, n.level, n.status,
               n.answer_by::text as date ${own} and ${STATUSES[facet]} order by n.answer_by, n.id ${part}`,
            params.values,
          )) as SupervisionLine[]);
    return { counts, page: pageOf(lines, counts[facet], request), today };
  }

  /** How many overdue cases wait for a notice of those who may issue one. */
  async proposed(actor: Actor): Promise<number> {
    const congresses = issuingFor(actor);
    if (congresses.length === 0) return 0;
    const values = [beijingDate(this.clock.now()), congresses];
    const [row] = (await this.db.query(`select count(*)::int as n ${PROPOSED}`, values)) as [{ n: number }];
    return row.n;
  }

  private proposals(actor: Actor, part: string): Promise<SupervisionLine[]> {
    return this.db.query(
      `select null as "noticeId", c.ref, c.number as "caseNumber", c.title, unit.name as unit, unit.id as "unitId", null as number,
         least(coalesce(before.level, 0) + 1, 3) as level, null as status, ${OWED}::text as date
       ${PROPOSED} order by ${OWED}, c.ref, duty.id ${part}`,
      [beijingDate(this.clock.now()), issuingFor(actor)],
    );
  }
}

/** The congresses for which the actor may issue notices. */
function issuingFor(actor: Actor): string[] {
  return ['committee_chair', 'committee_secretary'].flatMap((role) => actor.scopesOf(role));
}

function scopeOf(actor: Actor, params: SqlParams): string {
  const units = ['unit_officer', 'unit_head', 'leader'].flatMap((role) => actor.scopesOf(role));
  return `(n.congress_id = any(${params.of(actor.scopesOf('committee'))}::uuid[]) or n.unit_id = any(${params.of(units)}::uuid[])
    or c.leader_id = ${params.of(actor.staffId)}::uuid
    or exists (select from congress where id = n.congress_id and unit_id = any(${params.of(actor.scopesOf('supervisor'))}::uuid[])))`;
}
