import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, beijingDate, isoWeekday } from '../calendar/index.js';
import { Jobs } from '../jobs/index.js';
import { Clock, type Transaction } from '../kernel/index.js';
import { Collections } from './collections.js';
import { type Pace, Preferences } from './preferences.js';
import type { Topic } from './rules/telling.js';

/** 08:00 in Beijing; on Mondays what is wanted once a week comes along. */
const EVERY_MORNING = '0 8 * * *';
const MORNING = 'T08:00:00+08:00';
const WEEK = 7;

interface Waiting {
  readonly id: string;
  readonly topic: Topic;
  readonly at: Date;
}

const READERS = 'select distinct staff_id as "staffId" from notification where awaits_mail order by 1';
/** Another process may collect for the same reader: it gets the others, or none. */
const WAITING = `
  select id, topic, at from notification where staff_id = $1 and awaits_mail order by at, id for update skip locked`;
const TAKE = 'update notification set awaits_mail = false where id = any($1)';

/** 汇总邮件: optional messages that somebody wants once a day or once a week. Each message is in one digest. */
@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly preferences: Preferences,
    private readonly collections: Collections,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule('digest', EVERY_MORNING, async () => void (await this.collect()));
  }

  /** Answers how many digests are owed now. */
  async collect(): Promise<number> {
    const readers = (await this.db.query(READERS)) as { staffId: string }[];
    let owed = 0;
    for (const { staffId } of readers) if (await this.db.transaction((tx) => this.collectFor(staffId, tx))) owed += 1;
    return owed;
  }

  private async collectFor(staffId: string, tx: Transaction): Promise<boolean> {
    const waiting = (await tx.query(WAITING, [staffId])) as Waiting[];
    const paces = await this.preferences.of(staffId, tx);
    const monday = lastMonday(this.clock.now());
    const due = waiting.filter(({ topic, at }) => isDue(paces[topic], at, monday));
    const unwanted = waiting.filter(({ topic }) => paces[topic] === 'off');
    await tx.query(TAKE, [[...due, ...unwanted].map(({ id }) => id)]);
    const last = due.at(-1);
    if (last === undefined) return false;
    const digest = { kind: 'digest', of: last.id, unsubscribe: 'digest' } as const;
    await this.collections.put(
      due.map(({ id }) => id),
      staffId,
      digest,
      tx,
    );
    return true;
  }
}

/** Whoever wants it at once by now gets what waited with the next digest. */
function isDue(pace: Pace, at: Date, monday: Date): boolean {
  return pace === 'weekly' ? at < monday : pace !== 'off';
}

/** The last Monday morning that has come. */
export function lastMonday(now: Date): Date {
  const today = beijingDate(now);
  const monday = addDays(today, 1 - isoWeekday(today));
  const morning = new Date(monday + MORNING);
  return morning <= now ? morning : new Date(addDays(monday, -WEEK) + MORNING);
}
