import { Injectable } from '@nestjs/common';
import { beijingDate, WorkingDays } from '../../calendar/index.js';
import { Congresses, SessionArchived } from '../../congress/index.js';
import { Actor, authorize, Clock, mayRead, type NewEvent, type Transaction } from '../../kernel/index.js';
import { Directory } from '../../organization/index.js';
import { CaseSteps } from '../case/case-steps.js';
import { CasePolicy } from '../case/case.policy.js';
import { CasesRepository } from '../case/cases.repository.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import type { NewRating, Rating } from './rating.entity.js';
import { RepliesRepository } from '../reply/replies.repository.js';
import { RatedAlready, RatedOnPaper, ReplyNotFound } from '../reply/reply.errors.js';
import type { Reply } from '../reply/reply.entity.js';

export interface RatingDesk {
  readonly record: HandlingCase;
  /** Of one leading unit, or of several separate ones. */
  readonly replies: readonly Reply[];
  /** The actor's own rating of this round. */
  readonly given: Rating | null;
}

/** 评价: each party once a round; then the case goes on by the rule of its session. */
@Injectable()
export class Ratings {
  constructor(
    private readonly cases: CasesRepository,
    private readonly replies: RepliesRepository,
    private readonly steps: CaseSteps,
    private readonly congresses: Congresses,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly workingDays: WorkingDays,
  ) {}

  async desk(ref: string, actor: Actor): Promise<RatingDesk> {
    const record = await this.cases.findVisible(ref, actor);
    authorize(new CasePolicy(actor).roleFor('rate', record), 'rate');
    const replies = (await this.replies.standing(record)).filter(({ audience }) => mayRead(audience, actor));
    if (replies.length === 0) throw new ReplyNotFound();
    const ratings = await this.replies.ratings(record.id);
    return { record, replies, given: ofThisRound(record, ratings, actor) };
  }

  /** Before anything is typed: the case must be waiting for ratings, this one must not be given, the period not over. */
  requireOpen({ record, given }: RatingDesk): void {
    if (record.isReadOnly) throw new SessionArchived();
    if (given !== null) throw new RatedAlready();
    record.requireRatingOpen(beijingDate(this.clock.now()));
  }

  async rate(ref: string, rating: NewRating, actor: Actor): Promise<HandlingCase> {
    return this.steps.perform('rate', ref, actor, async (record, act, tx) => {
      const before = await this.replies.ratings(record.id, tx);
      const given = ofThisRound(record, before, actor);
      if (given !== null) return repeated(given, rating);
      const { rating: fresh, event } = record.rate(rating, act);
      await tx.save(fresh);
      return [event, ...(await this.settleWhenComplete(record, [...before, fresh], act.at, tx))];
    });
  }

  /** Called every day: where the period is over, silence is no answer and the case goes on. Answers how many cases went on. */
  async closeRatingPeriods(now: Date): Promise<number> {
    const refs = await this.replies.withRatingOver(beijingDate(now));
    for (const ref of refs) await this.closeRatingPeriod(ref);
    return refs.length;
  }

  private async closeRatingPeriod(ref: string): Promise<void> {
    await this.steps.perform('conclude', ref, Actor.system(), async (record, act, tx) => {
      if (record.status !== 'replied') return [];
      return this.settleWhenComplete(record, await this.replies.ratings(record.id, tx), act.at, tx);
    });
  }

  /** Where nobody's voice is awaited any more, the case goes on. */
  async settleWhenComplete(
    record: HandlingCase,
    ratings: readonly Rating[],
    at: Date,
    tx: Transaction,
  ): Promise<NewEvent[]> {
    const people = await this.directory.peopleById(
      record.parties.map(({ staffId }) => staffId),
      tx,
    );
    const gone = [...people.values()].filter(({ active }) => !active).map(({ id }) => id);
    if (!record.isRatingComplete(ratings, beijingDate(at), gone)) return [];
    const { settings } = await this.congresses.session(record.governedBy, tx);
    const event = record.settle(ratings, settings.ratingRule, at);
    if (record.status === 'follow_up') record.expectReport(await this.workingDays.load(tx), at);
    return [event];
  }
}

function ofThisRound({ round }: HandlingCase, ratings: readonly Rating[], actor: Actor): Rating | null {
  return ratings.find((one) => one.round === round && actor.isPerson(one.staffId)) ?? null;
}

/** The same click twice changes nothing; another opinion afterwards is refused. */
function repeated(given: Rating, rating: NewRating): NewEvent[] {
  if (given.onPaper) throw new RatedOnPaper();
  const isSame = given.attitude === rating.attitude && given.result === rating.result && given.reason === rating.reason;
  if (!isSame) throw new RatedAlready();
  return [];
}
