import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type WorkingCalendar, WorkingDays } from '../../calendar/index.js';
import { type Actor, Clock, type Page, pageOf, type PageRequest } from '../../kernel/index.js';
import { OWED_SQL, type Today, todayOf } from './case-due.js';
import { BOARD_FACETS, type BoardFacet, duty, type Facets, UNIT_FACETS, type UnitFacet } from './case-facets.js';
import { HandlingCase } from './handling-case.entity.js';
import { SqlParams } from '../sql-params.js';

/** What narrows a list besides its facet; empty means all. */
export interface CaseFilters {
  readonly sessionId: string;
  readonly unitId: string;
  readonly category: string;
  readonly kind: string;
  readonly part: string;
  readonly text: string;
}

export interface CaseList<Facet extends string = string> {
  /** How many there are under each facet, with the same filters. */
  readonly counts: Readonly<Record<Facet, number>>;
  readonly page: Page<HandlingCase>;
  readonly today: Today;
  readonly calendar: WorkingCalendar;
}

interface Question<Facet extends string> {
  readonly facets: Facets<Facet>;
  readonly facet: Facet;
  readonly actor: Actor;
  readonly filters: CaseFilters;
  readonly unitIds: readonly string[];
  readonly page: PageRequest;
}

/** Work lists: the committee's board, the cases of a unit. A constant number of queries each. */
@Injectable()
export class CaseLists {
  constructor(
    private readonly db: DataSource,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  board(actor: Actor, filters: CaseFilters, facet: BoardFacet, page: PageRequest): Promise<CaseList<BoardFacet>> {
    const question = { facets: BOARD_FACETS, facet, actor, filters, unitIds: [], page };
    return this.ask(question, (params) => [`c.congress_id = any(${params.of(actor.scopesOf('committee'))}::uuid[])`]);
  }

  ofUnits(
    unitIds: readonly string[],
    actor: Actor,
    filters: CaseFilters,
    facet: UnitFacet,
    page: PageRequest,
  ): Promise<CaseList<UnitFacet>> {
    const question = { facets: UNIT_FACETS, facet, actor, filters, unitIds, page };
    return this.ask(question, (params) => [
      UNIT_FACETS.all,
      ...(filters.part === '' ? [] : [duty(`a.part = ${params.of(filters.part)}`)]),
    ]);
  }

  private async ask<Facet extends string>(
    { facets, facet, actor, filters, unitIds, page }: Question<Facet>,
    scope: (params: SqlParams) => string[],
  ): Promise<CaseList<Facet>> {
    const calendar = await this.workingDays.load();
    const today = todayOf(calendar, this.clock.now());
    const params = new SqlParams();
    const t = `select ${params.of(today.today)}::date as today, ${params.of(today.soonUntil)}::date as soon_until, ${params.of(unitIds)}::uuid[] as units`;
    const where = [...scope(params), ...narrowed(filters, params, actor)].join(' and ');
    const from = `from handling_case c, (${t}) t where ${where}`;
    const counters = Object.entries<string>(facets).map(
      ([name, sql]) => `count(*) filter (where ${sql})::int as "${name}"`,
    );
    const [counts] = (await this.db.query(`select ${counters.join(', ')} ${from}`, params.values)) as [
      Record<Facet, number>,
    ];
    const rows = (await this.db.query(
      `select c.id ${from} and ${facets[facet]} order by ${OWED_SQL} nulls last, c.opened_at, c.id
       limit ${page.size} offset ${(page.number - 1) * page.size}`,
      params.values,
    )) as { id: string }[];
    return { counts, page: pageOf(await this.load(rows.map(({ id }) => id)), counts[facet], page), today, calendar };
  }

  private async load(ids: readonly string[]): Promise<HandlingCase[]> {
    const found = await this.db.manager.find(HandlingCase, {
      where: { id: In([...ids]) },
      relations: { assignments: { unit: true } },
      relationLoadStrategy: 'query',
    });
    const byId = new Map(found.map((record) => [record.id, record]));
    return ids.map((id) => byId.get(id)!);
  }
}

function narrowed(filters: CaseFilters, params: SqlParams, actor: Actor): string[] {
  const { sessionId, unitId, category, kind, text } = filters;
  return [
    `c.audience && ${params.of([...actor.keys])}::text[]`,
    ...(sessionId === '' ? [] : [ofSession(params.of(sessionId))]),
    ...(unitId === '' ? [] : [leadBy(params.of(unitId))]),
    ...(category === '' ? [] : [`c.category = ${params.of(category)}`]),
    ...(kind === '' ? [] : [`c.kind = ${params.of(kind)}`]),
    ...(text === '' ? [] : [containing(params.of(`%${text.replace(/[%_\\]/g, '\\$&')}%`))]),
  ];
}

/** A case that was carried on is on both lists: where it comes from, and where it is handled. */
function ofSession(id: string): string {
  return `${id}::uuid in (c.session_id, c.carried_to)`;
}

function containing(words: string): string {
  return `(c.title ilike ${words} or c.number ilike ${words} or c.ref ilike ${words})`;
}

/** Leading alone or as one of several. */
function leadBy(unitId: string): string {
  return `exists (select 1 from assignment a where a.case_id = c.id and a.part <> 'assisting' and a.status <> 'void' and a.unit_id = ${unitId}::uuid)`;
}
