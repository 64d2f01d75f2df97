import { Injectable } from '@nestjs/common';
import { beijingDate, WorkingDays } from '../calendar/index.js';
import { Congresses, NumberSeries } from '../congress/index.js';
import { type Actor, type Transaction } from '../kernel/index.js';
import { ProposalSteps } from './proposal-steps.js';
import { Proposal } from './proposal.entity.js';
import { CannotBeInvited } from './proposal.errors.js';
import { cancelInvitation, declineToSecond, inviteToSecond, requireRead, second } from './second-steps.js';

/** Collecting signatures, and handing in. */
@Injectable()
export class Seconding {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly congresses: Congresses,
    private readonly numbers: NumberSeries,
    private readonly workingDays: WorkingDays,
  ) {}

  start(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('start_seconding', ref, actor, (scene) =>
      scene.proposal.startSeconding(scene.deed, scene),
    );
  }

  invite(ref: string, staffId: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('invite', ref, actor, async ({ proposal, session, deed, tx }) => {
      const seat = await this.congresses.seat(staffId, session.termId, tx);
      if (!seat) throw new CannotBeInvited('no_delegate');
      return inviteToSecond(proposal, staffId, deed);
    });
  }

  cancel(ref: string, secondId: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('cancel_invitation', ref, actor, ({ proposal, deed }) =>
      cancelInvitation(proposal, secondId, deed),
    );
  }

  /** `mark` stands for the text that was read. */
  second(ref: string, remark: string, actor: Actor, mark = ''): Promise<Proposal> {
    return this.steps.perform('second', ref, actor, ({ proposal, session, deed }) => {
      requireRead(proposal, mark);
      return second(proposal, remark, session.settings.secondersRequired, deed);
    });
  }

  declineToSecond(ref: string, remark: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('decline_to_second', ref, actor, ({ proposal, deed }) =>
      declineToSecond(proposal, remark, deed),
    );
  }

  submit(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('submit', ref, actor, async ({ proposal, deed, session, now, tx }) => {
      const serial = await this.nextSerial(now, tx);
      const reviewBy = await this.reviewBy(now, session.settings.declineExplanationDays, tx);
      return proposal.submit(deed, { session, now }, serial, reviewBy);
    });
  }

  resubmit(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('resubmit', ref, actor, async ({ proposal, deed, session, now, tx }) => {
      const reviewBy = await this.reviewBy(now, session.settings.declineExplanationDays, tx);
      return proposal.resubmit(deed, { session, now }, reviewBy);
    });
  }

  withdraw(ref: string, reason: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('withdraw', ref, actor, ({ proposal, deed }) =>
      proposal.withdraw('withdraw', deed, reason),
    );
  }

  /** A number that was taken by a refused step is given back with its transaction. */
  private async nextSerial(now: Date, tx: Transaction): Promise<string> {
    const year = beijingDate(now).slice(0, 4);
    return `${year}-${String(await this.numbers.next(`proposal-${year}`, tx)).padStart(4, '0')}`;
  }

  private async reviewBy(now: Date, days: number, tx: Transaction): Promise<string> {
    return (await this.workingDays.load(tx)).dueDateOf(now, days);
  }
}
