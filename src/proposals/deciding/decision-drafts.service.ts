import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Actor, ConditionsMissing, EventBus, type Transaction } from '../../kernel/index.js';
import { missingIn } from './decision-conditions.js';
import { DecisionDraft } from './decision-draft.entity.js';
import { DraftChangedMeanwhile, NotDecidedTogether } from './decision.errors.js';
import type { Kept } from './deciding.js';
import type { Decision } from './decision.js';
import { Decisions } from './decisions.service.js';
import { DeclineReasons } from './decline-reasons.js';
import { Deviations } from './deviations.service.js';
import { MergeCandidates } from './merge-candidates.js';
import { ProposalSteps } from '../proposal-steps.js';
import { proposalWorkflow } from '../proposal-workflow.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';

/** A row of the sheet as it was read: which version, on which place. */
export interface Chosen {
  readonly ref: string;
  readonly version: number;
  readonly place: number;
}

/** Decisions prepared for the meeting, put in order, and published in one act. */
@Injectable()
export class DecisionDrafts implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly bus: EventBus,
    private readonly steps: ProposalSteps,
    private readonly proposals: Proposals,
    private readonly decisions: Decisions,
    private readonly candidates: MergeCandidates,
    private readonly declineReasons: DeclineReasons,
    private readonly deviations: Deviations,
  ) {}

  /** What is no longer under review needs no draft: decided, returned, withdrawn, referred. */
  onModuleInit(): void {
    this.bus.on('proposal.*', async ({ subjectId: proposalId, to }, tx) => {
      if (to !== 'under_review') await tx.delete(DecisionDraft, { proposalId });
    });
  }

  prepare(decision: Decision, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.deviations.explainIn(tx, decision, actor);
      await this.keep(decision, actor, tx);
    });
  }

  /** All or none. */
  prepareAll(decisions: readonly Decision[], actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.decisions.lock(decisions, actor, tx);
      for (const decision of decisions) await this.decisions.named(decision, () => this.keep(decision, actor, tx));
    });
  }

  /** Takes one off the sheet. */
  async discard(ref: string, actor: Actor): Promise<void> {
    await this.steps.perform('prepare_decision', ref, actor, async ({ proposal: { id: proposalId }, tx }) => {
      await tx.delete(DecisionDraft, { proposalId });
      return null;
    });
  }

  find({ id: proposalId }: Proposal, tx: Transaction = this.db.manager): Promise<DecisionDraft | null> {
    return tx.findOneBy(DecisionDraft, { proposalId });
  }

  /** In the order chosen. */
  of(sessionId: string, tx: Transaction = this.db.manager): Promise<DecisionDraft[]> {
    return tx.find(DecisionDraft, { where: { sessionId }, order: { position: 'ASC', proposalId: 'ASC' } });
  }

  /** Publishes what was chosen, in the order that was read: all or none. What was published already is not published again. */
  publish(chosen: readonly Chosen[], actor: Actor): Promise<Kept> {
    return this.db.transaction(async (tx) => {
      const refs = chosen.map(({ ref }) => ({ ref }));
      await this.decisions.lock(refs, actor, tx);
      const proposals = await this.proposals.byRefs(
        chosen.map(({ ref }) => ref),
        tx,
      );
      if (proposals.every(({ status }) => status !== 'under_review')) return [];
      const decisions = await this.read(chosen, proposals, tx);
      await this.refuseIncomplete(decisions, proposals[0]!.sessionId, tx);
      return this.decisions.decideAllIn(tx, decisions, actor);
    });
  }

  /** Keeps what is meant to be decided; a new one is put last. */
  private async keep(decision: Decision, actor: Actor, tx: Transaction): Promise<void> {
    await this.steps.performIn(tx, 'prepare_decision', decision.ref, actor, async ({ proposal, deed }) => {
      proposalWorkflow.statusAfter('prepare_decision', proposal.status);
      const draft = (await this.find(proposal, tx)) ?? DecisionDraft.of(proposal, await this.next(proposal, tx));
      draft.write(decision, deed);
      await tx.save(draft);
      return null;
    });
  }

  private async read(chosen: readonly Chosen[], proposals: readonly Proposal[], tx: Transaction): Promise<Decision[]> {
    const ids = proposals.map(({ id }) => id);
    const drafts = await tx.findBy(DecisionDraft, { proposalId: In(ids) });
    const refOf = new Map(proposals.map(({ id, ref }) => [id, ref]));
    const read = new Map(drafts.map((draft) => [refOf.get(draft.proposalId), draft]));
    const changed = chosen.find(({ ref, version }) => read.get(ref)?.version !== version);
    if (changed) throw new NotDecidedTogether(changed.ref, new DraftChangedMeanwhile());
    const inOrder = chosen.toSorted((a, b) => a.place - b.place);
    return inOrder.map(({ ref }) => read.get(ref)!.decision(ref));
  }

  private async refuseIncomplete(others: readonly Decision[], sessionId: string, tx: Transaction): Promise<void> {
    const reasons = new Set((await this.declineReasons.active(tx)).map(({ code }) => code));
    const frame = { reasons, others, open: await this.candidates.open(sessionId, tx) };
    for (const decision of others) {
      const missing = Object.values(missingIn(decision, frame));
      if (missing.length > 0)
        throw new NotDecidedTogether(decision.ref, new ConditionsMissing('publish_decisions', missing));
    }
  }

  private async next({ sessionId }: Proposal, tx: Transaction): Promise<number> {
    return 1 + ((await tx.maximum(DecisionDraft, 'position', { sessionId })) ?? 0);
  }
}
