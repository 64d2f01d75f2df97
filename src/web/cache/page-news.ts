import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/index.js';
import { DatabaseAddress } from '../../database/index.js';
import { EventBus } from '../../kernel/index.js';
import { PageCache } from './page-cache.js';

const CHANNEL = 'pages';
const AGAIN_AFTER_MS = 1000;
/** Signing in and out is recorded too, but changes no page. */
const UNSEEN = ['account'];

/**
 * Tells every process that pages have changed. The notice goes through PostgreSQL in the transaction of the change, so it arrives
 * if and only if the change is committed. A process that cannot listen keeps no pages.
 */
@Injectable()
export class PageNews implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('PageNews');
  private client: pg.Client | null = null;
  private ended = false;

  constructor(
    private readonly bus: EventBus,
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly cache: PageCache,
  ) {}

  onModuleInit(): void {
    this.bus.on('*', async (event, tx) => {
      if (UNSEEN.includes(event.subjectType)) return;
      await tx.query('select pg_notify($1, $2)', [CHANNEL, '']);
      if (tx.queryRunner) tx.queryRunner.data.changesPages = true;
    });
    // The process that made the change must not answer the next request from before it: it does not wait for the notice.
    this.db.subscribers.push({
      afterTransactionCommit: ({ queryRunner }) => {
        if (queryRunner.data.changesPages) this.cache.forget();
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.pageCacheMegabytes > 0) await this.listen();
  }

  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    this.cache.close();
    await this.client?.end().catch(() => {});
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: DatabaseAddress.of(this.settings), keepAlive: true });
    this.client = client;
    client.on('notification', () => this.cache.forget());
    client.on('error', () => this.lose(client)).on('end', () => this.lose(client));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      if (this.client === client && !this.ended) this.cache.open();
    } catch {
      this.lose(client);
    }
  }

  /** Without news nothing may be kept; a new connection is tried until one stands. */
  private lose(client: pg.Client): void {
    if (this.client !== client || this.ended) return;
    this.client = null;
    this.cache.close();
    this.logger.warn('no news of changed pages: every page is rendered anew until the database answers');
    client.end().catch(() => {});
    setTimeout(() => void (this.ended || this.listen()), AGAIN_AFTER_MS).unref();
  }
}
