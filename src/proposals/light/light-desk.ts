import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses, type CongressSession } from '../../congress/index.js';
import type { Actor, Transaction } from '../../kernel/index.js';
import { NoLightMode } from '../proposal.errors.js';

/** Where somebody can hand in a suggestion: the running sessions, in light mode, of the own unit and those above it. */
@Injectable()
export class LightDesk {
  constructor(
    private readonly db: DataSource,
    private readonly congresses: Congresses,
  ) {}

  async sessions(actor: Actor, tx: Transaction = this.db.manager): Promise<CongressSession[]> {
    const running = await this.congresses.filing(tx);
    return running.filter(({ term: { congress } }) => congress.light && actor.is('member', congress.unitId));
  }

  /** The one that was chosen, or the first. */
  async session(actor: Actor, sessionId: string, tx: Transaction = this.db.manager): Promise<CongressSession> {
    const sessions = await this.sessions(actor, tx);
    const session = sessions.find(({ id }) => id === sessionId) ?? sessions[0];
    if (!session) throw new NoLightMode();
    return session;
  }

  /** The running session of the congress in which a suggestion was begun; null when there is none. */
  async running(congressId: string, tx: Transaction): Promise<CongressSession | null> {
    return (await this.congresses.filing(tx)).find(({ term }) => term.congressId === congressId) ?? null;
  }
}
