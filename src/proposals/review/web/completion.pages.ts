import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Message, msg } from '../../../kernel/index.js';
import { beijingDate } from '../../../calendar/index.js';
import { type FormView, type Locale, paragraphsOf } from '../../../web/index.js';
import { isOverdue } from '../completion-steps.js';
import { DeclineReasons } from '../../deciding/decline-reasons.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { ReviewDoor } from './review-door.js';
import type { CompletionForm } from './review.forms.js';

/** The committee's way on with a proposal that was given back. */
@Injectable()
export class CompletionPages {
  constructor(
    private readonly door: ReviewDoor,
    private readonly declineReasons: DeclineReasons,
    private readonly clock: Clock,
  ) {}

  async form(ref: string, form: FormView, actor: Actor, locale: Locale): Promise<object> {
    const proposal = await this.door.open('extend_completion', ref, actor);
    const isOver = isOverdue(proposal, beijingDate(this.clock.now()));
    const reasons = await this.declineReasons.active();
    const isChair = new ProposalPolicy(actor).permits('decline', proposal);
    const ways = ['extend', ...(isOver ? ['go_on', ...(isChair ? ['decline'] : [])] : [])];
    const title = msg('completion.title');
    return {
      pageTitle: title,
      title,
      proposalTitle: proposal.title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      returned: paragraphsOf(proposal.returnNote ?? ''),
      status: {
        tone: isOver ? 'bad' : 'wait',
        text: msg(isOver ? 'completion.over' : 'completion.running', { date: proposal.completeBy ?? '' }),
      },
      action: `/review/${proposal.ref}/completion`,
      isOver,
      mayDecline: isOver && isChair,
      way: form.choice(
        'way',
        ways.map((value) => ({ value, text: msg(`completion.ways.${value}`), hint: msg(`completion.hints.${value}`) })),
      ),
      until: form.field('until'),
      declineCode: form.choice(
        'declineCode',
        reasons.map((reason) => ({ value: reason.code, text: reason.wording(locale) })),
      ),
      note: form.field('note'),
      back: `/review/${proposal.ref}`,
    };
  }

  async errorsOf({ way, until, declineCode, note }: CompletionForm): Promise<Record<string, Message>> {
    if (way === 'extend')
      return until === '' ? { until: msg('forms.errors.required', { label: '@completion.fields.until' }) } : {};
    if (way !== 'decline') return {};
    const isKnown = (await this.declineReasons.active()).some(({ code }) => code === declineCode);
    return {
      ...(isKnown ? {} : { declineCode: msg('forms.errors.choice', { label: '@review.fields.declineCode' }) }),
      ...(note === '' ? { note: msg('review.missing.explanation') } : {}),
    };
  }
}
