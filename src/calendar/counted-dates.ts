import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Transaction } from '../kernel/index.js';
import { daysCounted, type Kept, type MovedDate } from './recount.js';
import { WorkingDays } from './working-days.js';

/** An open due date of some record that is counted from the day of an event. Dates chosen by hand are none. */
export interface OpenDate {
  /** The row in which it stands, and what it is the date of. */
  readonly holderId: string;
  readonly field: string;
  readonly on: string;
  readonly from: string;
  /** Not counted in working days: the day itself, or the next working day after it. */
  readonly shifted?: boolean;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly congressId: string;
  /** The unit that owes something by then; empty where nobody's unit does. */
  readonly unit: string;
}

/** Why dates move and who says so. */
export interface Recounting {
  readonly by: Actor;
  readonly reason: string;
  /** One act moves many dates: what belongs together is told together. */
  readonly actId: string;
}

/** The open dates of one room. */
export interface DateSource {
  readonly subjectType: string;
  open(tx: Transaction): Promise<OpenDate[]>;
  /** Holds the records until the end of the transaction. */
  hold(subjectIds: readonly string[], tx: Transaction): Promise<void>;
  /** Each moved date is one step of its record, with an event. */
  move(subjectId: string, dates: readonly MovedDate[], recounting: Recounting, tx: Transaction): Promise<void>;
}

const KEEP = `
  insert into counted_date (holder_id, field, counted_from, days, due_on)
  select * from unnest($1::uuid[], $2::text[], $3::date[], $4::int[], $5::date[])
  on conflict (holder_id, field) do update set counted_from = excluded.counted_from, days = excluded.days, due_on = excluded.due_on
  where (counted_date.counted_from, counted_date.due_on) <> (excluded.counted_from, excluded.due_on)`;
const KEPT = `
  select holder_id as "holderId", field, counted_from::text as "from", days, due_on::text as "on" from counted_date`;
const CHANGED = 'update calendar_state set changes = changes + 1';
const UNSETTLED = 'select changes as change from calendar_state where changes > settled';
const SETTLE = 'update calendar_state set settled = $1 where settled < $1';
const MOVE = 'update counted_date set due_on = $3 where holder_id = $1 and field = $2';

/** Knows the open dates of every room, and how each was counted. */
@Injectable()
export class CountedDates {
  private readonly sources: DateSource[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly workingDays: WorkingDays,
  ) {}

  add(source: DateSource): void {
    this.sources.push(source);
  }

  get all(): readonly DateSource[] {
    return this.sources;
  }

  async open(tx: Transaction): Promise<OpenDate[]> {
    const lists = [];
    for (const source of this.sources) lists.push(await source.open(tx));
    return lists.flat();
  }

  /** The last change of the calendar, as long as some open date may have to be counted again; else null. */
  async unsettledChange(): Promise<number | null> {
    const rows = (await this.db.query(UNSETTLED)) as { change: number }[];
    return rows[0]?.change ?? null;
  }

  /** Nothing was left to count again after this change: what is given from now on is counted by the new calendar. */
  async settle(change: number): Promise<void> {
    await this.db.query(SETTLE, [change]);
  }

  /** Before the calendar changes: with how many working days each open date was given. What is kept already stays. */
  async keep(tx: Transaction): Promise<void> {
    await tx.query(CHANGED);
    const calendar = await this.workingDays.load(tx);
    const counted = (await this.open(tx)).flatMap((date) => {
      const days = date.shifted ? null : daysCounted(date, calendar);
      return days === null ? [] : [{ ...date, days }];
    });
    await tx.query(KEEP, [
      counted.map(({ holderId }) => holderId),
      counted.map(({ field }) => field),
      counted.map(({ from }) => from),
      counted.map(({ days }) => days),
      counted.map(({ on }) => on),
    ]);
  }

  kept(tx: Transaction = this.db.manager): Promise<Kept[]> {
    return tx.query(KEPT) as Promise<Kept[]>;
  }

  /** The number of days stays, whatever day they come to. */
  async moved({ holderId, field, to }: MovedDate, tx: Transaction): Promise<void> {
    await tx.query(MOVE, [holderId, field, to]);
  }
}
