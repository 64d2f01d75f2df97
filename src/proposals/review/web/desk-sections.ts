import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { Claims, presentClaim } from '../../../claims/index.js';
import { type Actor, Clock, msg } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import { isOverdue } from '../completion-steps.js';
import { InquiriesRepository } from '../inquiries.repository.js';
import type { Proposal } from '../../proposal.entity.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { deskOf } from '../review-desk.js';
import { presentInquiries, presentMissing } from './inquiries.presenter.js';

/** Further parts of the committee's page: who works on it, what units were asked, how long the author has. */
@Injectable()
export class DeskSections {
  constructor(
    private readonly claims: Claims,
    private readonly inquiries: InquiriesRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async of(proposal: Proposal, actor: Actor): Promise<object> {
    const policy = new ProposalPolicy(actor);
    const offered = policy.offers(proposal);
    if (!policy.seesDeliberation(proposal)) return {};
    const asked = await this.inquiries.ofProposal(proposal.id);
    const units = await this.directory.unitsById(asked.map(({ unitId }) => unitId));
    const today = beijingDate(this.clock.now());
    const { ref } = proposal;
    const claim = await this.claims.of(deskOf(proposal.id));
    const address = offered.includes('check_out') ? `/review/${ref}/claim` : null;
    return {
      claim: presentClaim(claim, actor, address),
      inquiries: presentInquiries(asked, units, today),
      askUnits: offered.includes('ask_unit')
        ? { href: `/review/${ref}/inquiries`, text: msg('inquiries.actions.ask'), tone: 'secondary' }
        : null,
      waitingFor: presentMissing(asked, units),
      completion: this.completionOf(proposal, offered.includes('extend_completion'), today),
    };
  }

  private completionOf(proposal: Proposal, isTheirs: boolean, today: string): object | null {
    const { status, completeBy, ref } = proposal;
    if (status !== 'returned' || completeBy === null) return null;
    const isOver = isOverdue(proposal, today);
    return {
      tone: isOver ? 'bad' : 'wait',
      text: msg(isOver ? 'completion.over' : 'completion.running', { date: completeBy }),
      link: isTheirs
        ? { href: `/review/${ref}/completion`, text: msg('completion.actions.open'), tone: 'primary' }
        : null,
    };
  }
}
