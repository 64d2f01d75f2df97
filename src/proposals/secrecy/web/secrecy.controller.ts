import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Actor, authorize, msg } from '../../../kernel/index.js';
import { Choice, CurrentActor, FormView, paragraphsOf, Prose, readForm, type Reply } from '../../../web/index.js';
import type { Proposal } from '../../proposal.entity.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';
import { NothingToDecide } from '../secrecy.errors.js';
import { Secrecy } from '../secrecy.service.js';

const DECISIONS = ['grant', 'refuse'] as const;

class SecrecyForm {
  @Choice({ label: 'secrecy.decision', of: DECISIONS, required: true }) decision = '';
  @Prose({ label: 'secrecy.answer', max: 500 }) answer = '';
}

/** The chair decides whether a proposal is handled confidentially. */
@Controller('review/:ref/confidentiality')
export class SecrecyController {
  constructor(
    private readonly proposals: Proposals,
    private readonly secrecy: Secrecy,
  ) {}

  @Get()
  @Render('review/confidentiality')
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    return present(await this.asked(ref, actor), new FormView());
  }

  @Post()
  async decide(@Param('ref') ref: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const form = readForm(SecrecyForm, body);
    const unexplained = form.ok && form.value.decision === 'refuse' && form.value.answer === '';
    if (!form.ok || unexplained) {
      const errors = form.ok ? { answer: msg('secrecy.answerNeeded') } : form.errors;
      const view = new FormView(form.ok ? { ...form.value } : form.typed, errors);
      return reply.status(422).view('review/confidentiality', present(await this.asked(ref, actor), view));
    }
    await this.secrecy.decide(ref, form.value.decision === 'grant', form.value.answer, actor);
    return reply.done(`/review/${ref}`, msg(`secrecy.done.${form.value.decision}`));
  }

  private async asked(ref: string, actor: Actor): Promise<Proposal> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor('decide_confidentiality', proposal), 'decide_confidentiality');
    proposalWorkflow.statusAfter('decide_confidentiality', proposal.status);
    if (proposal.confidentiality !== 'asked') throw new NothingToDecide();
    return proposal;
  }
}

function present({ ref, title: heading, confidentialityReason }: Proposal, form: FormView): object {
  const title = msg('secrecy.decideTitle');
  return {
    pageTitle: title,
    breadcrumbs: [{ text: msg('review.nav'), href: '/review' }],
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    head: { title, lead: heading },
    reason: paragraphsOf(confidentialityReason),
    action: `/review/${ref}/confidentiality`,
    decision: form.choice(
      'decision',
      DECISIONS.map((value) => ({ value, text: msg(`secrecy.${value}`), hint: msg(`secrecy.hint.${value}`) })),
    ),
    answer: form.field('answer'),
    back: `/review/${ref}`,
  };
}
