import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import { Clock, NotFound, type Transaction } from '../kernel/index.js';
import { Congress } from './congress.entity.js';
import { CommitteeChainOff, CongressNotFound, SessionArchived } from './congress.errors.js';
import { CongressSession } from './congress-session.entity.js';
import { CommitteeSeat, type CommitteeRole, Delegate, Delegation } from './delegate.entity.js';
import { KEYS } from './keys.sql.js';
import { modeOf } from './light-mode.js';
import type { SessionStatus } from './session-status.js';

const WITH_TERM = { term: { congress: true } } as const;

const MEMBERS = `
  select staff_id from delegate join staff on staff.id = staff_id and staff.active
  where delegation_id = $1 and kind = 'delegate' and valid_from <= $2 and (valid_until is null or valid_until >= $2)
  order by staff.name collate zh_pinyin, staff.number`;

const LEADERS = `
  select staff_id from delegate join staff on staff.id = staff_id and staff.active
  where delegation_id = $1 and kind = 'delegate' and post in ('head', 'deputy')
    and valid_from <= $2 and (valid_until is null or valid_until >= $2)
  order by post desc, valid_from, staff.number`;

/** The nearest congress above, by the tree of units. */
const ABOVE = `
  with recursive above as (
    select parent_id as id, 1 as distance from unit where id = (select unit_id from congress where id = $1)
    union all
    select unit.parent_id, distance + 1 from unit join above on unit.id = above.id
  )
  select congress.id from above join congress on congress.unit_id = above.id order by distance limit 1`;

const isOpen = ({ status }: CongressSession) => status === 'open';

/** Questions about congresses, sessions, delegates and the committee, for every other room. */
@Injectable()
export class Congresses {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Keys of an actor: `delegate`, `delegate:<term>`, `congress:<congress>`, `delegation_head:<delegation>`, `committee:<congress>`, `committee_chair:<congress>` …
   * `proposes`, `reviews`: somewhere the committee chain is at work; `suggests`, `light_secretary`: somewhere the light mode is.
   * `school_committee_chair` …: a seat in the congress of the whole school, which keeps what all congresses share.
   */
  async keysOf(staffId: string, today: string): Promise<string[]> {
    const rows = (await this.db.query(KEYS, [staffId, today])) as { key: string }[];
    return rows.map((row) => row.key);
  }

  async session(id: string, tx: Transaction = this.db.manager): Promise<CongressSession> {
    const session = await tx.findOne(CongressSession, { where: { id }, relations: WITH_TERM });
    if (!session) throw new NotFound('session');
    return session;
  }

  /** The congress of the whole school; its sessions need no prefix. */
  async mainCongressId(tx: Transaction = this.db.manager): Promise<string | null> {
    const rows = (await tx.query(
      'select congress.id from congress join unit on unit.id = unit_id where parent_id is null order by congress.code limit 1',
    )) as { id: string }[];
    return rows[0]?.id ?? null;
  }

  /** Every session, those of the school's own congress first, of each the newest first. */
  async sessions(tx: Transaction = this.db.manager): Promise<CongressSession[]> {
    const main = await this.mainCongressId(tx);
    const order = { term: { congress: { code: 'ASC' }, number: 'DESC' }, number: 'DESC' } as const;
    const sessions = await tx.find(CongressSession, { relations: WITH_TERM, order });
    for (const session of sessions) session.isOfSchool = session.term.congressId === main;
    return sessions.toSorted((a, b) => Number(b.isOfSchool) - Number(a.isOfSchool));
  }

  /** The session under `/congress/…`. */
  async addressed(code: string): Promise<CongressSession> {
    const [sessions, main] = await Promise.all([this.sessions(), this.mainCongressId()]);
    const session = sessions.find((one) => one.addressBeside(main) === code);
    if (!session) throw new CongressNotFound();
    return session;
  }

  /** The sessions that take proposals, one of each congress: its newest open one, or a closed one that files between sessions. */
  async filing(tx: Transaction = this.db.manager): Promise<CongressSession[]> {
    const running = (await this.sessions(tx)).filter(({ status }) => status === 'open' || status === 'closed');
    const congressIds = [...new Set(running.map(({ term }) => term.congressId))];
    return congressIds.flatMap((congressId) => {
      const own = running.filter(({ term }) => term.congressId === congressId);
      return own.find(isOpen) ?? own.find(({ settings }) => settings.betweenSessionFiling) ?? [];
    });
  }

