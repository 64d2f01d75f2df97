import { Injectable } from '@nestjs/common';
import { Cases, type HandlingCase } from '../../handling/index.js';
import type { Actor, Transaction } from '../../kernel/index.js';
import { CASE_KIND_OF, CaseOpening } from '../case-opening.js';
import { DeclineReasons } from './decline-reasons.js';
import type { DecisionAct } from './decision-act.js';
import { DecisionGuard } from './decision-guard.js';
import { merge, peopleOf, split } from './decision-steps.js';
import type { Decision, Outcome } from './decision.js';
import { MergeTargets } from './merge-targets.js';
import { Partition } from './partition.js';
import { ProposalSteps } from '../proposal-steps.js';
import { proposalWorkflow } from '../proposal-workflow.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';

export type Kept = readonly HandlingCase[];
type Take = (decision: Decision, act: DecisionAct, actor: Actor, tx: Transaction) => Promise<Kept>;

/** How each outcome is carried out, inside the transaction of an act. Answers with the cases in which the proposal is handled. */
@Injectable()
export class Deciding {
  private readonly ways: Readonly<Record<Outcome, Take>> = {
    file: (...given) => this.accept('file', ...given),
    convert: (...given) => this.accept('convert', ...given),
    decline: (...given) => this.decline(...given),
    merge: (...given) => this.merge(...given),
    split: (...given) => this.split(...given),
  };

  constructor(
    private readonly steps: ProposalSteps,
    private readonly opening: CaseOpening,
    private readonly targets: MergeTargets,
    private readonly cases: Cases,
    private readonly proposals: Proposals,
    private readonly declineReasons: DeclineReasons,
    private readonly guard: DecisionGuard,
    private readonly partition: Partition,
  ) {}

  take(decision: Decision, act: DecisionAct, actor: Actor, tx: Transaction): Promise<Kept> {
    return this.ways[decision.outcome](decision, act, actor, tx);
  }

  private async accept(
    outcome: 'file' | 'convert',
    decision: Decision,
    act: DecisionAct,
    actor: Actor,
    tx: Transaction,
  ) {
    const opened: HandlingCase[] = [];
    const { ref: decided, note, caseTitle: title } = decision;
    const proposal = await this.steps.performIn(tx, outcome, decided, actor, async ({ proposal: one, deed }) => {
      const event = one.decide(outcome, deed, note);
      const record = await this.opening.open(CASE_KIND_OF[outcome], one, { title }, deed, tx);
      opened.push(record);
      const { ref, number } = record;
      return { ...event, data: { ...event.data, case: { ref, number }, others: act.joining(one.ref) } };
    });
    return keep(proposal, opened, act);
  }

  private async decline({ ref, declineCode, note }: Decision, _: DecisionAct, actor: Actor, tx: Transaction) {
    await this.steps.performIn(tx, 'decline', ref, actor, async ({ proposal, deed }) => {
      const reason = await this.declineReasons.usable(declineCode, tx);
      const event = proposal.decline(deed, reason.code, note);
      return { ...event, data: { ...event.data, zh: reason.zh, en: reason.en } };
    });
    return [];
  }

  private async split({ ref, parts, note }: Decision, act: DecisionAct, actor: Actor, tx: Transaction) {
    let opened: readonly (HandlingCase | null)[] = [];
    const proposal = await this.steps.performIn(tx, 'split', ref, actor, async ({ proposal: one, deed }) => {
      proposalWorkflow.statusAfter('split', one.status);
      await this.guard.checkSplit(parts, one, tx);
      const taken = await this.partition.take(one, parts, deed, tx);
      opened = taken.opened;
      return split(one, there(opened), taken.declined, note, deed);
    });
    act.keep(proposal.ref, opened, peopleOf(proposal));
    return there(opened);
  }

  private async merge({ ref, into, note }: Decision, act: DecisionAct, actor: Actor, tx: Transaction) {
    const kept: HandlingCase[] = [];
    await this.steps.performIn(tx, 'merge', ref, actor, async ({ proposal, deed }) => {
      proposalWorkflow.statusAfter('merge', proposal.status);
      const { target, own } = await this.targets.meet(proposal, into, act, actor, tx);
      const told = act.toldOf(target.id);
      const event = merge(proposal, target, note, told, deed);
      if (own) await this.cases.absorb(own.ref, target, actor, tx);
      const people = peopleOf(proposal);
      const earlier = await this.proposals.byIds(
        target.origins.map(({ originId }) => originId),
        tx,
      );
      const joining = await this.opening.joining(proposal, tx);
      kept.push(await this.cases.addOrigin(target.ref, joining, actor, tx, { alreadyTold: [...told, ...people] }));
      act.tell(target.id, [...earlier.flatMap(peopleOf), ...people]);
      return event;
    });
    return kept;
  }
}

function there(opened: readonly (HandlingCase | null)[]): HandlingCase[] {
  return opened.filter((record) => record !== null);
}

function keep(proposal: Proposal, opened: readonly HandlingCase[], act: DecisionAct): Kept {
  act.keep(proposal.ref, opened, peopleOf(proposal));
  return opened;
}
