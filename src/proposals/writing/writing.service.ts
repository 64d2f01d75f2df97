import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommitteeChainOff, Congresses, type CongressSession, type Delegate } from '../../congress/index.js';
import { Attachments, type SentFiles } from '../../files/index.js';
import { type Actor, Clock, isId, type Transaction } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { Directory } from '../../organization/index.js';
import { inviteJoint, join, leave } from '../signing/joint-steps.js';
import { LightDesk } from '../light/light-desk.js';
import { isFilingOpen } from '../proposal-conditions.js';
import type { ProposalKind } from '../proposal-kind.js';
import { ProposalSteps } from '../proposal-steps.js';
import type { Origin, ProposalText } from './proposal-text.js';
import { Proposal } from '../proposal.entity.js';
import {
  CannotBeInvited,
  JointProposerNotFound,
  NoHeadOfDelegation,
  NoSessionRunning,
  NotADelegate,
} from '../proposal.errors.js';
import { Proposals } from '../proposals.repository.js';

export interface Desk {
  readonly session: CongressSession;
  readonly seat: Delegate;
  readonly isOpen: boolean;
}

/** Writing a proposal: draft, autosave, joint proposers. */
@Injectable()
export class Writing {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: Proposals,
    private readonly steps: ProposalSteps,
    private readonly congresses: Congresses,
    private readonly lightDesk: LightDesk,
    private readonly directory: Directory,
    private readonly attachments: Attachments,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Where a delegate sits down to write: the running session and whether its window is open. */
  async desk(actor: Actor, kind: ProposalKind, sessionId = '', tx: Transaction = this.db.manager): Promise<Desk> {
    const desks = await this.desks(actor, kind, tx);
    return desks.find(({ session }) => session.id === sessionId) ?? desks[0]!;
  }

  /** The same for every congress in which the delegate sits (as head, for a collective one); never none. */
  async desks(actor: Actor, kind: ProposalKind, tx: Transaction = this.db.manager): Promise<Desk[]> {
    const running = await this.congresses.filing(tx);
    if (running.length === 0) throw new NoSessionRunning();
    const desks: Desk[] = [];
    for (const session of running.filter(({ termId }) => actor.is('delegate', termId))) {
      const seat = await this.congresses.seat(actor.staffId!, session.termId, tx);
      if (seat) desks.push({ session, seat, isOpen: isFilingOpen(session, this.clock.now()) });
    }
    const [off] = desks.filter(isLight);
    const open = desks.filter((desk) => !isLight(desk));
    if (open.length === 0) throw off ? new CommitteeChainOff(off.session.term.congress.name) : new NotADelegate();
    if (kind !== 'collective') return open;
    const headed = open.filter(({ seat }) => isHead(seat));
    if (headed.length === 0) throw new NoHeadOfDelegation();
    return headed;
  }

  /** Keeps the text; the first time it begins the draft, also after the window: nothing typed is lost. */
  save(ref: string, text: ProposalText, origin: Origin, actor: Actor, files?: SentFiles): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      await this.beginWhenNew(ref, origin, actor, tx);
      return this.saveIn(tx, ref, text, origin, actor, files);
    });
  }

  async saveIn(
    tx: Transaction,
    ref: string,
    text: ProposalText,
    origin: Origin,
    actor: Actor,
    files?: SentFiles,
  ): Promise<Proposal> {
    const edited = await this.steps.performIn(tx, 'edit', ref, actor, ({ proposal, deed }) =>
      proposal.edit(text, origin, deed),
    );
    const owner = { ownerType: 'proposal', ownerId: edited.id };
    if (files) await this.attachments.apply(tx, owner, files, { by: actor, role: 'author' });
    return edited;
  }

  /** The same in the background. Leaves no event: the next deliberate step names the text it was taken with. */
  autosave(ref: string, text: ProposalText, origin: Origin, actor: Actor): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      await this.beginWhenNew(ref, origin, actor, tx);
      return this.steps.performIn(tx, 'edit', ref, actor, ({ proposal, now }) => {
        proposal.autosave(text, origin, now);
        return null;
      });
    });
  }

  discard(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('discard', ref, actor, ({ proposal, deed }) => proposal.withdraw('discard', deed, ''));
  }

  async inviteJoint(ref: string, number: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('invite_joint', ref, actor, async ({ proposal, session, deed, tx }) => {
      const person = await this.directory.personByNumber(number, tx);
      const seat = person?.active ? await this.congresses.seat(person.id, session.termId, tx) : null;
      if (!seat) throw new CannotBeInvited('no_delegate');
      return inviteJoint(proposal, seat.staffId, deed);
    });
  }

  join(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('join', ref, actor, ({ proposal, deed }) => join(proposal, deed));
  }

  leave(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('leave', ref, actor, ({ proposal, deed }) => leave(proposal, actor.staffId!, deed));
  }

  /** The author takes somebody off the list. */
  removeJoint(ref: string, jointId: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('invite_joint', ref, actor, ({ proposal, deed }) => {
      const joint = proposal.joints.find(({ id }) => id === jointId);
      if (!joint) throw new JointProposerNotFound();
      return leave(proposal, joint.staffId, deed);
    });
  }

  /** The draft of a form that is sent for the first time. */
  async beginWhenNew(ref: string, origin: Origin, actor: Actor, tx: Transaction): Promise<void> {
    if (!isId(ref) || (await this.proposals.exists(ref, tx))) return;
    const { session, ...place } = await this.placeFor(origin, actor, tx);
    const { congressId, congress } = session.term;
    const where = { sessionId: session.id, congressId, congressUnitId: congress.unitId };
    const proposal = Proposal.begin({ id: ref, ...where, ...place, author: actor, at: this.clock.now() });
    if (await this.proposals.add(proposal, tx)) await this.ledger.record(proposal.begun(actor), tx);
  }

  private async placeFor({ collective, suggestion, sessionId = '' }: Origin, actor: Actor, tx: Transaction) {
    if (suggestion) {
      const session = await this.lightDesk.session(actor, sessionId, tx);
      return { session, delegationId: null, kind: 'individual', handedInAs: 'suggestion' } as const;
    }
    const kind = collective ? 'collective' : 'individual';
    const { session, seat } = await this.desk(actor, kind, sessionId, tx);
    return { session, delegationId: seat.delegationId, kind, handedInAs: 'proposal' } as const;
  }
}

function isLight({ session }: Desk): boolean {
  return session.term.congress.light;
}

function isHead({ post }: Delegate): boolean {
  return post === 'head' || post === 'deputy';
}
