import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, administersSite, authorize, Clock, type Transaction } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { beijingDate, yearOf } from './beijing.js';
import { CalendarYearMissing } from './calendar.errors.js';
import { CountedDates } from './counted-dates.js';
import type { CalendarException } from './working-calendar.js';
import { CALENDAR_LOCK } from './working-days.js';

/** The calendar is one record of the site; its events stand in the ledger under this id. */
export const CALENDAR_ID = 'ca1e0da4-0000-7000-8000-000000000001';

export interface CalendarYear {
  readonly year: number;
  readonly source: string;
  readonly off: number;
  readonly worked: number;
}

const YEARS = `
  select year, source,
         (select count(*)::int from calendar_day where extract(year from date) = year and not is_workday) as off,
         (select count(*)::int from calendar_day where extract(year from date) = year and is_workday) as worked
  from calendar_year order by year desc`;

const PUT_DAYS = `
  insert into calendar_day select * from unnest($1::date[], $2::boolean[], $3::text[])
  on conflict (date) do update set is_workday = excluded.is_workday, name = excluded.name`;

/** Holidays and make-up days, kept by the administrator. Due dates that were given before stay until they are recomputed. */
@Injectable()
export class CalendarAdministration {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: AdministrativeEvents,
    private readonly countedDates: CountedDates,
  ) {}

  years(): Promise<CalendarYear[]> {
    return this.db.query(YEARS) as Promise<CalendarYear[]>;
  }

  days(from: string, until: string): Promise<CalendarException[]> {
    return this.db.query(
      'select date::text as date, is_workday as "isWorkday", name from calendar_day where date between $1 and $2 order by date',
      [from, until],
    ) as Promise<CalendarException[]>;
  }

  /** The present and the coming year, as far as the calendar does not know them. */
  async missingYears(): Promise<number[]> {
    const present = yearOf(beijingDate(this.clock.now()));
    const known = new Set((await this.years()).map(({ year }) => year));
    return [present, present + 1].filter((year) => !known.has(year));
  }

  putDay(day: CalendarException, actor: Actor): Promise<void> {
    return this.perform('put_day', actor, async (tx) => {
      await this.requireYear(yearOf(day.date), tx);
      await tx.query(PUT_DAYS, [[day.date], [day.isWorkday], [day.name]]);
      return { ...day };
    });
  }

  removeDay(date: string, actor: Actor): Promise<void> {
    return this.perform('remove_day', actor, async (tx) => {
      const [rows] = (await tx.query('delete from calendar_day where date = $1 returning name', [date])) as [unknown[]];
      return rows.length > 0 ? { date } : null;
    });
  }

  /** A whole year at once, in place of what was known of it. */
  putYear(year: number, source: string, days: readonly CalendarException[], actor: Actor): Promise<void> {
    return this.perform('put_year', actor, async (tx) => {
      await tx.query(
        'insert into calendar_year values ($1, $2) on conflict (year) do update set source = excluded.source',
        [year, source],
      );
      await tx.query('delete from calendar_day where extract(year from date) = $1', [year]);
      await tx.query(PUT_DAYS, [
        days.map(({ date }) => date),
        days.map(({ isWorkday }) => isWorkday),
        days.map(({ name }) => name),
      ]);
      return { year, source, days: days.length };
    });
  }

  private async requireYear(year: number, tx: Transaction): Promise<void> {
    const rows = (await tx.query('select 1 from calendar_year where year = $1', [year])) as unknown[];
    if (rows.length === 0) throw new CalendarYearMissing(year);
  }

  private perform(
    action: string,
    actor: Actor,
    step: (tx: Transaction) => Promise<Record<string, unknown> | null>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const role = authorize(administersSite(actor, null), `calendar.${action}`);
      await tx.query('select pg_advisory_xact_lock($1)', [CALENDAR_LOCK]);
      await tx.query('lock table calendar_year in share row exclusive mode');
      await this.countedDates.keep(tx);
      const data = await step(tx);
      if (data === null) return;
      const calendar = { subjectType: 'calendar', subjectId: CALENDAR_ID };
      await this.events.record({ ...calendar, action, by: actor, role, data }, tx);
    });
  }
}
