import { Injectable } from '@nestjs/common';
import { Congresses } from '../../../congress/index.js';
import { type Actor, authorize, Clock, ConditionsMissing, msg } from '../../../kernel/index.js';
import { type FormView, type Locale, paragraphsOf } from '../../../web/index.js';
import { DeclineReasons } from '../decline-reasons.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { Proposals } from '../../proposals.repository.js';

@Injectable()
export class SecondLookPages {
  constructor(
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly declineReasons: DeclineReasons,
    private readonly clock: Clock,
  ) {}

  async form(ref: string, form: FormView, actor: Actor, locale: Locale): Promise<object> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor('ask_second_look', proposal), 'ask_second_look');
    proposalWorkflow.statusAfter('ask_second_look', proposal.status);
    const session = await this.congresses.session(proposal.sessionId);
    const missing = proposal.missing('ask_second_look', { session, now: this.clock.now() });
    if (missing.length > 0) throw new ConditionsMissing('ask_second_look', missing);
    const title = msg('deliberation.secondLook.title');
    return {
      pageTitle: title,
      title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      proposalTitle: proposal.title,
      lead: msg('deliberation.secondLook.lead', { date: proposal.secondLookBy! }),
      reasonGiven: (await this.declineReasons.find(proposal.declineCode!))?.wording(locale) ?? null,
      explanation: paragraphsOf(proposal.decisionNote ?? ''),
      action: `/proposals/${proposal.ref}/second-look`,
      reason: form.field('reason'),
      back: `/proposals/${proposal.ref}`,
    };
  }
}
