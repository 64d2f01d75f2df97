import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Congresses } from '../../congress/index.js';
import { CaseParties } from '../../handling/index.js';
import { Actor, EventBus, type Transaction } from '../../kernel/index.js';
import { ProposalSteps } from '../proposal-steps.js';
import type { Proposal } from '../proposal.entity.js';
import { successorOf, takeOver } from './takeover-steps.js';

const SPOKEN = `
  select proposal.id from proposal join congress_session session on session.id = session_id
  where coalesce(speaker_id, author_id) = $1 and kind <> 'collective' and session.status <> 'archived'`;
const ALIVE = `${SPOKEN} and proposal.status <> 'withdrawn' order by proposal.id`;
const IN_WRITING = `${SPOKEN} and proposal.status in ('draft', 'seconding') and session.term_id = $2 order by proposal.id`;

/**
 * 离任: what becomes of the proposals of somebody who leaves. Who leaves the staff hands everything over; who only loses the seat keeps what
 * was handed in, because it was handed in by a delegate. The proposal of a delegation belongs to the post.
 */
@Injectable()
export class Leaving implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly steps: ProposalSteps,
    private readonly congresses: Congresses,
    private readonly parties: CaseParties,
  ) {}

  onModuleInit(): void {
    this.bus.on('staff.leave', (event, tx) => this.handOver(event.subjectId, ALIVE, [], tx));
    this.bus.on('congress.end_delegate', ({ data }, tx) => {
      const { staffId, termId } = data as { staffId: string; termId: string };
      return this.handOver(staffId, IN_WRITING, [termId], tx);
    });
  }

  private async handOver(goneId: string, question: string, more: readonly string[], tx: Transaction): Promise<void> {
    const rows = (await tx.query(question, [goneId, ...more])) as { id: string }[];
    for (const { id } of rows) await this.handOverOne(id, goneId, tx);
  }

  private async handOverOne(id: string, goneId: string, tx: Transaction): Promise<void> {
    await this.steps.performIn(tx, 'take_over', id, Actor.system(), async ({ proposal, deed }) => {
      const successorId = successorOf(proposal, goneId, await this.leadersOf(proposal, tx));
      if (successorId !== null) await this.parties.handOver(id, goneId, successorId, tx);
      return takeOver(proposal, goneId, successorId, deed);
    });
  }

  private leadersOf({ delegationId }: Proposal, tx: Transaction): Promise<string[]> {
    return delegationId === null ? Promise.resolve([]) : this.congresses.delegationLeaders(delegationId, tx);
  }
}
