import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Act, type Actor, authorize, Clock, type NewEvent, type Transaction } from '../kernel/index.js';
import { Ledger } from '../ledger/index.js';
import type { Notice } from './notice.entity.js';
import { NoticePolicy, type NoticeSubject } from './notice.policy.js';
import type { NoticeAction } from './notice-workflow.js';
import { NoticesRepository } from './notices.repository.js';

/** The rules of one step; null when there was nothing to do any more (a form sent twice). */
export type NoticeStep = (notice: Notice, act: Act, tx: Transaction) => NewEvent | null | Promise<NewEvent | null>;

/** How every step of a notice is taken: lock, authorize, act, save, record. */
@Injectable()
export class NoticeSteps {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: NoticesRepository,
    private readonly ledger: Ledger,
  ) {}

  perform(action: NoticeAction, id: string, actor: Actor, step: NoticeStep): Promise<Notice> {
    return this.db.transaction((tx) => this.take(action, id, actor, step, tx));
  }

  /** The same inside a transaction that does more. */
  async take(action: NoticeAction, id: string, actor: Actor, step: NoticeStep, tx: Transaction): Promise<Notice> {
    const notice = await this.notices.lock(id, actor, tx);
    const act = this.authorized(action, notice, actor);
    await this.keep(notice, await step(notice, act, tx), tx);
    return notice;
  }

  authorized(action: NoticeAction, notice: NoticeSubject, actor: Actor): Act {
    const role = authorize(new NoticePolicy(actor).roleFor(action, notice), action);
    return { by: actor, role, at: this.clock.now() };
  }

  async keep(notice: Notice, event: NewEvent | null, tx: Transaction): Promise<void> {
    await tx.save(notice);
    if (event) await this.ledger.record(event, tx);
  }
}
