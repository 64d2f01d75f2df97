import type { Client, Pool } from 'pg';
import type { DataSource } from 'typeorm';

type Query = (...args: unknown[]) => unknown;

const WRITES = /^\s*(insert|update|delete|commit|with\b.*\b(insert|update|delete)\b)/is;

/** Cuts the connection of the application to its database in the moment before one chosen write, as the death of the process would. */
export class ConnectionCut {
  private static readonly known = new WeakMap<DataSource, ConnectionCut>();

  private readonly watched = new WeakSet<Client>();
  private left = Infinity;
  /** The write that did not happen any more. */
  cutBefore: string | null = null;

  /** One for every application. */
  static of(db: DataSource): ConnectionCut {
    const cut = ConnectionCut.known.get(db) ?? new ConnectionCut(db);
    ConnectionCut.known.set(db, cut);
    return cut;
  }

  private constructor(db: DataSource) {
    const { master } = db.driver as unknown as { master: Pool };
    master.on('acquire', (client) => this.watch(client as unknown as Client));
  }

  /** The n-th write from now (the first is 1) is not reached; a commit is a write. */
  beforeWrite(n: number): void {
    this.left = n;
    this.cutBefore = null;
  }

  never(): void {
    this.left = Infinity;
  }

  private watch(client: Client): void {
    if (this.watched.has(client)) return;
    this.watched.add(client);
    const original = client.query.bind(client) as Query;
    const query = (...args: unknown[]) => {
      this.count(client, args[0]);
      return original(...args);
    };
    Object.assign(client, { query });
  }

  private count(client: Client, query: unknown): void {
    const text = typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? '');
    if (!WRITES.test(text) || --this.left !== 0) return;
    this.left = Infinity;
    this.cutBefore = text;
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}