  /** The session of the next congress above that takes proposals; null where there is none. */
  async filingAbove(congressId: string, tx: Transaction): Promise<CongressSession | null> {
    const rows = (await tx.query(ABOVE, [congressId])) as { id: string }[];
    const filing = await this.filing(tx);
    return filing.find(({ term }) => term.congressId === rows[0]?.id && !term.congress.light) ?? null;
  }

  async hasAbove(congressId: string): Promise<boolean> {
    return ((await this.db.query(ABOVE, [congressId])) as unknown[]).length > 0;
  }

  /** Refuses the step that would change something in the archive; the session is not archived before the step is done. */
  async requireWritable(sessionId: string, tx: Transaction): Promise<void> {
    const rows = (await tx.query('select status from congress_session where id = $1 for share', [sessionId])) as {
      status: SessionStatus;
    }[];
    if (rows[0]?.status === 'archived') throw new SessionArchived();
  }

  /** The mode of the congress (light or not) stays as it is until the step is done. */
  async holdMode(congressId: string, tx: Transaction): Promise<void> {
    await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [modeOf(congressId)]);
  }

  /** The same, and refuses what belongs to the committee chain where there is none. */
  async requireCommittee(congressId: string, tx: Transaction): Promise<void> {
    await this.holdMode(congressId, tx);
    const congress = await tx.findOneByOrFail(Congress, { id: congressId });
    if (congress.light) throw new CommitteeChainOff(congress.name);
  }

  /** The seat of a person in a term, with the delegation; null for everybody who is no delegate today. */
  async seat(staffId: string, termId: string, tx: Transaction = this.db.manager): Promise<Delegate | null> {
    const today = beijingDate(this.clock.now());
    const seat = await tx.findOne(Delegate, {
      where: { staffId, termId, kind: 'delegate', validFrom: LessThanOrEqual(today) },
      relations: { delegation: true },
    });
    return seat && (seat.validUntil === null || seat.validUntil >= today) ? seat : null;
  }

  /** Staff ids of all delegates of a delegation today, by name. */
  async membersOf(delegationId: string, tx: Transaction = this.db.manager): Promise<string[]> {
    const rows = (await tx.query(MEMBERS, [delegationId, beijingDate(this.clock.now())])) as { staff_id: string }[];
    return rows.map((row) => row.staff_id);
  }

  /** Staff ids of the head and the deputies of a delegation today. */
  async delegationLeaders(delegationId: string, tx: Transaction = this.db.manager): Promise<string[]> {
    const rows = (await tx.query(LEADERS, [delegationId, beijingDate(this.clock.now())])) as { staff_id: string }[];
    return rows.map((row) => row.staff_id);
  }

  async delegation(id: string, tx: Transaction = this.db.manager): Promise<Delegation> {
    const delegation = await tx.findOneBy(Delegation, { id });
    if (!delegation) throw new NotFound('delegation');
    return delegation;
  }

  delegations(termId: string, tx: Transaction = this.db.manager): Promise<Delegation[]> {
    return tx.find(Delegation, { where: { termId }, order: { number: 'ASC' } });
  }

  /** Staff ids of the committee of a congress today, in one or several roles. */
  async committee(
    congressId: string,
    roles: readonly CommitteeRole[],
    tx: Transaction = this.db.manager,
  ): Promise<string[]> {
    const today = beijingDate(this.clock.now());
    const rows = (await tx.query(
      `select distinct staff_id from committee_seat join congress_term term on term.id = term_id
       where term.congress_id = $1 and role = any($2) and valid_from <= $3 and (valid_until is null or valid_until >= $3)
         and starts_on <= $3 and ends_on >= $3`,
      [congressId, roles, today],
    )) as { staff_id: string }[];
    return rows.map((row) => row.staff_id);
  }

  seats(termId: string, tx: Transaction = this.db.manager): Promise<CommitteeSeat[]> {
    return tx.find(CommitteeSeat, { where: { termId }, relations: { staff: { unit: true } } });
  }
}
