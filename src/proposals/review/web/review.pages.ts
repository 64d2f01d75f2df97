import { Injectable } from '@nestjs/common';
import { Congresses } from '../../../congress/index.js';
import { CaseLookup } from '../../../handling/index.js';
import { type Actor, type DomainError, msg } from '../../../kernel/index.js';
import { Ledger } from '../../../ledger/index.js';
import type { FormView, Locale } from '../../../web/index.js';
import { isInvolved, ProposalPolicy } from '../../proposal.policy.js';
import type { Proposal } from '../../proposal.entity.js';
import type { ProposalAction } from '../../proposal-workflow.js';
import { DecisionDesk } from '../../deciding/web/decision-desk.js';
import { DeliberationPages } from './deliberation.pages.js';
import { type ConflictView, presentConflict } from '../../deciding/web/decision-conflict.js';
import { DeskSections } from './desk-sections.js';
import type { DecisionForm } from '../../deciding/web/decision.forms.js';
import { ReviewDoor } from './review-door.js';
import { ShowPages } from '../../web/show.pages.js';
import { SimilarPages } from '../../writing/web/similar.pages.js';

/** The pages on which the committee reads and decides. */
@Injectable()
export class ReviewPages {
  constructor(
    private readonly shows: ShowPages,
    private readonly similar: SimilarPages,
    private readonly desk: DecisionDesk,
    private readonly cases: CaseLookup,
    private readonly door: ReviewDoor,
    private readonly deliberation: DeliberationPages,
    private readonly sections: DeskSections,
    private readonly ledger: Ledger,
    private readonly congresses: Congresses,
  ) {}

  async show(ref: string, form: FormView, actor: Actor, locale: Locale): Promise<object> {
    const proposal = await this.door.proposal(ref, actor);
    const offered = new ProposalPolicy(actor).offers(proposal);
    const page = await this.shows.present(proposal, actor, locale);
    const { ref: address } = proposal;
    return {
      ...page,
      breadcrumbs: [{ text: msg('review.nav'), href: '/review' }],
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      similar: await this.similar.to(proposal.title, proposal.id, actor),
      isInvolved: isInvolved(actor, proposal),
      deliberation: await this.deliberation.section(proposal, actor, locale),
      ...(await this.sections.of(proposal, actor)),
      handOver: this.deliberation.handOver(proposal, actor),
      secrecy: offered.includes('decide_confidentiality')
        ? { href: `/review/${address}/confidentiality`, text: msg('secrecy.open'), tone: 'secondary' }
        : null,
      takeUp: offered.includes('take_up')
        ? { action: `/review/${address}/taking-up`, text: msg('review.actions.takeUp'), tone: 'primary' }
        : null,
      giveBack: offered.includes('return_for_completion')
        ? { href: `/review/${address}/return`, text: msg('review.actions.return'), tone: 'secondary' }
        : null,
      doors: [...(await this.doors(proposal, offered)), ...(await this.levels(proposal, offered))],
      desk: await this.desk.form(proposal, form, actor, locale),
      read: { href: `/proposals/${address}` },
    };
  }

  /** What happened meanwhile, beside what was typed. */
  async conflict(ref: string, error: DomainError, form: DecisionForm, actor: Actor): Promise<ConflictView> {
    const proposal = await this.door.proposal(ref, actor);
    const events = await this.ledger.timeline([proposal.id]);
    return presentConflict(error, events.at(-1)!, form);
  }

  async askToReturn(ref: string, form: FormView, actor: Actor): Promise<object> {
    const proposal = await this.door.open('return_for_completion', ref, actor);
    const { settings } = await this.congresses.session(proposal.sessionId);
    const title = msg('review.return.title');
    return {
      pageTitle: title,
      title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      proposalTitle: proposal.title,
      explained: msg('review.return.explained', { n: settings.completionDays }),
      action: `/review/${proposal.ref}/return`,
      note: form.field('note'),
      back: `/review/${proposal.ref}`,
    };
  }

  /** To the congress above, or back to the one below. */
  private async levels({ ref, congressId }: Proposal, offered: readonly ProposalAction[]): Promise<object[]> {
    const link = (action: ProposalAction, page: string) => ({
      href: `/proposals/${ref}/${page}`,
      text: msg(`proposals.actions.${action}`),
      tone: 'secondary',
    });
    const mayPass = offered.includes('pass_up') && (await this.congresses.hasAbove(congressId));
    return [
      ...(mayPass ? [link('pass_up', 'upward')] : []),
      ...(offered.includes('send_back') ? [link('send_back', 'sending-back')] : []),
    ];
  }

  /** 并案 after the filing and 撤销并案 are open as long as the case is. */
  private async doors({ id, ref, status }: Proposal, offered: readonly ProposalAction[]): Promise<object[]> {
    const handled = (await this.cases.byOrigins([id])).get(id);
    if (handled?.status !== 'open') return [];
    const door = (page: string, text: string) => ({
      href: `/review/${ref}/${page}`,
      text: msg(text),
      tone: 'secondary',
    });
    return [
      ...(offered.includes('merge') && status !== 'under_review'
        ? [door('merger', 'decisions.actions.mergePage')]
        : []),
      ...(offered.includes('unmerge') ? [door('unmerging', 'decisions.actions.unmerge')] : []),
    ];
  }
}
