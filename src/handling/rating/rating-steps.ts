import { beijingDate } from '../../calendar/index.js';
import { type Act, Actor, type Message, msg, type NewEvent } from '../../kernel/index.js';
import { fingerprint } from '../../ledger/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import type { FinalRating } from '../case/case-values.js';
import { type CaseAction, caseWorkflow } from '../case/case-workflow.js';
import { finalRating, type RatingRule } from './rating-arithmetic.js';
import { type NewRating, Rating } from './rating.entity.js';
import { RatingPeriodOver } from '../reply/reply.errors.js';
import { AmendmentSteps } from '../amendment/amendment-steps.js';

/** The steps of a case from the first rating to its end, or to another round. */
export abstract class RatingSteps extends AmendmentSteps {
  rate(rating: NewRating, act: Act): { rating: Rating; event: NewEvent } {
    this.requireRatingOpen(beijingDate(act.at));
    const given = Rating.of(this, rating, act);
    const { id: ratingId, attitude, result, reason } = given;
    const reasonHash = reason === null ? null : fingerprint(reason);
    const data = { ratingId, attitude, result, reasonHash, part: this.partOf(act.by.staffId) };
    return { rating: given, event: this.advance('rate', act, { data }) };
  }

  /** 纸质意见表: marked for good as entered by somebody else. */
  rateOnPaper(staffId: string, rating: NewRating, act: Act): { rating: Rating; event: NewEvent } {
    this.requireRatingOpen(beijingDate(act.at));
    const given = Rating.fromPaper(this, staffId, rating, act);
    const { id: ratingId, attitude, result, reason } = given;
    const reasonHash = reason === null ? null : fingerprint(reason);
    const data = { ratingId, staffId, attitude, result, reasonHash, part: this.partOf(staffId) };
    return { rating: given, event: this.advance('rate_on_paper', act, { data }) };
  }

  requireRatingOpen(today: string): void {
    caseWorkflow.statusAfter('rate', this.status);
    if (this.isRatingOver(today)) throw new RatingPeriodOver(this.rateBy!);
  }

  /** Letters without a name have nobody to ask; requests for information are not rated. */
  get asksForRating(): boolean {
    return this.rules.ratingAsked && this.parties.length > 0;
  }

  isRatingOver(today: string): boolean {
    return this.rateBy !== null && today > this.rateBy;
  }

  /** Nobody's voice is awaited any more: everyone has rated who has not left the school, or the period is over. */
  isRatingComplete(ratings: readonly Rating[], today: string, gone: readonly string[] = []): boolean {
    const raters = new Set(this.ofThisRound(ratings).map(({ staffId }) => staffId));
    return (
      this.isRatingOver(today) || this.parties.every(({ staffId }) => raters.has(staffId) || gone.includes(staffId))
    );
  }

  /** The case goes where its ratings send it: to its end, to the follow-up of a promise, or before the committee. */
  settle(ratings: readonly Rating[], rule: RatingRule, at: Date): NewEvent {
    const given = this.ofThisRound(ratings);
    const final = finalRating(
      rule,
      given.map(({ staffId, result }) => ({ part: this.partOf(staffId), result })),
    );
    return this.goOn(final, given.length === 0 ? null : at, at);
  }

  /** A kind that asks for no rating ends with its reply. */
  settleUnrated(at: Date): NewEvent {
    return this.goOn(null, null, at);
  }

  /** Of separate leads those named go again, all of them when nobody is named; the replies of the others stand. */
  orderSecondHandling(
    dueOn: string,
    rounds: number,
    reason: string,
    act: Act,
    dutyIds: readonly string[] = [],
  ): NewEvent {
    caseWorkflow.statusAfter('order_second_handling', this.status);
    this.require('order_second_handling', this.missingForSecondHandling(rounds));
    const again = this.leads.filter(({ id }) => dutyIds.length === 0 || dutyIds.includes(id));
    this.require('order_second_handling', again.length > 0 ? [] : [msg('handling.missing.leadAgain')]);
    return this.handleAgain('order_second_handling', again, dueOn, reason, act);
  }

  missingForSecondHandling(rounds: number): Message[] {
    return this.round < rounds ? [] : [msg('replies.missing.lastRound', { rounds })];
  }

  /** Another round, with a clock of its own; what the last one came to is kept in its reply and its ratings. */
  protected handleAgain(
    action: CaseAction,
    again: readonly Assignment[],
    dueOn: string,
    reason: string,
    act: Act,
  ): NewEvent {
    for (const duty of again) duty.reopen(dueOn, action === 'order_final_handling');
    const round = { round: this.round + 1, dueOn, extendedUntil: null };
    const unanswered = { rateBy: null, ratedAt: null, finalRating: null, outcomeClass: null, promiseDueOn: null };
    const data = this.isSeparate ? { againUnitIds: again.map(({ unitId }) => unitId) } : {};
    return this.advance(action, act, { change: { ...round, ...unanswered }, note: reason, data });
  }

  protected ending(): Record<string, unknown> {
    const { finalRating: rated, outcomeClass, promiseDueOn } = this;
    return { finalRating: rated, outcomeClass, promiseDueOn };
  }

  /** Whose promises are followed up. */
  protected byWhom(): Record<string, unknown> {
    return { unitId: this.promising.map(({ unitId }) => unitId) };
  }

  /** Nobody's own step: it follows from the ratings or their absence. */
  private goOn(final: FinalRating | null, ratedAt: Date | null, at: Date): NewEvent {
    const action = this.actionAfter(final);
    const act: Act = { by: Actor.system(), role: 'system', at };
    const concludedAt = action === 'conclude' ? at : null;
    const change = { finalRating: final, ratedAt, concludedAt };
    const { outcomeClass, promiseDueOn } = this;
    const data = { finalRating: final, outcomeClass, promiseDueOn };
    return this.advance(action, act, {
      change,
      data: action === 'start_follow_up' ? { ...data, ...this.byWhom() } : data,
    });
  }

  private actionAfter(final: FinalRating | null): CaseAction {
    if (final === 'dissatisfied') return 'find_dissatisfied';
    return this.promiseDueOn === null ? 'conclude' : 'start_follow_up';
  }

  private ofThisRound(ratings: readonly Rating[]): Rating[] {
    return ratings.filter(({ round }) => round === this.round);
  }

  private partOf(staffId: string | null): 'lead' | 'joint' {
    return this.parties.find((party) => party.staffId === staffId)!.part;
  }
}
