import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, isId, type Page, pageOf, type PageRequest } from '../kernel/index.js';

export interface StaffFilter {
  /** Part of the name, or the beginning of the number. */
  readonly text: string;
  readonly unitId: string;
  readonly state: 'active' | 'left' | 'all';
}

export interface StaffLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly active: boolean;
  readonly total: number;
}

const LIST = `
  with recursive below as (
    select id from unit where id = any($1)
    union
    select unit.id from unit join below on unit.parent_id = below.id
  )
  select staff.id, number, staff.name, unit.name as unit, title, mail, phone, staff.active, count(*) over ()::int as total
  from staff join unit on unit.id = staff.unit_id
  where staff.unit_id in (select id from below)
    and ($2 = '' or staff.name ilike '%' || $2 || '%' or number ilike $2 || '%')
    and ($3 = 'all' or staff.active = ($3 = 'active'))
  order by unit.position, unit.code, staff.name collate zh_pinyin, number
  limit $4 offset $5`;

const MOST_EXPORTED = 50_000;

/** The list of the staff that an administrator may see: the people of their units. */
@Injectable()
export class StaffDirectory {
  constructor(private readonly db: DataSource) {}

  async page(filter: StaffFilter, actor: Actor, request: PageRequest): Promise<Page<StaffLine>> {
    const rows = await this.rows(filter, actor, request.size, (request.number - 1) * request.size);
    return pageOf(rows, rows[0]?.total ?? 0, request);
  }

  all(filter: StaffFilter, actor: Actor): Promise<StaffLine[]> {
    return this.rows(filter, actor, MOST_EXPORTED, 0);
  }

  private rows({ text, unitId, state }: StaffFilter, actor: Actor, limit: number, offset: number) {
    const administered = actor.scopesOf('administrator');
    const units = unitId === '' ? administered : administered.filter((id) => id === unitId);
    const beginning = text.replace(/[%_\\]/g, '\\$&');
    return this.db.query(LIST, [units, beginning, state, limit, offset]) as Promise<StaffLine[]>;
  }
}

/** The filter that the address of the list names. */
export function staffFilter(query: Readonly<Record<string, unknown>>): StaffFilter {
  const { q, unit, state } = query;
  return {
    text: typeof q === 'string' ? q.trim().slice(0, 60) : '',
    unitId: isId(unit) ? unit : '',
    state: state === 'left' || state === 'all' ? state : 'active',
  };
}
