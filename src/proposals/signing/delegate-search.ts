import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { Clock } from '../../kernel/index.js';

export interface FoundDelegate {
  readonly staffId: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly delegation: string;
}

const SHOWN = 20;

const DELEGATES = `
  select staff.id as "staffId", staff.number, staff.name, unit.name as unit, delegation.name as delegation
  from delegate
  join staff on staff.id = delegate.staff_id and staff.active
  join unit on unit.id = staff.unit_id
  join delegation on delegation.id = delegate.delegation_id
  where delegate.term_id = $1 and delegate.kind = 'delegate'
    and valid_from <= $3 and (valid_until is null or valid_until >= $3)
    and (staff.name ilike $2 or staff.number ilike $2)
  order by staff.name collate zh_pinyin, staff.number limit ${SHOWN}`;

/** Delegates of a term by the beginning of their name or staff number. */
@Injectable()
export class DelegateSearch {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  find(termId: string, text: string): Promise<FoundDelegate[]> {
    if (text === '') return Promise.resolve([]);
    const beginning = `${text.replace(/[%_\\]/g, '\\$&')}%`;
    return this.db.query(DELEGATES, [termId, beginning, beijingDate(this.clock.now())]);
  }
}
