import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CongressSession, Congresses } from '../congress/index.js';
import { type Act, type Actor, authorize, Clock, type NewEvent, type Transaction } from '../kernel/index.js';
import { Ledger } from '../ledger/index.js';
import { AwardRound } from './award-round.entity.js';
import { AwardPolicy, type AwardSubject } from './award.policy.js';
import type { AwardAction } from './award-workflow.js';

/** What a step works with. `as` gives the act once the subject is known, and refuses whoever may not. */
export interface AwardStage {
  readonly round: AwardRound;
  readonly session: CongressSession;
  readonly as: (subject: Omit<AwardSubject, 'congressId'>) => Act;
  readonly tx: Transaction;
}

/** The rules of one step; null when there was nothing to do any more (a form sent twice). */
export type AwardStep = (stage: AwardStage) => Promise<NewEvent | null>;

/** How every step is taken: hold the session open and the round locked, authorize, act, save, record. */
@Injectable()
export class AwardSteps {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly congresses: Congresses,
    private readonly ledger: Ledger,
  ) {}

  /** `code` is the address of the session: 8-3. */
  async perform(action: AwardAction, code: string, actor: Actor, step: AwardStep): Promise<void> {
    const session = await this.congresses.addressed(code);
    const { congressId } = session.term;
    const as = (subject: Omit<AwardSubject, 'congressId'>): Act => {
      const role = new AwardPolicy(actor).roleFor(action, { ...subject, congressId });
      return { by: actor, role: authorize(role, `award.${action}`), at: this.clock.now() };
    };
    await this.db.transaction(async (tx) => {
      await this.congresses.requireWritable(session.id, tx);
      const round = await this.lock(session.id, tx);
      const event = await step({ round, session, as, tx });
      if (event === null) return;
      await tx.save(round);
      const facts = { ref: code, sessionId: session.id, congressId };
      await this.ledger.record({ ...event, data: { ...facts, ...event.data } }, tx);
    });
  }

  private async lock(sessionId: string, tx: Transaction): Promise<AwardRound> {
    const open = AwardRound.of(sessionId);
    await tx
      .createQueryBuilder()
      .insert()
      .into(AwardRound)
      .values({ ...open } as object)
      .orIgnore()
      .execute();
    return tx.findOneOrFail(AwardRound, { where: { sessionId }, lock: { mode: 'pessimistic_write' } });
  }
}
