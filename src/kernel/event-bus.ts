import type { EntityManager } from 'typeorm';

export type Transaction = EntityManager;

/** One thing that happened to one subject. `action` is what was done; `from`/`to` are statuses where the step moved one. */
export interface NewEvent {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly action: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly role: string | null;
  readonly at: Date;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly note?: string | null;
  /** Plain JSON facts of the step; texts that must be provable later go in as their fingerprint. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface LedgerEvent extends Required<NewEvent> {
  readonly id: string;
  /** 1, 2, 3 … for the same subject. */
  readonly position: number;
  readonly hash: string;
}

export type EventHandler = (event: LedgerEvent, tx: Transaction) => Promise<void>;

/** Subscribers run inside the transaction of the change and only write rows. */
export class EventBus {
  private readonly handlers = new Map<string, EventHandler[]>();
  private readonly lastHandlers = new Map<string, EventHandler[]>();

  /** `name` is `subjectType.action`, `subjectType.*` or `*`. */
  on(name: string, handler: EventHandler): void {
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler]);
  }

  /** The same, after all others: what they write because of an event is there to be read. */
  onLast(name: string, handler: EventHandler): void {
    this.lastHandlers.set(name, [...(this.lastHandlers.get(name) ?? []), handler]);
  }

  async publish(event: LedgerEvent, tx: Transaction): Promise<void> {
    const names = [`${event.subjectType}.${event.action}`, `${event.subjectType}.*`, '*'];
    for (const handlers of [this.handlers, this.lastHandlers])
      for (const handler of names.flatMap((name) => handlers.get(name) ?? [])) await handler(event, tx);
  }
}
