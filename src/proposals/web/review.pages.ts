import { Injectable } from '@nestjs/common';
import { type Actor, type Message, msg } from '../../kernel/index.js';
import { type FormView, type Locale, titleOf } from '../../web/index.js';
import { DeclineReasons } from '../decline-reasons.js';
import { isInvolved, ProposalPolicy } from '../proposal.policy.js';
import type { DecisionForm } from './forms.js';
import { DeliberationPages } from './deliberation.pages.js';
import { ReviewDoor } from './review-door.js';
import { ShowPages } from './show.pages.js';
import { SimilarPages } from './similar.pages.js';

/** The pages on which the committee reads and decides. */
@Injectable()
export class ReviewPages {
  constructor(
    private readonly shows: ShowPages,
    private readonly similar: SimilarPages,
    private readonly declineReasons: DeclineReasons,
    private readonly door: ReviewDoor,
    private readonly deliberation: DeliberationPages,
  ) {}

  async show(ref: string, form: FormView, actor: Actor, locale: Locale): Promise<object> {
    const proposal = await this.door.proposal(ref, actor);
    const offered = new ProposalPolicy(actor).offers(proposal);
    const page = (await this.shows.present(proposal, actor, locale)) as { pageTitle: string | Message };
    const title = msg('review.show.title');
    const { ref: address } = proposal;
    return {
      ...page,
      pageTitle: form.errors.length > 0 ? titleOf(title, form) : page.pageTitle,
      breadcrumbs: [{ text: msg('review.nav'), href: '/review' }],
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      similar: await this.similar.to(proposal.title, proposal.id, actor),
      isInvolved: isInvolved(actor, proposal),
      deliberation: await this.deliberation.section(proposal, actor, locale),
      handOver: this.deliberation.handOver(proposal, actor),
      takeUp: offered.includes('take_up')
        ? { action: `/review/${address}/taking-up`, text: msg('review.actions.takeUp'), tone: 'primary' }
        : null,
      giveBack: offered.includes('return_for_completion')
        ? { href: `/review/${address}/return`, text: msg('review.actions.return'), tone: 'secondary' }
        : null,
      desk: offered.includes('decline') ? await this.decisionForm(address, form, locale) : null,
      read: { href: `/proposals/${address}` },
    };
  }

  async askToReturn(ref: string, form: FormView, actor: Actor): Promise<object> {
    const proposal = await this.door.open('return_for_completion', ref, actor);
    const title = msg('review.return.title');
    return {
      pageTitle: titleOf(title, form),
      title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      proposalTitle: proposal.title,
      action: `/review/${proposal.ref}/return`,
      note: form.field('note'),
      back: `/review/${proposal.ref}`,
    };
  }

  /** What a decision still needs beyond the form's own rules. */
  async errorsOf(form: DecisionForm): Promise<Record<string, Message>> {
    if (form.outcome !== 'decline') return {};
    const isKnown = (await this.declineReasons.active()).some(({ code }) => code === form.declineCode);
    return {
      ...(isKnown ? {} : { declineCode: msg('forms.errors.choice', { label: '@review.fields.declineCode' }) }),
      ...(form.note === '' ? { note: msg('review.missing.explanation') } : {}),
    };
  }

  private async decisionForm(ref: string, form: FormView, locale: Locale): Promise<object> {
    const reasons = await this.declineReasons.active();
    return {
      action: `/review/${ref}/decision`,
      outcome: form.choice('outcome', OUTCOMES),
      declineCode: form.choice(
        'declineCode',
        reasons.map((reason) => ({ value: reason.code, text: reason.wording(locale) })),
      ),
      note: form.field('note'),
      deviation: form.field('deviation'),
    };
  }
}

const OUTCOMES = [
  { value: 'file', text: msg('review.outcomes.file'), hint: msg('review.outcomes.fileHint') },
  { value: 'convert', text: msg('review.outcomes.convert'), hint: msg('review.outcomes.convertHint') },
  { value: 'decline', text: msg('review.outcomes.decline'), hint: msg('review.outcomes.declineHint') },
];
