import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Duties, type Duty } from '../identity/index.js';
import { EventBus, msg } from '../kernel/index.js';
import { numeral } from './names.js';
import { RosterAdministration } from './roster-administration.js';

interface DutyRow {
  readonly role: string;
  readonly congress: string;
  readonly term: number;
  readonly delegation: string | null;
  readonly from: string;
  readonly until: string;
}

const DUTIES = `
  select duty.role, congress.name as congress, term.number as term, duty.delegation,
         greatest(duty.valid_from, term.starts_on)::text as "from", least(duty.valid_until, term.ends_on)::text as until
  from (
    select delegate.term_id, coalesce('delegation_' || post, kind) as role, delegation.name as delegation, valid_from, valid_until
    from delegate left join delegation on delegation.id = delegation_id
    where staff_id = $1
    union all
    select term_id, role, null, valid_from, valid_until from committee_seat where staff_id = $1
  ) duty
  join congress_term term on term.id = duty.term_id join congress on congress.id = term.congress_id
  order by "from" desc, role`;

/** The seats of a person, for `/me`; and their end when the person leaves. */
@Injectable()
export class CongressDuties implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly bus: EventBus,
    private readonly duties: Duties,
    private readonly administration: RosterAdministration,
  ) {}

  onModuleInit(): void {
    this.duties.add((staffId) => this.of(staffId));
    this.bus.on('staff.leave', (event, tx) => this.administration.endAllSeats(event.subjectId, tx));
  }

  private async of(staffId: string): Promise<Duty[]> {
    const rows = (await this.db.query(DUTIES, [staffId])) as DutyRow[];
    return rows.map(({ role, from, until, congress, term, delegation }) => ({
      role: msg(`identity.roles.${role}`),
      scope: msg(delegation ? 'congress.scopeInDelegation' : 'congress.scope', {
        congress,
        term: numeral(term),
        delegation: delegation ?? '',
      }),
      from,
      until,
    }));
  }
}
