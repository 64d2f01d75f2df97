import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type LastRun, Schedule } from '../jobs/index.js';

export interface MailCount {
  readonly state: string;
  readonly count: number;
}

export interface FailedMail {
  readonly name: string;
  readonly number: string;
  readonly at: Date;
  readonly reason: string;
}

export interface DeliveryState {
  readonly counts: readonly MailCount[];
  readonly failed: readonly FailedMail[];
  readonly tasks: readonly LastRun[];
}

const COUNTS = 'select state, count(*)::int as count from mail group by state';
const FAILED = `
  select staff.name, staff.number, coalesce(mail.settled_at, mail.claimed_at) as at, mail.last_error as reason
  from mail join staff on staff.id = mail.staff_id
  where mail.state = 'failed' or (mail.state in ('queued', 'sending') and mail.last_error is not null)
  order by at desc limit 20`;

/** Whether mails go out and tasks run: for the administrator. */
@Injectable()
export class DeliveryOverview {
  constructor(
    private readonly db: DataSource,
    private readonly schedule: Schedule,
  ) {}

  /** Tasks whose last run went wrong. */
  async failedTasks(): Promise<string[]> {
    return (await this.schedule.lastRuns()).filter(({ error }) => error !== null).map(({ name }) => name);
  }

  async read(): Promise<DeliveryState> {
    const [counts, failed, tasks] = await Promise.all([
      this.db.query(COUNTS) as Promise<MailCount[]>,
      this.db.query(FAILED) as Promise<FailedMail[]>,
      this.schedule.lastRuns(),
    ]);
    return { counts, failed, tasks };
  }
}
