import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses } from '../congress/index.js';
import { Claims } from '../claims/index.js';
import { type Act, type Actor, authorize, Clock, type NewEvent, type Transaction } from '../kernel/index.js';
import { Ledger } from '../ledger/index.js';
import { DecisionGuard } from './deciding/decision-guard.js';
import { WITHOUT_COMMITTEE } from './light/light-steps.js';
import type { Circumstances } from './proposal-conditions.js';
import type { ProposalAction } from './proposal-workflow.js';
import type { Proposal } from './proposal.entity.js';
import { deskOf, HELD } from './review/review-desk.js';
import { ProposalPolicy } from './proposal.policy.js';
import { Proposals } from './proposals.repository.js';

export interface Scene extends Circumstances {
  readonly proposal: Proposal;
  readonly deed: Act;
  readonly tx: Transaction;
}

interface By {
  readonly actor: Actor;
  readonly role: string;
}

/** The rules of one step; null when there was nothing to do any more (a repeated click). */
type StepOf = (scene: Scene) => NewEvent | null | Promise<NewEvent | null>;

/** What is not handed in is no record of its session: it may leave the archive. */
const LEAVES_THE_SESSION: readonly ProposalAction[] = ['carry_over'];

/** Lock, authorize, act, save, record: the same for every step of a proposal. */
@Injectable()
export class ProposalSteps {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly guard: DecisionGuard,
    private readonly claims: Claims,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  perform(action: ProposalAction, ref: string, actor: Actor, step: StepOf): Promise<Proposal> {
    return this.db.transaction((tx) => this.performIn(tx, action, ref, actor, step));
  }

  async performIn(tx: Transaction, action: ProposalAction, ref: string, actor: Actor, step: StepOf): Promise<Proposal> {
    const proposal = await this.proposals.lockVisible(ref, actor, tx);
    const role = authorize(new ProposalPolicy(actor).roleFor(action, proposal), action);
    if (HELD.includes(action)) await this.claims.refuseOthers(deskOf(proposal.id), actor, tx);
    return this.carryOut(tx, action, proposal, { actor, role }, step);
  }

  /** A step of somebody who may not read the proposal itself; who may take it was decided by another record. */
  async performAs(tx: Transaction, action: ProposalAction, id: string, by: By, step: StepOf): Promise<Proposal> {
    return this.carryOut(tx, action, await this.proposals.lockById(id, tx), by, step);
  }

  private async carryOut(
    tx: Transaction,
    action: ProposalAction,
    proposal: Proposal,
    { actor, role }: By,
    step: StepOf,
  ): Promise<Proposal> {
    if (!LEAVES_THE_SESSION.includes(action)) await this.congresses.requireWritable(proposal.sessionId, tx);
    if (!WITHOUT_COMMITTEE.includes(action)) await this.congresses.requireCommittee(proposal.congressId, tx);
    if (action === 'suggest') await this.congresses.holdMode(proposal.congressId, tx);
    const session = await this.congresses.session(proposal.sessionId, tx);
    await this.guard.check(action, proposal, tx);
    const now = this.clock.now();
    const event = await step({ proposal, session, now, deed: { by: actor, role, at: now }, tx });
    await this.proposals.save(proposal, tx);
    if (event) await this.ledger.record(event, tx);
    return proposal;
  }
}
