import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, type Page, pageOf, type PageRequest } from '../../kernel/index.js';
import { PROMISE_SQL } from './promise-clock.js';
import { SqlParams } from '../sql-params.js';

export const PROMISE_FACETS = ['promised', 'overdue', 'unreported', 'kept', 'reclassified'] as const;
export type PromiseFacet = (typeof PROMISE_FACETS)[number];

/** One promise in the 承诺台账. */
export interface PromiseLine {
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly promise: string | null;
  readonly repliedOn: string;
  /** What was promised first; the present date may be a later one. */
  readonly promisedOn: string | null;
  readonly dueOn: string;
  readonly reportDueOn: string | null;
  readonly slips: number;
  readonly percent: number | null;
  readonly reportedOn: string | null;
  readonly concludedOn: string | null;
  /** Whose promise it is, where several units lead separately. */
  readonly dutyId: string | null;
}

export interface PromiseFilters {
  readonly unitId: string;
  readonly text: string;
}

export interface PromiseList {
  readonly counts: Readonly<Record<PromiseFacet, number>>;
  readonly page: Page<PromiseLine>;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
}

const IN_BEIJING = (moment: string) => `to_char(${moment} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
const HAS = (action: string) => `exists (select from ledger_event where subject_id = c.id and action = '${action}')`;
const FACETS: Record<PromiseFacet, string> = {
  promised: "c.status = 'follow_up'",
  overdue: `c.status = 'follow_up' and ${PROMISE_SQL.dueOn} < t.today`,
  unreported: `c.status = 'follow_up' and ${PROMISE_SQL.reportDueOn} < t.today`,
  kept: `c.status = 'concluded' and ${HAS('confirm_implemented')}`,
  reclassified: `c.status = 'concluded' and ${HAS('reclassify')}`,
};
/** A separate lead's own; a single lead's are the case's. */
const OF_THIS_PART = (named: string) => `(duty.part <> 'separate' or ${named} = duty.id::text)`;
const PROMISES = `handling_case c join assignment duty on duty.case_id = c.id and duty.status <> 'void'
  and (duty.part = 'lead' or duty.part = 'separate' and duty.promise_due_on is not null)`;
const LINE = `
  c.ref, c.number, c.title, unit.name as unit, answer.promise, ${IN_BEIJING("case duty.part when 'separate' then duty.done_at else c.replied_at end")} as "repliedOn",
  answer.promised_on::text as "promisedOn", ${PROMISE_SQL.dueOn}::text as "dueOn", ${PROMISE_SQL.reportDueOn}::text as "reportDueOn",
  case duty.part when 'separate' then duty.id end as "dutyId",
  (select count(*)::int from ledger_event where subject_id = c.id and action = 'slip_promise' and ${OF_THIS_PART("data ->> 'assignmentId'")}) as slips,
  report.percent, ${IN_BEIJING('report.written_at')} as "reportedOn", ${IN_BEIJING('c.concluded_at')} as "concludedOn"`;
const JOINS = `
  join unit on unit.id = duty.unit_id
  left join lateral (select promise, promised_on from reply where assignment_id = duty.id and status = 'signed' and outcome_class = 'B'
    order by round desc, signed_at desc limit 1) answer on true
  left join lateral (select percent, written_at from dossier_paper where case_id = c.id and kind = 'progress' and ${OF_THIS_PART('assignment_id::text')}
    order by written_at desc limit 1) report on true`;

/** 承诺台账: every promise of a unit (each of several separate leads has its own), or of the congress, over all sessions and terms, until it is kept. */
@Injectable()
export class PromiseLists {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A constant number of queries. */
  async of(actor: Actor, facet: PromiseFacet, filters: PromiseFilters, request: PageRequest): Promise<PromiseList> {
    const today = beijingDate(this.clock.now());
    const params = new SqlParams();
    const t = `(select ${params.of(today)}::date as today) t`;
    const own = scopeOf(actor, params);
    const where = [own, ...narrowed(filters, params)].join(' and ');
    const counters = PROMISE_FACETS.map((name) => `count(*) filter (where ${FACETS[name]})::int as "${name}"`);
    const from = `from ${PROMISES}, ${t} where ${where}`;
    const [counts] = (await this.db.query(`select ${counters.join(', ')} ${from}`, params.values)) as [
      Record<PromiseFacet, number>,
    ];
    const chosen = `select duty.id ${from} and ${FACETS[facet]} order by ${PROMISE_SQL.dueOn}, duty.id limit ${request.size} offset ${(request.number - 1) * request.size}`;
    const lines = (await this.db.query(
      `select ${LINE} from ${PROMISES} ${JOINS} where duty.id in (${chosen}) order by ${PROMISE_SQL.dueOn}, duty.id`,
      params.values,
    )) as PromiseLine[];
    return { counts, page: pageOf(lines, counts[facet], request), units: await this.units(actor), today };
  }

  private units(actor: Actor): Promise<{ id: string; name: string }[]> {
    const params = new SqlParams();
    const own = scopeOf(actor, params);
    const sql = `select unit.id, unit.name from unit where id in (select duty.unit_id from ${PROMISES} where ${own}) order by position, code`;
    return this.db.query(sql, params.values);
  }
}

/** Whose promises the actor watches: their committee's, their units', those they lead. */
function scopeOf(actor: Actor, params: SqlParams): string {
  const units = ['unit_officer', 'unit_head', 'leader'].flatMap((role) => actor.scopesOf(role));
  return `c.promise_due_on is not null and c.audience && ${params.of([...actor.keys])}::text[]
    and (c.congress_id = any(${params.of(actor.scopesOf('committee'))}::uuid[]) or duty.unit_id = any(${params.of(units)}::uuid[])
         or c.leader_id = ${params.of(actor.staffId)}::uuid
         or exists (select from congress where id = c.congress_id and unit_id = any(${params.of(actor.scopesOf('supervisor'))}::uuid[])))`;
}

function narrowed({ unitId, text }: PromiseFilters, params: SqlParams): string[] {
  const words = `%${text.replace(/[%_\\]/g, '\\$&')}%`;
  return [
    ...(unitId === '' ? [] : [`duty.unit_id = ${params.of(unitId)}::uuid`]),
    ...(text === '' ? [] : [`(c.title ilike ${params.of(words)} or c.number ilike ${params.of(words)})`]),
  ];
}
