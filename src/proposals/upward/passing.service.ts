import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Congresses } from '../../congress/index.js';
import { Attachments } from '../../files/index.js';
import { Cases } from '../../handling/index.js';
import { type Actor, newId, type Transaction } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { proposalWorkflow } from '../proposal-workflow.js';
import { ProposalSteps } from '../proposal-steps.js';
import type { Proposal } from '../proposal.entity.js';
import { NoCongressAbove } from '../proposal.errors.js';
import { Proposals } from '../proposals.repository.js';
import { Registration } from '../writing/registration.js';
import { comeBack, passUp, receivedAbove, sendBack } from './upward-steps.js';

const OWNER = 'proposal';

/** 提交上级教代会, and back: two proposals, one above and one below, that know each other. */
@Injectable()
export class Passing {
  constructor(
    private readonly db: DataSource,
    private readonly steps: ProposalSteps,
    private readonly cases: Cases,
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly registration: Registration,
    private readonly attachments: Attachments,
    private readonly ledger: Ledger,
  ) {}

  /** Hands the matter in at the next congress above; answers with its number there. */
  async passUp(ref: string, reason: string, actor: Actor): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { id } = await this.proposals.find(ref, actor, tx);
      await this.cases.lockOfOrigin(id, actor, tx); // the case before its proposal, as in every step
      return this.passUpIn(tx, ref, reason, actor);
    });
  }

  /** The congress above gives it back; below it is under review again. */
  sendBack(ref: string, reason: string, actor: Actor): Promise<Proposal> {
    return this.steps.perform('send_back', ref, actor, async ({ proposal, deed, now, tx }) => {
      const event = sendBack(proposal, reason, deed);
      await tx.query('select from proposal where id = $1 for update', [proposal.passedFrom]);
      const [below] = await this.proposals.byIds([proposal.passedFrom!], tx);
      await this.congresses.requireWritable(below!.sessionId, tx);
      await this.congresses.requireCommittee(below!.congressId, tx);
      const session = await this.congresses.session(below!.sessionId, tx);
      const returned = comeBack(below!, reason, await this.registration.reviewBy(session, now, tx), deed);
      await this.proposals.save(below!, tx);
      await this.ledger.record(returned, tx);
      return event;
    });
  }

  private async passUpIn(tx: Transaction, ref: string, reason: string, actor: Actor): Promise<string> {
    const numbers: string[] = [];
    await this.steps.performIn(tx, 'pass_up', ref, actor, async ({ proposal, deed, now }) => {
      proposalWorkflow.statusAfter('pass_up', proposal.status); // before anything is entered above
      const session = await this.congresses.filingAbove(proposal.congressId, tx);
      if (session === null) throw new NoCongressAbove();
      await this.congresses.requireCommittee(session.term.congressId, tx);
      const entry = await this.registration.enter(session, now, tx);
      const { above, event } = receivedAbove(proposal, newId(), session, entry, reason, deed);
      await this.proposals.add(above, tx);
      await this.proposals.save(above, tx);
      const [from, to] = [proposal, above].map(({ id }) => ({ ownerType: OWNER, ownerId: id }));
      await this.attachments.copy(tx, from!, to!, { by: actor, role: deed.role });
      await this.ledger.record(event, tx);
      numbers.push(entry.serial);
      if (proposal.status !== 'under_review') await this.cases.passUp(proposal.id, entry.serial, reason, actor, tx);
      return passUp(proposal, above, reason, deed);
    });
    return numbers[0]!;
  }
}
