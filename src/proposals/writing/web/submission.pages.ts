import { Injectable } from '@nestjs/common';
import { type Actor, authorize, msg } from '../../../kernel/index.js';
import { ProposalNotFound } from '../../proposal.errors.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';

@Injectable()
export class SubmissionPages {
  constructor(private readonly proposals: Proposals) {}

  /** 收讫: the number and what happens next. */
  async receipt(ref: string, actor: Actor): Promise<object> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor('submit', proposal), 'submit');
    if (proposal.serial === null) throw new ProposalNotFound(ref);
    const title = msg('proposals.receipt.title');
    return {
      pageTitle: title,
      confirmation: {
        title,
        seal: msg('proposals.receipt.seal'),
        number: { label: msg('proposals.receipt.number'), value: proposal.serial },
        text: msg('proposals.receipt.text', { title: proposal.title }),
        autosave: `/proposals/${proposal.id}/autosave`,
        steps: [
          msg('proposals.receipt.review', { date: proposal.reviewBy! }),
          msg('proposals.receipt.outcome'),
          msg('proposals.receipt.reply'),
        ],
        links: [
          { href: `/proposals/${proposal.serial}`, text: msg('proposals.receipt.open') },
          { href: '/proposals/mine', text: msg('proposals.mine.title') },
        ],
      },
    };
  }
}
