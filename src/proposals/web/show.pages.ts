import { Injectable } from '@nestjs/common';
import { Congresses, Honours } from '../../congress/index.js';
import { Attachments, presentAttachments } from '../../files/index.js';
import { CaseLookup } from '../../handling/index.js';
import { type Actor, Clock } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { Directory } from '../../organization/index.js';
import type { Locale } from '../../web/index.js';
import { DeclineReasons } from '../deciding/decline-reasons.js';
import type { Proposal } from '../proposal.entity.js';
import { PAPER_OWNER } from '../paper/paper-forms.service.js';
import { ProposalPolicy } from '../proposal.policy.js';
import { Proposals } from '../proposals.repository.js';
import { presentProposal, type Surroundings } from './show.presenter.js';

/** The page of one proposal; also the upper part of the committee's page. */
@Injectable()
export class ShowPages {
  constructor(
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly cases: CaseLookup,
    private readonly declineReasons: DeclineReasons,
    private readonly attachments: Attachments,
    private readonly ledger: Ledger,
    private readonly honours: Honours,
    private readonly clock: Clock,
  ) {}

  async show(ref: string, actor: Actor, locale: Locale): Promise<object> {
    const proposal = await this.proposals.find(ref, actor);
    return this.present(proposal, actor, locale);
  }

  async present(proposal: Proposal, actor: Actor, locale: Locale): Promise<object> {
    return presentProposal(proposal, new ProposalPolicy(actor), await this.around(proposal, actor, locale));
  }

  /** Everything around a proposal, for its page and its printed form. */
  async around(proposal: Proposal, actor: Actor, locale: Locale): Promise<Surroundings> {
    const { id, sessionId, authorId, spokenBy, delegationId, wishedUnitId, declineCode, joints, seconds } = proposal;
    const session = await this.congresses.session(sessionId);
    const ids = [
      authorId,
      spokenBy,
      ...(proposal.enteredBy ? [proposal.enteredBy] : []),
      ...[...joints, ...seconds].map(({ staffId }) => staffId),
    ];
    const [delegations, people, units, handled, events, handling, declined, attached, scans, honours, declinedParts] =
      await Promise.all([
        this.congresses.delegations(session.termId),
        this.directory.peopleById(ids),
        this.directory.unitsById([wishedUnitId, proposal.authorUnitId].filter((one) => one !== null)),
        this.cases.allByOrigins([id]),
        this.ledger.timeline([id]),
        this.cases.publicTimeline(id),
        declineCode ? this.declineReasons.find(declineCode) : null,
        this.attachments.of('proposal', [id]),
        this.attachments.of(PAPER_OWNER, proposal.enteredBy ? [id] : []),
        this.honours.of('proposal', id, actor),
        this.declineReasons.partsOf(id, locale),
      ]);
    const counterparts = await this.proposals.counterparts(proposal, actor);
    return {
      session,
      hasAbove: await this.congresses.hasAbove(session.term.congressId),
      counterparts,
      delegation: delegations.find((one) => one.id === delegationId),
      people,
      unitName: (wishedUnitId && units.get(wishedUnitId)?.name) || null,
      authorUnit: (proposal.authorUnitId && units.get(proposal.authorUnitId)?.name) || null,
      cases: handled.get(id) ?? [],
      events,
      handling,
      reason: declined?.wording(locale) ?? null,
      files: presentAttachments(attached),
      scans: presentAttachments(scans),
      honours,
      declinedParts,
      now: this.clock.now(),
    };
  }
}
