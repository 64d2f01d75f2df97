import { Injectable } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { FormView, paragraphsOf } from '../../web/index.js';
import { DecisionDrafts } from '../decision-drafts.service.js';
import { ProposalPolicy } from '../proposal.policy.js';
import { PLACES } from './decision.forms.js';
import { ReviewDoor } from './review-door.js';

/** The page on which a proposal is taken apart into several cases. */
@Injectable()
export class SplitPages {
  constructor(
    private readonly door: ReviewDoor,
    private readonly drafts: DecisionDrafts,
  ) {}

  async ask(address: string, typed: FormView | null, actor: Actor): Promise<object> {
    const proposal = await this.door.open('prepare_decision', address, actor);
    const policy = new ProposalPolicy(actor);
    const { ref, title: proposalTitle, reason, measures } = proposal;
    const draft = await this.drafts.find(proposal);
    const fields = (draft?.parts ?? []).flatMap((part, i) => [
      [`title${i + 1}`, part.title],
      [`measures${i + 1}`, part.measures],
    ]);
    const form = typed ?? new FormView({ ...Object.fromEntries(fields), note: draft?.note ?? '' });
    const title = msg('decisions.split.title');
    return {
      ref,
      pageTitle: title,
      title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      breadcrumbs: [{ text: ref, href: `/review/${ref}` }],
      proposalTitle,
      reason: paragraphsOf(reason),
      measures: paragraphsOf(measures),
      action: `/review/${ref}/split`,
      parts: PLACES.map((n) => ({
        legend: msg('decisions.split.part', { n }),
        title: form.field(`title${n}`),
        measures: form.field(`measures${n}`),
        optional: n > 2,
      })),
      note: form.field('note'),
      mayDecide: policy.permits('split', proposal),
      back: `/review/${ref}`,
    };
  }
}
