import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { EventBus, type LedgerEvent, newId, type NewEvent, type Transaction } from '../kernel/index.js';
import { linkHash } from './hash-chain.js';
import { LedgerEntry } from './ledger-entry.entity.js';

const VERIFY_BATCH = 5000;

/** The one place where "what happened" is kept. */
@Injectable()
export class Ledger {
  constructor(
    private readonly db: DataSource,
    private readonly bus: EventBus,
  ) {}

  /** Appends the event in the transaction of its change and tells the subscribers, in the same transaction. */
  async record(event: NewEvent, tx: Transaction): Promise<LedgerEvent> {
    const entry = await this.append(event, tx);
    await this.bus.publish(entry, tx);
    return entry;
  }

  /** All events of some subjects, oldest first. */
  timeline(subjectIds: readonly string[], tx: Transaction = this.db.manager): Promise<LedgerEntry[]> {
    if (subjectIds.length === 0) return Promise.resolve([]);
    return tx.find(LedgerEntry, { where: { subjectId: In([...subjectIds]) }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** Recomputes every hash; answers with the first broken event of each subject, none when the ledger is whole. */
  async verify(): Promise<LedgerEvent[]> {
    const broken = new Map<string, LedgerEvent>();
    const last = new Map<string, LedgerEntry>();
    for (let skip = 0; ; skip += VERIFY_BATCH) {
      const entries = await this.db.manager.find(LedgerEntry, {
        order: { subjectId: 'ASC', position: 'ASC' },
        skip,
        take: VERIFY_BATCH,
      });
      for (const entry of entries) {
        const before = last.get(entry.subjectId);
        if (!isLinked(entry, before) && !broken.has(entry.subjectId)) broken.set(entry.subjectId, entry);
        last.set(entry.subjectId, entry);
      }
      if (entries.length < VERIFY_BATCH) return [...broken.values()];
    }
  }

  private async append(event: NewEvent, tx: Transaction): Promise<LedgerEntry> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [event.subjectId]);
    const before = await tx.findOne(LedgerEntry, {
      where: { subjectId: event.subjectId },
      order: { position: 'DESC' },
    });
    const complete = {
      id: newId(),
      from: null,
      to: null,
      note: null,
      ...event,
      data: JSON.parse(JSON.stringify(event.data ?? {})) as Record<string, unknown>,
      position: (before?.position ?? 0) + 1,
    };
    const previousHash = before?.hash ?? null;
    const entry = Object.assign(new LedgerEntry(), complete, { previousHash, hash: linkHash(complete, previousHash) });
    await tx.insert(LedgerEntry, { ...entry } as object);
    return entry;
  }
}

function isLinked(entry: LedgerEntry, before: LedgerEntry | undefined): boolean {
  const previousHash = before?.hash ?? null;
  return (
    entry.position === (before?.position ?? 0) + 1 &&
    entry.previousHash === previousHash &&
    entry.hash === linkHash(entry, previousHash)
  );
}
