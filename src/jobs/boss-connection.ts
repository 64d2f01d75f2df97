import { Injectable, Logger } from '@nestjs/common';
import { type Db, PgBoss } from 'pg-boss';
import { Settings } from '../config/index.js';
import { DatabaseAddress } from '../database/index.js';
import type { Transaction } from '../kernel/index.js';

const SCHEMA = 'pgboss';
const CONNECTIONS = 3;
const STOP_MS = 20_000;

/** The pg-boss of this process, in its own schema of the same database; opened when it is first needed. */
@Injectable()
export class BossConnection {
  private readonly logger = new Logger('Jobs');
  private opening: Promise<PgBoss> | null = null;

  constructor(private readonly settings: Settings) {}

  /** Tests run their jobs themselves. */
  get startsByItself(): boolean {
    return this.settings.environment !== 'test';
  }

  /** A web process only puts jobs in. */
  get works(): boolean {
    return this.startsByItself && this.settings.role !== 'web';
  }

  open(): Promise<PgBoss> {
    this.opening ??= this.start().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  /** Lets the running jobs finish. */
  async close(): Promise<void> {
    const boss = await this.opening;
    await boss?.stop({ graceful: true, timeout: STOP_MS });
    this.opening = null;
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: DatabaseAddress.of(this.settings),
      schema: SCHEMA,
      max: CONNECTIONS,
      supervise: this.works,
      schedule: this.works,
    });
    boss.on('error', (error) => this.logger.error(error.message));
    await boss.start();
    return boss;
  }
}

/** Lets pg-boss write in a transaction of ours: the job exists when, and only when, the change does. */
export function inTransaction(tx: Transaction): Db {
  return {
    executeSql: async (text, values) => {
      const answer = (await tx.query(text, values)) as unknown[];
      return { rows: Array.isArray(answer[0]) ? answer[0] : answer };
    },
  };
}
