import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../kernel/index.js';
import { CALENDAR_SEED } from './calendar-seed.js';
import { type CalendarException, WorkingCalendar } from './working-calendar.js';

/** Whoever counts holds it shared until the commit; whoever changes the calendar holds it alone. */
export const CALENDAR_LOCK = 20_260_414;

const SEED_SOURCE = '国务院办公厅关于部分节假日安排的通知';

/** The working calendar as it stands in the database. */
@Injectable()
export class WorkingDays {
  constructor(private readonly db: DataSource) {}

  /** Reads the calendar; two small queries. Within a transaction it does not change before its end: what is counted goes with what is saved. */
  async load(tx: Transaction = this.db.manager): Promise<WorkingCalendar> {
    if (tx.queryRunner?.isTransactionActive) await tx.query('select pg_advisory_xact_lock_shared($1)', [CALENDAR_LOCK]);
    const years = (await tx.query('select year from calendar_year')) as { year: number }[];
    const exceptions = (await tx.query(
      'select date::text as date, is_workday as "isWorkday", name from calendar_day order by date',
    )) as CalendarException[];
    return new WorkingCalendar({ years: years.map(({ year }) => year), exceptions });
  }

  /** Gives an empty calendar the years that we know; later changes are the administrator's. */
  async seedWhenEmpty(): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('lock table calendar_year in exclusive mode');
      const [{ count }] = (await tx.query('select count(*)::int as count from calendar_year')) as [{ count: number }];
      if (count > 0) return;
      for (const year of CALENDAR_SEED.years)
        await tx.query('insert into calendar_year values ($1, $2)', [year, SEED_SOURCE]);
      const { exceptions } = CALENDAR_SEED;
      await tx.query('insert into calendar_day select * from unnest($1::date[], $2::boolean[], $3::text[])', [
        exceptions.map(({ date }) => date),
        exceptions.map(({ isWorkday }) => isWorkday),
        exceptions.map(({ name }) => name),
      ]);
    });
  }
}
