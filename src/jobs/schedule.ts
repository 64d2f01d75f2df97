import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/index.js';
import { periodOf } from './period.js';

export interface ScheduledTask {
  readonly name: string;
  readonly cron: string;
  readonly handler: () => Promise<void>;
}

export interface LastRun {
  readonly name: string;
  readonly cron: string;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly error: string | null;
}

/** Tasks that run by the clock, once a period however many processes there are, with a visible last run. */
@Injectable()
export class Schedule {
  private readonly tasks = new Map<string, ScheduledTask>();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  add(task: ScheduledTask): void {
    if (this.tasks.has(task.name)) throw new Error(`task ${task.name} is scheduled twice`);
    this.tasks.set(task.name, task);
  }

  get all(): ScheduledTask[] {
    return [...this.tasks.values()];
  }

  /** Runs the task unless another process runs it now or it has succeeded in this period. Answers whether it ran. */
  async run(name: string): Promise<boolean> {
    const task = this.tasks.get(name);
    if (!task) throw new Error(`no task "${name}"`);
    const period = periodOf(task.cron, this.clock.now());
    await this.db.query('insert into scheduled_run (name) values ($1) on conflict do nothing', [name]);
    const problem = await this.db.transaction(async (tx) => {
      const free = (await tx.query(
        'select name from scheduled_run where name = $1 and period is distinct from $2 for update skip locked',
        [name, period],
      )) as unknown[];
      if (free.length === 0) return 'elsewhere';
      const startedAt = this.clock.now();
      const error = await problemOf(task.handler);
      await tx.query(
        'update scheduled_run set period = coalesce($2, period), started_at = $3, finished_at = $4, error = $5 where name = $1',
        [name, error ? null : period, startedAt, this.clock.now(), error?.message ?? null],
      );
      return error;
    });
    if (problem instanceof Error) throw problem;
    return problem === null;
  }

  /** When each task ran last, for the administrator. */
  async lastRuns(): Promise<LastRun[]> {
    const rows = (await this.db.query(
      'select name, started_at as "startedAt", finished_at as "finishedAt", error from scheduled_run',
    )) as LastRun[];
    const byName = new Map(rows.map((row) => [row.name, row]));
    const never = { startedAt: null, finishedAt: null, error: null };
    return this.all.map(({ name, cron }) => ({ ...never, ...byName.get(name), name, cron }));
  }
}

async function problemOf(handler: () => Promise<void>): Promise<Error | null> {
  try {
    await handler();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error)); // kept in the row, then thrown to the queue
  }
}
