import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses, type CongressSession } from '../../congress/index.js';
import { Actor, Clock, EventBus, type LedgerEvent, type Transaction } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { carryOver, handInAsSuggestion, moveTo } from './late-steps.js';
import { ProposalSteps } from '../proposal-steps.js';
import type { Proposal } from '../proposal.entity.js';
import { Proposals } from '../proposals.repository.js';
import { Registration } from '../writing/registration.js';

const WAITING = 'select id from proposal where congress_id = $1 and waits_for_session order by id';

/** The ways on for what comes after the window; the third one, between sessions, is the ordinary way. */
@Injectable()
export class LateWays implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly bus: EventBus,
    private readonly proposals: Proposals,
    private readonly steps: ProposalSteps,
    private readonly congresses: Congresses,
    private readonly registration: Registration,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.bus.on('congress.add_session', (event, tx) => this.moveWaiting(event, tx));
    this.bus.on('congress.open_session', (event, tx) => this.moveWaiting(event, tx));
  }

  asSuggestion(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('submit_suggestion', ref, actor, async ({ proposal, session, now, deed, tx }) => {
      const place = await this.registration.placeOf(proposal, session, tx);
      const entry = { ...place, ...(await this.registration.enter(session, now, tx)) };
      return handInAsSuggestion(proposal, { session, now }, entry, deed);
    });
  }

  /** Waits where there is no next session yet. */
  toNextSession(ref: string, actor: Actor): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      const carried = await this.steps.performIn(tx, 'carry_over', ref, actor, ({ proposal, session, now, deed }) =>
        carryOver(proposal, { session, now }, deed),
      );
      await this.move(carried, tx);
      return carried;
    });
  }

  /** The one that follows and still takes proposals; null when none has been called yet. */
  async sessionAfter(sessionId: string, tx: Transaction = this.db.manager): Promise<CongressSession | null> {
    const from = await this.congresses.session(sessionId, tx);
    const later = (await this.congresses.sessions(tx)).filter(
      (one) => one.term.congressId === from.term.congressId && isOpenTo(one) && isAfter(one, from),
    );
    return later.at(-1) ?? null;
  }

  private async moveWaiting({ subjectId }: LedgerEvent, tx: Transaction): Promise<void> {
    for (const { id } of (await tx.query(WAITING, [subjectId])) as { id: string }[]) {
      const proposal = await this.proposals.lock(id, tx);
      if (proposal?.waitsForSession) await this.move(proposal, tx);
    }
  }

  private async move(proposal: Proposal, tx: Transaction): Promise<void> {
    const next = await this.sessionAfter(proposal.sessionId, tx);
    if (!next) return;
    const seat = await this.congresses.seat(proposal.authorId, next.termId, tx);
    const deed = { by: Actor.system(), role: 'system', at: this.clock.now() };
    const event = moveTo(next, seat, proposal, deed);
    await this.proposals.save(proposal, tx);
    await this.ledger.record(event, tx);
  }
}

function isOpenTo({ status }: CongressSession): boolean {
  return status === 'preparing' || status === 'open';
}

function isAfter(one: CongressSession, other: CongressSession): boolean {
  return one.term.number === other.term.number ? one.number > other.number : one.term.number > other.term.number;
}
