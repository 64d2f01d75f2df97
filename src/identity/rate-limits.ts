import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/index.js';

const MINUTE_MS = 60_000;

export interface RateLimit {
  readonly name: string;
  readonly most: number;
  readonly minutes: number;
}

const TAKE = `
  insert into rate_limit (name, subject, started_at, count) values ($1, $2, $3, 1)
  on conflict (name, subject) do update set
    started_at = case when rate_limit.started_at <= $4 then $3 else rate_limit.started_at end,
    count = case when rate_limit.started_at <= $4 then 1 else rate_limit.count + 1 end
  returning count`;

/** How often something may be asked for in a span of time; counted in the database, so that every process counts the same. */
@Injectable()
export class RateLimits {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Counts one more; false when that was one too many. */
  async take(limit: RateLimit, subject: string): Promise<boolean> {
    const now = this.clock.now();
    const rows = (await this.db.query(TAKE, [limit.name, subject, now, startOf(limit, now)])) as { count: number }[];
    return rows[0]!.count <= limit.most;
  }

  /** Whether the next one would be one too many; counts nothing. */
  async isSpent(limit: RateLimit, subject: string): Promise<boolean> {
    const rows = (await this.db.query(
      'select 1 from rate_limit where name = $1 and subject = $2 and started_at > $3 and count >= $4',
      [limit.name, subject, startOf(limit, this.clock.now()), limit.most],
    )) as unknown[];
    return rows.length > 0;
  }
}

function startOf({ minutes }: RateLimit, now: Date): Date {
  return new Date(now.getTime() - minutes * MINUTE_MS);
}
