import { Injectable } from '@nestjs/common';
import { CaseLookup } from '../../../handling/index.js';
import { type Actor, msg } from '../../../kernel/index.js';
import type { FormView } from '../../../web/index.js';
import { MergeCandidates } from '../merge-candidates.js';
import { SimilarProposals } from '../../writing/similar-proposals.js';
import { presentMergeChoice } from './merge-choice.js';
import { ReviewDoor } from '../../review/web/review-door.js';

/** The questions before a proposal joins the case of others, and before it leaves it. */
@Injectable()
export class MergerPages {
  constructor(
    private readonly door: ReviewDoor,
    private readonly cases: CaseLookup,
    private readonly candidates: MergeCandidates,
    private readonly similar: SimilarProposals,
  ) {}

  async merger(ref: string, form: FormView, actor: Actor): Promise<object> {
    const { proposal, ...page } = await this.page('merge', ref, form, actor);
    const { id, title, sessionId } = proposal;
    const own = (await this.cases.byOrigins([id])).get(id);
    const { cases } = await this.candidates.of(sessionId, actor);
    const found = { cases: cases.filter(({ ref: one }) => one !== own?.ref), underReview: [] };
    const into = presentMergeChoice(form, found, await this.similar.to(title, id, actor), []);
    const absorbed = own ? msg('decisions.merger.absorbed', { number: own.number }) : null;
    return {
      ...page,
      action: `/review/${proposal.ref}/merger`,
      into,
      note: form.field('note'),
      deviation: form.field('deviation'),
      absorbed,
    };
  }

  async unmerging(ref: string, form: FormView, actor: Actor): Promise<object> {
    const { proposal, ...page } = await this.page('unmerge', ref, form, actor);
    const found = (await this.cases.byOrigins([proposal.id])).get(proposal.id);
    const explained = msg('decisions.unmerge.explained', { number: found?.number ?? '' });
    return { ...page, action: `/review/${proposal.ref}/unmerging`, explained, reason: form.field('reason') };
  }

  private async page(action: 'merge' | 'unmerge', ref: string, form: FormView, actor: Actor) {
    const proposal = await this.door.open(action, ref, actor);
    const title = msg(`decisions.${action}.title`);
    return {
      proposal,
      pageTitle: title,
      title,
      breadcrumbs: [{ text: proposal.ref, href: `/review/${proposal.ref}` }],
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      proposalTitle: proposal.title,
      back: `/review/${proposal.ref}`,
    };
  }
}
