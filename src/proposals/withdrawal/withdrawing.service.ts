import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseLookup, type WithdrawalOutcome, Withdrawals } from '../../handling/index.js';
import { Actor, authorize, EventBus, isId, type LedgerEvent, type Transaction } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { ProposalSteps } from '../proposal-steps.js';
import { ProposalPolicy } from '../proposal.policy.js';
import { proposalWorkflow } from '../proposal-workflow.js';
import { Proposals } from '../proposals.repository.js';

/** 撤案: at once as long as nothing was decided; what has become a case is taken back there, and the proposal follows its events. */
@Injectable()
export class Withdrawing implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly proposals: Proposals,
    private readonly steps: ProposalSteps,
    private readonly cases: CaseLookup,
    private readonly withdrawals: Withdrawals,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.bus.on('case.withdraw', (event, tx) => this.follow(event, tx));
    this.bus.on('case.remove_origin', (event, tx) => this.follow(event, tx));
  }

  /** The case is locked before its proposals, as in every step that begins at the case. */
  async withdraw(ref: string, reason: string, actor: Actor): Promise<WithdrawalOutcome> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor('withdraw', proposal), 'withdraw');
    proposalWorkflow.statusAfter('withdraw', proposal.status);
    const handled = await this.cases.byOrigins([proposal.id]);
    if (handled.has(proposal.id)) return this.withdrawals.withdraw(proposal.id, reason, actor);
    await this.steps.perform('withdraw', ref, actor, ({ proposal: locked, deed }) =>
      locked.withdraw('withdraw', deed, reason),
    );
    return 'withdrawn';
  }

  /** An original leaves a case also when a merge is undone: that is not followed. */
  private async follow({ data, ...event }: LedgerEvent, tx: Transaction): Promise<void> {
    if (data.withdrawn !== true || !isId(data.originId)) return;
    const proposal = await this.proposals.lock(data.originId, tx);
    if (!proposal || !proposalWorkflow.isAvailable('withdraw', proposal.status)) return;
    const { actorId, actorName: name, at } = event;
    const by = Actor.of({ staffId: actorId!, name, number: '', unitId: '', unitName: '', keys: [] });
    const role = proposal.authorId === actorId ? 'author' : 'committee_chair';
    const followed = proposal.withdraw('withdraw', { by, role, at }, event.note ?? '');
    await this.proposals.save(proposal, tx);
    await this.ledger.record(followed, tx);
  }
}
