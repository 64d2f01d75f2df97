import { Injectable } from '@nestjs/common';
import type { Act, Actor, Transaction } from '../kernel/index.js';
import type { CongressSession } from './congress-session.entity.js';

/** Something that is not finished in a session, as another room knows it. */
export interface Business {
  /** Its words are `sessions.business.<kind>`. */
  readonly kind: string;
  readonly count: number;
  /** The first of them, as far as this reader may know of them. */
  readonly items: readonly { readonly text: string; readonly href: string }[];
  /** Closing only reminds of it; archiving is refused because of it, or needs a session that takes it over. */
  readonly archiving: 'allowed' | 'refused' | 'carried';
}

/** From one session to the one that goes on with its unfinished matters. */
export interface HandOver {
  readonly from: CongressSession;
  readonly to: CongressSession;
}

/** What a room above has in a session. */
export interface BusinessSource {
  unfinished(sessionId: string, reader: Actor, tx?: Transaction): Promise<Business[]>;
  /** Holds its records of the session until the transaction ends, so that nobody is in the middle of a step. */
  hold(sessionId: string, tx: Transaction): Promise<void>;
  carry(handOver: HandOver, act: Act, tx: Transaction): Promise<void>;
}

/** What is still to be done in a session: asked before it is closed and before it is archived. */
@Injectable()
export class SessionBusiness {
  private readonly sources: BusinessSource[] = [];

  add(source: BusinessSource): void {
    this.sources.push(source);
  }

  /** What there is, without the kinds of which there is nothing. */
  async unfinished(sessionId: string, reader: Actor, tx?: Transaction): Promise<Business[]> {
    const found: Business[] = [];
    for (const source of this.sources) found.push(...(await source.unfinished(sessionId, reader, tx)));
    return found.filter(({ count }) => count > 0);
  }

  async hold(sessionId: string, tx: Transaction): Promise<void> {
    for (const source of this.sources) await source.hold(sessionId, tx);
  }

  async carry(handOver: HandOver, act: Act, tx: Transaction): Promise<void> {
    for (const source of this.sources) await source.carry(handOver, act, tx);
  }
}
