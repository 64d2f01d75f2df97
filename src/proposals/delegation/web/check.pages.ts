import { Injectable } from '@nestjs/common';
import { type Actor, authorize, type Message, msg } from '../../../kernel/index.js';
import type { FormView, Locale } from '../../../web/index.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';
import type { CheckForm } from './check.form.js';
import { ShowPages } from '../../web/show.pages.js';

/** 团审: what the head of a delegation reads and answers. */
@Injectable()
export class CheckPages {
  constructor(
    private readonly proposals: Proposals,
    private readonly shows: ShowPages,
  ) {}

  async check(ref: string, form: FormView, actor: Actor, locale: Locale): Promise<object> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor('pass_check', proposal), 'pass_check');
    proposalWorkflow.statusAfter('pass_check', proposal.status);
    const page = await this.shows.present(proposal, actor, locale);
    return {
      ...page,
      pageTitle: msg('filing.check.title'),
      breadcrumbs: [{ text: msg('filing.delegation.title'), href: '/delegation' }],
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      action: `/proposals/${proposal.ref}/delegation-check`,
      answer: form.choice('answer', ANSWERS),
      note: form.field('note'),
    };
  }

  /** What an answer still needs beyond the form's own rules. */
  errorsOf({ answer, note }: CheckForm): Record<string, Message> {
    return answer === 'return' && note === '' ? { note: msg('filing.check.noteMissing') } : {};
  }
}

const ANSWERS = ['pass', 'return'].map((value) => ({
  value,
  text: msg(`filing.check.${value}`),
  hint: msg(`filing.check.${value}Hint`),
}));
