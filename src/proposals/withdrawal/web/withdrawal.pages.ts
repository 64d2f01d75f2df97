import { Injectable } from '@nestjs/common';
import {
  CaseLookup,
  type CaseSummary,
  isWithdrawable,
  Withdrawals,
  WithdrawalTooLate,
} from '../../../handling/index.js';
import { type Actor, authorize, type Message, msg } from '../../../kernel/index.js';
import type { FormView } from '../../../web/index.js';
import type { Proposal } from '../../proposal.entity.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';

interface Wording {
  readonly title: Message;
  readonly lead: Message;
  readonly button: Message;
}

/** The page on which a draft is thrown away, a proposal withdrawn, or its withdrawal asked for. */
@Injectable()
export class WithdrawalPages {
  constructor(
    private readonly proposals: Proposals,
    private readonly cases: CaseLookup,
    private readonly withdrawals: Withdrawals,
  ) {}

  async show(ref: string, form: FormView, actor: Actor): Promise<object> {
    const proposal = await this.proposals.find(ref, actor);
    const action = proposal.status === 'draft' ? 'discard' : 'withdraw';
    authorize(new ProposalPolicy(actor).roleFor(action, proposal), action);
    proposalWorkflow.statusAfter(action, proposal.status);
    const handled = (await this.cases.byOrigins([proposal.id])).get(proposal.id);
    if (handled && !isWithdrawable(handled)) throw new WithdrawalTooLate();
    const { title, lead, button } = wordingOf(proposal, handled);
    return {
      pageTitle: title,
      title,
      lead,
      button,
      proposalTitle: proposal.title || msg('proposals.untitled'),
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      isDraft: action === 'discard',
      isAsked: handled ? (await this.withdrawals.pendingFor(proposal.id)) !== null : false,
      action: `/proposals/${proposal.ref}/${action === 'discard' ? 'discard' : 'withdrawal'}`,
      reason: form.field('reason'),
      back: `/proposals/${proposal.ref}`,
    };
  }
}

function wordingOf({ status }: Proposal, handled: CaseSummary | undefined): Wording {
  if (status === 'draft') return plain('discard', msg('proposals.actions.discard'));
  if (!handled) return plain('withdraw', msg('proposals.actions.withdraw'));
  if (handled.status !== 'open')
    return {
      title: msg('withdrawal.page.request'),
      lead: msg('withdrawal.page.requestLead'),
      button: msg('withdrawal.page.request'),
    };
  const lead = msg(handled.originCount > 1 ? 'withdrawal.page.directOneLead' : 'withdrawal.page.directLead');
  return { title: msg('withdrawal.page.direct'), lead, button: msg('withdrawal.page.direct') };
}

function plain(action: 'discard' | 'withdraw', button: Message): Wording {
  return { title: msg(`proposals.withdrawal.${action}`), lead: msg(`proposals.withdrawal.${action}Lead`), button };
}
