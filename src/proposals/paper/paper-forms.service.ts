import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommitteeChainOff, Congresses, type CongressSession, type SessionStatus } from '../../congress/index.js';
import { Attachments, FileOwners } from '../../files/index.js';
import { type Actor, authorize, Clock, NotPermitted } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import type { Upload } from '../../web/index.js';
import { involves } from '../involvement.js';
import { enterPaper, objectToPaper, type PaperForm } from './paper-steps.js';
import { ProposalSteps } from '../proposal-steps.js';
import { Proposal } from '../proposal.entity.js';
import { NoSessionRunning, NotADelegate } from '../proposal.errors.js';
import { ProposalPolicy } from '../proposal.policy.js';
import { Proposals } from '../proposals.repository.js';
import { Registration } from '../writing/registration.js';

/** The scan shows signatures and phones: it belongs to a record of this type, apart from the proposal's own files. */
export const PAPER_OWNER = 'paper_form';

/** 纸质录入, by the committee's secretary, never for an own proposal. */
@Injectable()
export class PaperForms {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: Proposals,
    private readonly steps: ProposalSteps,
    private readonly congresses: Congresses,
    private readonly registration: Registration,
    private readonly attachments: Attachments,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    owners: FileOwners,
  ) {
    owners.register(PAPER_OWNER, async (id, actor) => {
      const [proposal] = await this.proposals.byIds([id]);
      return proposal !== undefined && new ProposalPolicy(actor).seesSeconders(proposal);
    });
  }

  /** The session for which paper is taken now, for its committee's secretary only: what came in time is entered after the closing, too. */
  async session(actor: Actor, tx = this.db.manager): Promise<CongressSession> {
    if (!actor.is('committee_secretary')) throw new NotPermitted('enter_paper');
    const all = await this.congresses.sessions(tx);
    const own = all.filter(({ term }) => actor.is('committee_secretary', term.congressId));
    const withChain = own.filter(({ term }) => !term.congress.light);
    if (own[0] && withChain.length === 0) throw new CommitteeChainOff(own[0].term.congress.name);
    const found = (status: SessionStatus) => withChain.find((session) => session.status === status);
    const session = found('open') ?? found('closed');
    if (!session) throw new NoSessionRunning();
    return session;
  }

  /** The same form sent twice is entered once. */
  enter(form: PaperForm, scan: Upload, actor: Actor): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      const session = await this.session(actor, tx);
      await this.congresses.requireCommittee(session.term.congressId, tx);
      const seat = await this.congresses.seat(form.authorId, session.termId, tx);
      if (!seat || (form.isCollective && seat.post !== 'head' && seat.post !== 'deputy')) throw new NotADelegate();
      const { congressId, congress } = session.term;
      const now = this.clock.now();
      const place = {
        sessionId: session.id,
        congressId,
        congressUnitId: congress.unitId,
        delegationId: seat.delegationId,
      };
      const kind = form.isCollective ? ('collective' as const) : ('individual' as const);
      const begun = { id: form.id, ...place, kind, author: { staffId: form.authorId }, at: now };
      const proposal = Proposal.begin(begun);
      const role = authorize(new ProposalPolicy(actor).roleFor('enter_paper', proposal), 'enter_paper');
      if (!(await this.proposals.add(proposal, tx))) return (await this.proposals.byIds([form.id], tx))[0]!;
      const { authorUnitId } = await this.registration.placeOf(proposal, session, tx);
      const entry = { ...(await this.registration.enter(session, now, tx)), authorUnitId };
      const event = enterPaper(proposal, form, { session, now }, entry, { by: actor, role, at: now });
      if (involves(proposal, actor.staffId)) throw new NotPermitted('enter_paper');
      await this.proposals.save(proposal, tx);
      await this.attachments.add(tx, { ownerType: PAPER_OWNER, ownerId: proposal.id, upload: scan, by: actor, role });
      await this.ledger.record(event, tx);
      return proposal;
    });
  }

  object(ref: string, objection: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('object_to_paper', ref, actor, ({ proposal, session, now, deed }) =>
      objectToPaper(proposal, objection, { session, now }, deed),
    );
  }
}
