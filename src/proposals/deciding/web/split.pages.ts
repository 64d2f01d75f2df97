import { Injectable } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { FormView, type Locale, paragraphsOf } from '../../../web/index.js';
import { DecisionDrafts } from '../decision-drafts.service.js';
import { PART_OUTCOMES } from '../decision.js';
import { DeclineReasons } from '../decline-reasons.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import type { Proposal } from '../../proposal.entity.js';
import { partFields, PLACES } from './decision.forms.js';
import { ReviewDoor } from '../../review/web/review-door.js';

/** The page on which a proposal is taken apart: by the chair, by the presidium, or prepared for the meeting. */
@Injectable()
export class SplitPages {
  constructor(
    private readonly door: ReviewDoor,
    private readonly drafts: DecisionDrafts,
    private readonly declineReasons: DeclineReasons,
  ) {}

  async proposal(address: string, actor: Actor): Promise<Proposal> {
    const { status } = await this.door.proposal(address, actor);
    return this.door.open(status === 'referred' ? 'split' : 'prepare_decision', address, actor);
  }

  async ask(address: string, typed: FormView | null, actor: Actor, locale: Locale): Promise<object> {
    const proposal = await this.proposal(address, actor);
    const offered = new ProposalPolicy(actor).offers(proposal);
    const { ref, title: proposalTitle, reason, measures } = proposal;
    const draft = await this.drafts.find(proposal);
    const form = typed ?? new FormView({ ...ALL_FILED, ...partFields(draft?.parts ?? []), note: draft?.note ?? '' });
    const reasons = (await this.declineReasons.active()).map((one) => ({
      value: one.code,
      text: one.wording(locale),
    }));
    const title = msg('decisions.split.title');
    return {
      pageTitle: title,
      title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      breadcrumbs: [{ text: ref, href: `/review/${ref}` }],
      proposalTitle,
      reason: paragraphsOf(reason),
      measures: paragraphsOf(measures),
      action: `/review/${ref}/split`,
      parts: PLACES.map((n) => presentPart(n, form, reasons)),
      note: form.field('note'),
      deviation: form.field('deviation'),
      mayDecide: offered.includes('split'),
      mayPrepare: offered.includes('prepare_decision'),
      back: `/review/${ref}`,
    };
  }
}

const ALL_FILED = Object.fromEntries(PLACES.map((n) => [`outcome${n}`, 'file']));
const OUTCOMES = PART_OUTCOMES.map((value) => ({ value, text: msg(`decisions.split.outcome.${value}`) }));

function presentPart(n: number, form: FormView, reasons: readonly { value: string; text: string }[]) {
  return {
    legend: msg('decisions.split.part', { n }),
    title: form.field(`title${n}`),
    measures: form.field(`measures${n}`),
    outcome: form.choice(`outcome${n}`, OUTCOMES),
    declineCode: form.choice(`declineCode${n}`, reasons),
    explanation: form.field(`explanation${n}`),
    optional: n > 2,
  };
}
