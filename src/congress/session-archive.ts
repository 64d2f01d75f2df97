import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, ConditionsMissing, msg, NotFound, type Transaction } from '../kernel/index.js';
import { NoSuccessor } from './congress.errors.js';
import { CongressAdministration } from './congress-administration.js';
import { CongressSession } from './congress-session.entity.js';
import { type Business, SessionBusiness } from './session-business.js';

const WITH_TERM = { term: { congress: true } } as const;

/** 归档: the session and everything in it is read only from then on, for everybody; what is unfinished goes on under another session. */
@Injectable()
export class SessionArchive {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly administration: CongressAdministration,
    private readonly business: SessionBusiness,
  ) {}

  /** `successorId` names the session that takes over; needed when there is something to take over. */
  async archive(sessionId: string, successorId: string | null, actor: Actor): Promise<void> {
    const { term } = await this.session(sessionId);
    await this.administration.inCongress(term.congressId, actor, 'archive_session', async (tx, role) => {
      await this.business.hold(sessionId, tx); // before the session itself: in the order in which a step of a record locks
      await tx.query('select from congress_session where id = $1 for update', [sessionId]);
      const session = await this.session(sessionId, tx);
      const before = session.status;
      session.take('archive');
      const unfinished = await this.business.unfinished(sessionId, actor, tx);
      const to = await this.successorOf(session, successorId, unfinished, tx);
      if (to) await this.business.carry({ from: session, to }, { by: actor, role, at: this.clock.now() }, tx);
      await tx.save(session);
      return { sessionId, before, after: session.status, carriedTo: to?.id ?? null };
    });
  }

  /** The sessions of the same congress that can take over, the newest first. */
  async successors(session: CongressSession): Promise<CongressSession[]> {
    const { congressId } = session.term;
    const sessions = await this.db.manager.find(CongressSession, {
      where: { term: { congressId } },
      relations: WITH_TERM,
      order: { term: { number: 'DESC' }, number: 'DESC' },
    });
    return sessions.filter((one) => one.id !== session.id && !one.isArchived());
  }

  private async successorOf(
    session: CongressSession,
    successorId: string | null,
    unfinished: readonly Business[],
    tx: Transaction,
  ): Promise<CongressSession | null> {
    const refused = unfinished.filter(({ archiving }) => archiving === 'refused');
    const carried = unfinished.filter(({ archiving }) => archiving === 'carried');
    const missing = [
      ...refused.map(({ kind, count }) => msg(`sessions.business.${kind}`, { n: count })),
      ...(carried.length > 0 && successorId === null ? [msg('sessions.missing.successor')] : []),
    ];
    if (missing.length > 0) throw new ConditionsMissing('archive_session', missing);
    if (carried.length === 0 || successorId === null) return null;
    await tx.query('select from congress_session where id = $1 for share', [successorId]);
    const to = await this.session(successorId, tx);
    if (to.id === session.id || to.term.congressId !== session.term.congressId || to.isArchived())
      throw new NoSuccessor();
    return to;
  }

  private async session(id: string, tx: Transaction = this.db.manager): Promise<CongressSession> {
    const session = await tx.findOne(CongressSession, { where: { id }, relations: WITH_TERM });
    if (!session) throw new NotFound('session');
    return session;
  }
}
