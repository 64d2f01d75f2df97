import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses } from '../../congress/index.js';
import { type Actor } from '../../kernel/index.js';
import { submitForCheck } from '../delegation/check-steps.js';
import { DelegationCheck } from '../delegation/delegation-check.service.js';
import { dropJointsWithoutSeat } from './joint-steps.js';
import { ProposalSteps } from '../proposal-steps.js';
import { Proposal } from '../proposal.entity.js';
import { CannotBeInvited } from '../proposal.errors.js';
import { Registration } from '../writing/registration.js';
import { cancelInvitation, declineToSecond, inviteToSecond, requireRead, second } from './second-steps.js';

/** Collecting signatures, and handing in. */
@Injectable()
export class Seconding {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly congresses: Congresses,
    private readonly registration: Registration,
    private readonly check: DelegationCheck,
    private readonly db: DataSource,
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
      return second(proposal, remark, session.settings, deed);
    });
  }

  declineToSecond(ref: string, remark: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('decline_to_second', ref, actor, ({ proposal, deed }) =>
      declineToSecond(proposal, remark, deed),
    );
  }

  /** To the committee, or to the delegation first where the session wants it. */
  submit(ref: string, actor: Actor): Promise<Proposal> {
    return this.db.transaction(async (tx) => {
      const way = await this.check.wayIn(ref, actor, tx);
      return this.steps.performIn(tx, way.action, ref, actor, async ({ proposal, deed, session, now }) => {
        const left = dropJointsWithoutSeat(proposal, now);
        const place = await this.registration.placeOf(proposal, session, tx);
        const event =
          way.action === 'submit_for_check'
            ? submitForCheck(proposal, place, { session, now }, deed)
            : proposal.submit(
                deed,
                { session, now },
                { ...place, ...(await this.registration.enter(session, now, tx)) },
              );
        return { ...event, data: { ...event.data, unchecked: way.unchecked, left } };
      });
    });
  }

  resubmit(ref: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('resubmit', ref, actor, async ({ proposal, deed, session, now, tx }) => {
      const reviewBy = await this.registration.reviewBy(session, now, tx);
      return proposal.resubmit(deed, { session, now }, reviewBy);
    });
  }
}
