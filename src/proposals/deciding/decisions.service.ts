import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Cases } from '../../handling/index.js';
import { type Actor, DomainError, type Transaction } from '../../kernel/index.js';
import { DecisionAct } from './decision-act.js';
import { NotDecidedTogether } from './decision.errors.js';
import { Deciding, type Kept } from './deciding.js';
import type { Decision } from './decision.js';
import { Deviations } from './deviations.service.js';
import { MergeTargets } from './merge-targets.js';
import { Proposals } from '../proposals.repository.js';

/** Deciding what becomes of proposals: one, or many in one act. There is no other way. */
@Injectable()
export class Decisions {
  constructor(
    private readonly db: DataSource,
    private readonly deciding: Deciding,
    private readonly proposals: Proposals,
    private readonly cases: Cases,
    private readonly targets: MergeTargets,
    private readonly deviations: Deviations,
  ) {}

  /** Answers with the cases in which the proposal is handled now. */
  decide(decision: Decision, actor: Actor): Promise<Kept> {
    return this.db.transaction(async (tx) => {
      const refs = await this.targets.touched(decision, new Set(), actor, tx);
      await this.cases.lockAll(refs, actor, tx); // cases before proposals, as in every step
      await this.deviations.explainIn(tx, decision, actor);
      return this.deciding.take(decision, new DecisionAct([decision]), actor, tx);
    });
  }

  /** All or none; numbers are given in this order. The one that stands in the way is named with its reason. */
  decideAll(decisions: readonly Decision[], actor: Actor): Promise<Kept> {
    return this.db.transaction((tx) => this.decideAllIn(tx, decisions, actor));
  }

  async decideAllIn(tx: Transaction, decisions: readonly Decision[], actor: Actor): Promise<Kept> {
    await this.alone(tx);
    await this.lockCases(decisions, actor, tx);
    await this.lock(decisions, actor, tx);
    const act = new DecisionAct(decisions);
    const kept: Kept[] = [];
    for (const decision of act.inOrder)
      kept.push(await this.named(decision, () => this.deciding.take(decision, act, actor, tx)));
    return [...new Map(kept.flat().map((record) => [record.ref, record])).values()];
  }

  /** One act of many at a time, and its proposals in one order: no two acts wait for each other. */
  async lock(decisions: readonly Pick<Decision, 'ref'>[], actor: Actor, tx: Transaction): Promise<void> {
    await this.alone(tx);
    for (const decision of decisions.toSorted((a, b) => a.ref.localeCompare(b.ref)))
      await this.named(decision, () => this.proposals.lockVisible(decision.ref, actor, tx));
  }

  private async lockCases(decisions: readonly Decision[], actor: Actor, tx: Transaction): Promise<void> {
    const opening = new Set(decisions.filter(({ outcome }) => outcome !== 'merge').map(({ ref }) => ref));
    const refs: string[] = [];
    for (const decision of decisions)
      refs.push(...(await this.named(decision, () => this.targets.touched(decision, opening, actor, tx))));
    await this.cases.lockAll(refs, actor, tx);
  }

  private async alone(tx: Transaction): Promise<void> {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('decisions', 0))");
  }

  /** A refusal says which of several stands in the way. */
  async named<T>({ ref }: Pick<Decision, 'ref'>, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      throw error instanceof DomainError ? new NotDecidedTogether(ref, error) : error;
    }
  }
}
