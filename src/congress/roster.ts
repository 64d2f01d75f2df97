import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { Clock, isId, type Page, pageOf, type PageRequest } from '../kernel/index.js';
import { Delegate } from './delegate.entity.js';

export interface DelegateLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly delegation: string | null;
  readonly kind: Delegate['kind'];
  readonly post: Delegate['post'];
  readonly over: boolean;
  readonly total: number;
}

export interface DelegationLine {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly units: string[];
  readonly unitIds: string[];
  readonly delegates: number;
  readonly head: string | null;
  readonly deputies: string[];
}

const DELEGATES = `
  select delegate.id, staff.number, staff.name, unit.name as unit, delegation.name as delegation, delegate.kind, post,
         coalesce(valid_until < $3, false) as over, count(*) over ()::int as total
  from delegate join staff on staff.id = staff_id join unit on unit.id = staff.unit_id
  left join delegation on delegation.id = delegation_id
  where delegate.term_id = $1 and ($2 = '' or delegation_id::text = $2)
    and ($4 = '' or staff.name ilike '%' || $4 || '%' or staff.number ilike $4 || '%')
  order by delegation.number nulls last, over, case post when 'head' then 1 when 'deputy' then 2 when 'secretary' then 3 else 4 end,
           staff.name collate zh_pinyin, staff.number
  limit $5 offset $6`;

const SITTING = `delegate.kind = 'delegate' and (valid_until is null or valid_until >= $2)`;

const DELEGATIONS = `
  select delegation.id, delegation.number, delegation.name,
    array(select unit.short from delegation_unit join unit on unit.id = unit_id where delegation_id = delegation.id order by position, code) as units,
    array(select unit_id::text from delegation_unit where delegation_id = delegation.id) as "unitIds",
    (select count(*)::int from delegate where delegation_id = delegation.id and ${SITTING}) as delegates,
    (select staff.name from delegate join staff on staff.id = staff_id where delegation_id = delegation.id and post = 'head' and ${SITTING} limit 1) as head,
    array(select staff.name from delegate join staff on staff.id = staff_id where delegation_id = delegation.id and post = 'deputy' and ${SITTING}) as deputies
  from delegation where term_id = $1 order by number`;

/** The lists of a term: its delegations, its delegates. */
@Injectable()
export class Roster {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async delegates(
    termId: string,
    query: Readonly<Record<string, unknown>>,
    request: PageRequest,
  ): Promise<Page<DelegateLine>> {
    const delegation = isId(query.delegation) ? query.delegation : '';
    const text = typeof query.q === 'string' ? query.q.trim().replace(/[%_\\]/g, '\\$&') : '';
    const skip = (request.number - 1) * request.size;
    const rows = (await this.db.query(DELEGATES, [
      termId,
      delegation,
      this.today(),
      text,
      request.size,
      skip,
    ])) as DelegateLine[];
    return pageOf(rows, rows[0]?.total ?? 0, request);
  }

  delegations(termId: string): Promise<DelegationLine[]> {
    return this.db.query(DELEGATIONS, [termId, this.today()]) as Promise<DelegationLine[]>;
  }

  delegate(id: string): Promise<Delegate | null> {
    return this.db.manager.findOne(Delegate, { where: { id }, relations: { staff: { unit: true } } });
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }
}
