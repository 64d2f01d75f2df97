import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CongressSession, Congresses } from '../congress/index.js';
import { Actor, type EventBus, type LedgerEvent, newId, type Transaction } from '../kernel/index.js';
import { Figures } from './figures.js';
import { type SessionNumbers, numbersOf } from './session-numbers.js';
import { SessionSnapshot } from './session-snapshot.entity.js';

/** Keeps the figures of a session as they are when it is closed, in the transaction that closes it. */
@Injectable()
export class Snapshots {
  constructor(
    private readonly db: DataSource,
    private readonly congresses: Congresses,
    private readonly figures: Figures,
  ) {}

  listenTo(bus: EventBus): void {
    bus.on('congress.close_session', (event, tx) => this.take(event, tx));
  }

  /** The one of its last closing; null as long as it runs, and for what was closed before snapshots were taken. */
  async of(session: CongressSession): Promise<SessionNumbers | null> {
    if (session.status !== 'closed' && !session.isArchived()) return null;
    const taken = await this.db.manager.find(SessionSnapshot, {
      where: { sessionId: session.id },
      order: { takenAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    return taken[0]?.figures ?? null;
  }

  private async take({ data, at }: LedgerEvent, tx: Transaction): Promise<void> {
    const session = await this.congresses.session(String(data.sessionId), tx);
    const facts = await this.figures.within(tx, session, Actor.visitor());
    const durations = await this.figures.durations(facts.cases, tx);
    const figures = numbersOf(facts, durations, session.settings.minimumSample);
    const row = { id: newId(), sessionId: session.id, takenAt: at, asOf: facts.asOf, figures };
    await tx.insert(SessionSnapshot, row as object);
  }
}
