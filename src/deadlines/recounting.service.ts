import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { beijingDate, CountedDates, type MovedDate, recounted, versionOf, WorkingDays } from '../calendar/index.js';
import { Congress } from '../congress/index.js';
import { type Actor, authorize, Clock, newId, NotFound, type Transaction } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { PreviewOutdated } from './deadlines.errors.js';

/** What would move in one congress, and the mark by which it is recognized. */
export interface Preview {
  readonly congress: Congress;
  readonly moves: readonly MovedDate[];
  readonly version: string;
  /** Whether this person may carry it out. */
  readonly isYours: boolean;
}

const READERS = ['committee_chair', 'committee_secretary'];
const ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('recount:' || $1, 0))";

/** 期限重算: after a change of the calendar, the open dates that come to another day; seen first, then moved all at once. */
@Injectable()
export class Recounting {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly dates: CountedDates,
    private readonly workingDays: WorkingDays,
    private readonly events: AdministrativeEvents,
  ) {}

  /** One preview for each congress of whose committee the actor is chair or secretary; of every congress for the program itself. */
  async previews(actor: Actor): Promise<Preview[]> {
    const scopes = READERS.flatMap((role) => actor.scopesOf(role));
    const where = actor.is('system') ? {} : { id: In(scopes) };
    const congresses = await this.db.manager.find(Congress, { where, order: { code: 'ASC' } });
    const moves = congresses.length === 0 ? [] : await this.moves(this.db.manager);
    return congresses.map((congress) => {
      const own = moves.filter(({ congressId }) => congressId === congress.id);
      return { congress, moves: own, version: versionOf(own), isYours: roleOf(actor, congress) !== null };
    });
  }

  /** How many dates of the whole site would move. Asked on many pages: nothing is counted unless the calendar has changed. */
  async count(): Promise<number> {
    return (await this.waiting()).length;
  }

  /** The same for some congresses, those where something would move. */
  async countIn(congressIds: readonly string[]): Promise<{ congress: Congress; n: number }[]> {
    const waiting = await this.waiting();
    if (waiting.length === 0) return [];
    const congresses = await this.db.manager.find(Congress, {
      where: { id: In([...congressIds]) },
      order: { code: 'ASC' },
    });
    return congresses
      .map((congress) => ({ congress, n: waiting.filter(({ congressId }) => congressId === congress.id).length }))
      .filter(({ n }) => n > 0);
  }

  /** All or none, and only what was seen. Answers with the number of dates that moved. */
  carryOut(congressId: string, version: string, reason: string, actor: Actor): Promise<number> {
    return this.db.transaction(async (tx) => {
      const congress = await tx.findOneBy(Congress, { id: congressId });
      if (!congress) throw new NotFound('congress');
      const role = authorize(roleOf(actor, congress), 'recount_dates');
      await tx.query(ONE_AT_A_TIME, [congressId]);
      const moves = await this.heldMoves(congressId, tx);
      if (versionOf(moves) !== version) throw new PreviewOutdated();
      if (moves.length > 0) await this.move(congress, moves, { reason, by: actor, role }, tx);
      return moves.length;
    });
  }

  /** Counted again once the records are held: from then on nobody changes them. */
  private async heldMoves(congressId: string, tx: Transaction): Promise<MovedDate[]> {
    const seen = await this.moves(tx, congressId);
    for (const source of this.dates.all) await source.hold(subjectsOf(seen, source.subjectType), tx);
    return this.moves(tx, congressId);
  }

  private async move(
    { id, code }: Congress,
    moves: readonly MovedDate[],
    { role, ...order }: { reason: string; by: Actor; role: string },
    tx: Transaction,
  ): Promise<void> {
    const actId = newId();
    for (const source of this.dates.all)
      for (const subjectId of subjectsOf(moves, source.subjectType)) {
        const own = moves.filter((one) => one.subjectId === subjectId);
        await source.move(subjectId, own, { ...order, actId }, tx);
      }
    for (const one of moves) await this.dates.moved(one, tx);
    const data = { actId, code, dates: moves.length, reason: order.reason };
    const deed = { subjectType: 'congress', subjectId: id, action: 'recount_dates', by: order.by, role, data };
    await this.events.record(deed, tx);
  }

  private async waiting(): Promise<MovedDate[]> {
    const change = await this.dates.unsettledChange();
    if (change === null) return [];
    const moves = await this.moves(this.db.manager);
    if (moves.length === 0) await this.dates.settle(change);
    return moves;
  }

  private async moves(tx: Transaction, congressId: string | null = null): Promise<MovedDate[]> {
    const calendar = await this.workingDays.load(tx);
    const open = (await this.dates.open(tx)).filter((one) => congressId === null || one.congressId === congressId);
    const moves = recounted(open, await this.dates.kept(tx), calendar, beijingDate(this.clock.now()));
    return moves.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}

/** In which role somebody moves the dates of a congress, or null. Where there is no committee chain, its secretary does. */
function roleOf(actor: Actor, { id, light }: Congress): string | null {
  if (actor.is('system')) return 'system';
  if (light && actor.is('light_secretary', id)) return 'committee_secretary';
  return actor.is('committee_chair', id) ? 'committee_chair' : null;
}

function subjectsOf(moves: readonly MovedDate[], subjectType: string): string[] {
  const own = moves.filter((one) => one.subjectType === subjectType);
  return [...new Set(own.map(({ subjectId }) => subjectId))];
}

function keyOf({ subjectType, ref, field, holderId }: MovedDate): string {
  return `${subjectType} ${ref} ${field} ${holderId}`;
}
