import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { type Actor, authorize, Clock, type NewEvent, type Transaction } from '../../kernel/index.js';
import { CaseOrigin } from '../case/case-origin.entity.js';
import { CaseSteps } from '../case/case-steps.js';
import { CaseNotFound, WithdrawalRequestNotFound, WithdrawalTooLate } from '../case/case.errors.js';
import { CasePolicy } from '../case/case.policy.js';
import { Cases } from '../case/cases.service.js';
import { CasesRepository } from '../case/cases.repository.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { WithdrawalRequest } from './withdrawal-request.entity.js';
import { isWithdrawable } from './withdrawal-steps.js';

/** What became of the wish: done at once, or laid before the chair. */
export type WithdrawalOutcome = 'withdrawn' | 'asked';

/** Neither decided nor lapsed. */
const PENDING = { granted: IsNull(), lapsedAt: IsNull() } as const;

/** Tells the rooms above that an original did not only leave the case, it was taken back. */
const WITHDRAWN = { withdrawn: true } as const;

/** 撤案 of what has become a case, or several. The rooms above follow the events `withdraw` and `remove_origin`. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly db: DataSource,
    private readonly repository: CasesRepository,
    private readonly cases: Cases,
    private readonly steps: CaseSteps,
    private readonly clock: Clock,
  ) {}

  /** By a proposer: before the assignment it is done, afterwards it is asked; one reply that was issued is one too many. */
  withdraw(originId: string, reason: string, actor: Actor): Promise<WithdrawalOutcome> {
    return this.db.transaction(async (tx) => {
      const found = await this.cases.ofOrigin(originId, tx);
      const records = await this.repository.lockAllVisible(
        found.map(({ ref }) => ref),
        actor,
        tx,
      );
      if (records.length === 0) throw new CaseNotFound();
      if (!records.every(isWithdrawable)) throw new WithdrawalTooLate();
      const assigned = records.find(({ assignedAt }) => assignedAt !== null);
      if (assigned) return this.ask(assigned, originId, reason, actor, tx);
      await this.cases.removeOrigin(originId, reason, actor, tx, WITHDRAWN);
      return 'withdrawn';
    });
  }

  /** The oldest wish about which the chair has to decide; null when there is none. */
  pending({ id }: Pick<HandlingCase, 'id'>): Promise<WithdrawalRequest | null> {
    const where = { caseId: id, ...PENDING };
    return this.db.manager.findOne(WithdrawalRequest, { where, order: { askedAt: 'ASC' } });
  }

  /** Whether this original's proposer waits for an answer. */
  pendingFor(originId: string): Promise<WithdrawalRequest | null> {
    return this.db.manager.findOneBy(WithdrawalRequest, { originId, ...PENDING });
  }

  /** The original leaves all its cases, however many; a case without another one is withdrawn. */
  async grant(ref: string, requestId: string, note: string, actor: Actor): Promise<void> {
    await this.db.transaction(async (tx) => {
      const record = await this.repository.lockVisible(ref, actor, tx);
      const role = authorize(new CasePolicy(actor).roleFor('withdraw', record), 'withdraw');
      const request = await this.open(record, requestId, tx);
      const records = await this.cases.lockOfOrigin(request.originId, actor, tx);
      if (!records.every(isWithdrawable)) throw new WithdrawalTooLate();
      request.decide(true, note, { by: actor, role, at: this.clock.now() });
      await tx.save(request);
      const data = { ...WITHDRAWN, consent: note };
      await this.cases.removeOrigin(request.originId, request.reason, actor, tx, data);
    });
  }

  async refuse(ref: string, requestId: string, note: string, actor: Actor): Promise<void> {
    await this.steps.perform('refuse_withdrawal', ref, actor, async (record, act, tx) => {
      const request = await this.open(record, requestId, tx);
      const event = record.refuseWithdrawal(request.askedBy, note, act);
      request.decide(false, note, act);
      await tx.save(request);
      return event;
    });
  }

  /** A reply of this case was issued: the wishes that still wait come to nothing, those on another case of a split form too. */
  async lapse(record: HandlingCase, at: Date, tx: Transaction): Promise<NewEvent[]> {
    const origins = await tx.findBy(CaseOrigin, { caseId: record.id });
    const waiting = await tx.findBy(WithdrawalRequest, {
      originId: In(origins.map(({ originId }) => originId)),
      ...PENDING,
    });
    for (const request of waiting) request.lapse(at);
    await tx.save(waiting);
    return waiting.map(({ askedBy }) => record.lapseWithdrawal(askedBy, at));
  }

  /** Asking again while the answer is awaited changes nothing. */
  private async ask(
    record: HandlingCase,
    originId: string,
    reason: string,
    actor: Actor,
    tx: Transaction,
  ): Promise<'asked'> {
    await this.steps.take(
      'ask_withdrawal',
      record,
      actor,
      async ({ id: caseId }, act) => {
        if (await tx.existsBy(WithdrawalRequest, { originId, ...PENDING })) return [];
        const { ref } = await tx.findOneByOrFail(CaseOrigin, { caseId, originId });
        await tx.save(WithdrawalRequest.ask(caseId, originId, reason, act));
        return record.askWithdrawal({ originId, ref, reason }, act);
      },
      tx,
    );
    return 'asked';
  }

  private async open(record: HandlingCase, requestId: string, tx: Transaction): Promise<WithdrawalRequest> {
    const request = await tx.findOneBy(WithdrawalRequest, { id: requestId, caseId: record.id, granted: IsNull() });
    if (!request) throw new WithdrawalRequestNotFound();
    if (request.lapsedAt !== null) throw new WithdrawalTooLate();
    return request;
  }
}
