import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingDays } from '../../calendar/index.js';
import { type Actor, type Transaction } from '../../kernel/index.js';
import { Directory, type Unit } from '../../organization/index.js';
import { InquiriesRepository } from './inquiries.repository.js';
import { ProposalSteps } from '../proposal-steps.js';
import { NotAUnitToAsk } from './review.errors.js';
import { ReviewInquiry } from './review-inquiry.entity.js';

/** 征求承办单位意见: units are asked before the decision, which does not have to wait for them. */
@Injectable()
export class Inquiries {
  constructor(
    private readonly db: DataSource,
    private readonly steps: ProposalSteps,
    private readonly inquiries: InquiriesRepository,
    private readonly directory: Directory,
    private readonly workingDays: WorkingDays,
  ) {}

  /** Asks several units the same; a unit that still owes an answer is not asked again. */
  ask(ref: string, unitIds: readonly string[], question: string, days: number, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const known = unitsToAsk(await this.directory.activeUnits());
      if (unitIds.some((id) => !known.some((unit) => unit.id === id))) throw new NotAUnitToAsk();
      for (const unitId of unitIds) await this.askOne(ref, unitId, question, days, actor, tx);
    });
  }

  /** By an officer or the head of the unit, once. */
  answer(id: string, answer: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { proposalId, unitId } = await this.inquiries.find(id, actor);
      const role = actor.is('unit_officer', unitId) ? 'unit_officer' : 'unit_head';
      await this.steps.performAs(tx, 'answer_unit', proposalId, { actor, role }, async ({ proposal, deed }) => {
        const event = proposal.record('answer_unit', deed, { unitId, inquiryId: id }, answer);
        const inquiry = await this.inquiries.lock(id, actor, tx);
        inquiry.giveAnswer(answer, actor.staffId!, deed.at);
        await tx.save(inquiry);
        return event;
      });
    });
  }

  private async askOne(ref: string, unitId: string, question: string, days: number, actor: Actor, tx: Transaction) {
    await this.steps.performIn(tx, 'ask_unit', ref, actor, async ({ proposal, deed, now }) => {
      const asked = await this.inquiries.ofProposal(proposal.id, tx);
      if (asked.some((one) => one.unitId === unitId && !one.isAnswered)) return null;
      const dueOn = (await this.workingDays.load(tx)).dueDateOf(now, days);
      const facts = { proposalId: proposal.id, unitId, question, askedBy: actor.staffId!, askedAt: deed.at, dueOn };
      const inquiry = ReviewInquiry.ask(facts);
      const event = proposal.record('ask_unit', deed, { unitId, dueOn, inquiryId: inquiry.id }, question);
      await tx.save(inquiry);
      return event;
    });
  }
}

/** Offices and faculties, as for the wish of a proposer. */
export function unitsToAsk(units: readonly Unit[]): Unit[] {
  return units.filter(({ kind }) => kind === 'office' || kind === 'faculty');
}
