import { Injectable } from '@nestjs/common';
import { Cases, type HandlingCase } from '../../handling/index.js';
import type { Actor, Transaction } from '../../kernel/index.js';
import type { DecisionAct } from './decision-act.js';
import type { Decision } from './decision.js';
import { CannotBeMerged } from './decision.errors.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';

/** Where a merged proposal goes, and the case of its own that ends there (when it was filed before). Both are locked. */
export interface Meeting {
  readonly target: HandlingCase;
  readonly own: HandlingCase | null;
}

/** Finds the case into which a proposal is merged, and refuses what cannot be handled together. */
@Injectable()
export class MergeTargets {
  constructor(
    private readonly cases: Cases,
    private readonly proposals: Proposals,
  ) {}

  async meet(proposal: Proposal, into: string, act: DecisionAct, actor: Actor, tx: Transaction): Promise<Meeting> {
    const target = act.openedFor(into) ?? (await this.named(into, actor, tx));
    const [own = null, ...others] = await this.cases.ofOrigin(proposal.id, tx);
    if (others.length > 0) throw new CannotBeMerged('several');
    if (own?.ref === target.ref) throw new CannotBeMerged('itself');
    const locked = await this.cases.lockAll([target.ref, ...(own ? [own.ref] : [])], actor, tx);
    const find = (ref: string) => locked.find((record) => record.ref === ref)!;
    const meeting = { target: find(target.ref), own: own && find(own.ref) };
    refuse(proposal, meeting);
    return meeting;
  }

  /** The cases that a decision touches and that exist already, except those that another decision of the same act will open. */
  async touched({ ref, outcome, into }: Decision, opening: ReadonlySet<string>, actor: Actor, tx: Transaction) {
    const { id } = await this.proposals.find(ref, actor, tx);
    const own = await this.cases.ofOrigin(id, tx);
    const isThere = outcome === 'merge' && !opening.has(into.split('/')[0]!);
    return [...own, ...(isThere ? [await this.named(into, actor, tx)] : [])].map((record) => record.ref);
  }

  private async named(into: string, actor: Actor, tx: Transaction): Promise<HandlingCase> {
    const [serial, part] = into.split('/');
    if (!/^(?:[a-z][a-z0-9]*-)?\d{4}-\d{4,6}$/.test(serial!)) return this.cases.find(into, actor, tx);
    const leading = await this.proposals.find(serial!, actor, tx);
    const cases = await this.cases.ofOrigin(leading.id, tx);
    const chosen = part === undefined ? cases : cases.slice(Number(part) - 1, Number(part));
    if (chosen.length !== 1) throw new CannotBeMerged(cases.length === 0 ? 'undecided' : 'which');
    return chosen[0]!;
  }
}

function refuse(proposal: Proposal, { target, own }: Meeting): void {
  if (target.status !== 'open') throw new CannotBeMerged('assigned');
  if (target.sessionId !== proposal.sessionId) throw new CannotBeMerged('session');
  if (target.confidential !== proposal.confidential) throw new CannotBeMerged('confidential');
  if (proposal.handedInAs === 'suggestion' && target.kind !== 'suggestion') throw new CannotBeMerged('kind');
  if (own && own.kind !== target.kind) throw new CannotBeMerged('kind');
  if (own && own.status !== 'open') throw new CannotBeMerged('assigned');
  if (own && own.origins.length > 1) throw new CannotBeMerged('leads');
}
