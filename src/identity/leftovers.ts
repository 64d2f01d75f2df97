import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/index.js';

const DAY_MS = 86_400_000;
/** What is removed after so many days. A used link is kept for a while, to be told from one that never was. */
const REMOVALS = [
  ['delete from parked_form where created_at < $1', 7],
  ['delete from sign_in_link where coalesce(used_at, expires_at) < $1', 30],
  ['delete from browser_session where coalesce(ended_at, seen_at) < $1', 90],
  ['delete from rate_limit where started_at < $1', 1],
] as const;

/** What signing in leaves behind and nobody needs any more. The ledger, which tells who came when, stays whole. */
@Injectable()
export class Leftovers {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async remove(): Promise<void> {
    const now = this.clock.now().getTime();
    for (const [sql, days] of REMOVALS) await this.db.query(sql, [new Date(now - days * DAY_MS)]);
  }
}
