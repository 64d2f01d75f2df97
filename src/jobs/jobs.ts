import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import type { Transaction } from '../kernel/index.js';
import { BossConnection, inTransaction } from './boss-connection.js';
import { Schedule, type ScheduledTask } from './schedule.js';

/** Gets the data of one or several jobs; throwing lets all of them be tried again. */
export type JobHandler<T extends object> = (jobs: readonly T[]) => Promise<void>;

export interface JobOptions {
  /** How many jobs one call of the handler may get. */
  readonly batch?: number;
  readonly retries?: number;
}

interface Definition {
  readonly handler: JobHandler<object>;
  readonly options: Required<JobOptions>;
}

export { type ScheduledTask };

const ZONE = 'Asia/Shanghai';
const POLLING_SECONDS = 1;
const QUEUE = { retryDelay: 5, retryBackoff: true, retryDelayMax: 600, expireInSeconds: 900, heartbeatSeconds: 60 };

/** Work that is done after the answer: queues and the schedule. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly definitions = new Map<string, Definition>();
  private ready: Promise<PgBoss> | null = null;

  constructor(
    private readonly connection: BossConnection,
    private readonly timetable: Schedule,
  ) {}

  /** Names a queue and what is done with its jobs. Call it in `onModuleInit`. */
  define<T extends object>(queue: string, handler: JobHandler<T>, options: JobOptions = {}): void {
    if (this.definitions.has(queue)) throw new Error(`queue ${queue} is defined twice`);
    this.definitions.set(queue, {
      handler: handler as JobHandler<object>,
      options: { batch: 1, retries: 5, ...options },
    });
  }

  /** Runs a task by a cron expression in Beijing time. Call it in `onModuleInit`. */
  schedule(name: string, cron: string, handler: () => Promise<void>): void {
    this.timetable.add({ name, cron, handler });
  }

  /** Puts a job into the queue, in the transaction of the change that causes it. */
  async enqueue(tx: Transaction, queue: string, data: object): Promise<void> {
    if (!this.definitions.has(queue)) throw new Error(`no queue "${queue}"`);
    const boss = await this.open();
    await boss.send(queue, data, { db: inTransaction(tx) });
  }

  /** Does everything that waits in the queues, in this process, now. For tests and the command line. */
  async drain(): Promise<void> {
    const boss = await this.open();
    for (const [queue, { handler, options }] of this.definitions) {
      for (;;) {
        const jobs = await boss.fetch<object>(queue, { batchSize: options.batch });
        if (jobs.length === 0) break;
        await handler(jobs.map((job) => job.data));
        await boss.complete(
          queue,
          jobs.map((job) => job.id),
        );
      }
    }
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.connection.startsByItself) return;
    const boss = await this.open();
    if (!this.connection.works) return;
    await Promise.all([...this.definitions].map(([queue, definition]) => this.work(boss, queue, definition)));
    await this.keepTimetable(boss);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }

  private open(): Promise<PgBoss> {
    this.ready ??= this.openQueues().catch((error: unknown) => {
      this.ready = null; // the next one tries again
      throw error;
    });
    return this.ready;
  }

  private async openQueues(): Promise<PgBoss> {
    const boss = await this.connection.open();
    for (const [queue, { options }] of this.definitions)
      await boss.createQueue(queue, { ...QUEUE, retryLimit: options.retries });
    return boss;
  }

  private async work(boss: PgBoss, queue: string, { handler, options }: Definition): Promise<void> {
    await boss.work<object>(
      queue,
      { batchSize: options.batch, pollingIntervalSeconds: POLLING_SECONDS, burstWhenBatchFull: true },
      (jobs) => handler(jobs.map((job) => job.data)),
    );
  }

  private async keepTimetable(boss: PgBoss): Promise<void> {
    for (const { name } of await boss.getSchedules())
      if (!this.timetable.all.some((task) => task.name === name)) await boss.unschedule(name);
    for (const { name, cron } of this.timetable.all) {
      await boss.createQueue(name, QUEUE);
      await boss.schedule(name, cron, null, { tz: ZONE, missed: 'once' });
      await boss.work(
        name,
        { pollingIntervalSeconds: POLLING_SECONDS },
        async () => void (await this.timetable.run(name)),
      );
    }
  }
}
