import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

const WRITES = /^\s*(insert|update|delete|commit|with\b.*\b(insert|update|delete)\b)/is;
/** The queue looks after itself on a connection of its own. */
const UPKEEP = /pgboss\.(version|queue|bam|schedule)\b\s+set/i;

/** Cuts the connection to the database in the moment before one chosen write, as the death of the process would. */
export class ConnectionCut {
  private readonly original = pg.Client.prototype.query as unknown as Query;
  private left = Infinity;
  /** The write that did not happen any more. */
  cutBefore: string | null = null;

  constructor() {
    const { original } = this;
    const count = (client: pg.Client, query: unknown) => this.count(client, query);
    Object.assign(pg.Client.prototype, {
      query: function (this: pg.Client, ...args: unknown[]) {
        count(this, args[0]);
        return original.apply(this, args);
      },
    });
  }

  /** The n-th write from now (the first is 1) is not reached; a commit is a write. */
  beforeWrite(n: number): void {
    this.left = n;
    this.cutBefore = null;
  }

  never(): void {
    this.left = Infinity;
  }

  remove(): void {
    Object.assign(pg.Client.prototype, { query: this.original });
  }

  private count(client: pg.Client, query: unknown): void {
    const text = typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? '');
    if (!WRITES.test(text) || UPKEEP.test(text) || --this.left !== 0) return;
    this.left = Infinity;
    this.cutBefore = text;
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}
