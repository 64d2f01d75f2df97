import { type RunningPostgres, startPostgres } from './embedded-postgres.js';

const PAUSE_MS = 2000;

/** An embedded PostgreSQL that is started again whenever it ends unasked (killed, out of memory); until it is back, pages answer 503. */
export class KeptPostgres {
  private isWanted = true;
  private readonly watching: Promise<void>;

  constructor(
    private current: RunningPostgres,
    private readonly dir: string,
    private readonly tell: (sentence: string) => void,
  ) {
    this.watching = this.watch();
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    await this.current.stop();
    if (!this.current.adopted) await this.watching;
  }

  private async watch(): Promise<void> {
    await this.current.ended;
    while (this.isWanted) {
      this.tell('PostgreSQL ended unexpectedly and is started again.');
      await this.startAgain();
      if (!this.isWanted) return this.current.stop();
      this.tell('PostgreSQL is back.');
      await this.current.ended;
    }
  }

  private async startAgain(): Promise<void> {
    while (this.isWanted) {
      try {
        this.current = await startPostgres(this.dir);
        return;
      } catch (error) {
        this.tell((error as Error).message);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }
}
