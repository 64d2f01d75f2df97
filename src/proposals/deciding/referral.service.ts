import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkingDays } from '../../calendar/index.js';
import { Congresses } from '../../congress/index.js';
import { type Actor, EventBus, type LedgerEvent, type Transaction } from '../../kernel/index.js';
import { askSecondLook, refer } from './referral-steps.js';
import { ProposalSteps, type Scene } from '../proposal-steps.js';
import { Proposal } from '../proposal.entity.js';

/** 主席团: what the committee does not decide itself, and the second look of a proposer. */
@Injectable()
export class Referral implements OnModuleInit {
  constructor(
    private readonly steps: ProposalSteps,
    private readonly congresses: Congresses,
    private readonly workingDays: WorkingDays,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('proposal.decline', (event, tx) => this.openSecondLook(event, tx));
  }

  refer(ref: string, reason: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('refer', ref, actor, async (scene) =>
      refer(scene.proposal, reason, await this.decideBy(scene), scene.deed),
    );
  }

  askSecondLook(ref: string, reason: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('ask_second_look', ref, actor, async (scene) =>
      askSecondLook(scene.proposal, reason, await this.decideBy(scene), scene.deed, scene),
    );
  }

  private async decideBy({ session, now, tx }: Scene): Promise<string> {
    return (await this.workingDays.load(tx)).dueDateOf(now, session.settings.declineExplanationDays);
  }

  /** The period runs from the day on which the proposer got the explanation. */
  private async openSecondLook({ subjectId: id, at }: LedgerEvent, tx: Transaction): Promise<void> {
    const proposal = await tx.findOneByOrFail(Proposal, { id });
    if (proposal.secondLookAt !== null) return;
    const { settings } = await this.congresses.session(proposal.sessionId, tx);
    const secondLookBy = (await this.workingDays.load(tx)).dueDateOf(at, settings.secondLookDays);
    await tx.query('update proposal set second_look_by = $2 where id = $1', [id, secondLookBy]);
  }
}
