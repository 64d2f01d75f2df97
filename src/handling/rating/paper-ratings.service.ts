import { Injectable } from '@nestjs/common';
import { Attachments } from '../../files/index.js';
import { type Actor, authorize } from '../../kernel/index.js';
import type { Upload } from '../../web/index.js';
import { CaseSteps } from '../case/case-steps.js';
import type { CaseParty } from '../case/case-party.entity.js';
import { CasePolicy } from '../case/case.policy.js';
import { CasesRepository } from '../case/cases.repository.js';
import { caseWorkflow } from '../case/case-workflow.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import type { NewRating } from './rating.entity.js';
import { Ratings } from './ratings.service.js';
import { NoPartyOfTheCase, RatedByTheParty } from '../reply/reply.errors.js';
import { RepliesRepository } from '../reply/replies.repository.js';
import { RATING_OWNER } from '../reply/reply-papers.service.js';

export interface PaperDesk {
  readonly record: HandlingCase;
  /** Those who have not rated in this round. */
  readonly awaited: readonly CaseParty[];
}

/** 征询意见表 on paper: the secretary types in what a proposer wrote and signed, with the scan. */
@Injectable()
export class PaperRatings {
  constructor(
    private readonly cases: CasesRepository,
    private readonly replies: RepliesRepository,
    private readonly ratings: Ratings,
    private readonly steps: CaseSteps,
    private readonly attachments: Attachments,
  ) {}

  async desk(ref: string, actor: Actor): Promise<PaperDesk> {
    const record = await this.cases.findVisible(ref, actor);
    authorize(new CasePolicy(actor).roleFor('rate_on_paper', record), 'rate_on_paper');
    caseWorkflow.statusAfter('rate_on_paper', record.status);
    const raters = (await this.replies.ratings(record.id)).filter(({ round }) => round === record.round);
    const awaited = record.parties.filter(({ staffId }) => !raters.some((one) => one.staffId === staffId));
    return { record, awaited };
  }

  /** Refused where the party has rated: what was said online stands. */
  enter(ref: string, staffId: string, rating: NewRating, scan: Upload, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('rate_on_paper', ref, actor, async (record, act, tx) => {
      const before = await this.replies.ratings(record.id, tx);
      if (!record.isParty(staffId)) throw new NoPartyOfTheCase();
      if (before.some((one) => one.round === record.round && one.staffId === staffId)) throw new RatedByTheParty();
      const { rating: entered, event } = record.rateOnPaper(staffId, rating, act);
      await tx.save(entered);
      const owner = { ownerType: RATING_OWNER, ownerId: entered.id };
      await this.attachments.add(tx, { ...owner, upload: scan, by: actor, role: act.role });
      return [event, ...(await this.ratings.settleWhenComplete(record, [...before, entered], act.at, tx))];
    });
  }
}
