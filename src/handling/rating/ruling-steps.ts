import { beijingDate } from '../../calendar/index.js';
import { type Act, type Message, msg, type NewEvent } from '../../kernel/index.js';
import type { Referee } from '../case/case-values.js';
import { type CaseAction, caseWorkflow } from '../case/case-workflow.js';
import { RatingSteps } from './rating-steps.js';

/** What must be known before a case is referred. */
export interface LastRound {
  readonly rounds: number;
  /** How many members of the presidium may decide in this matter. */
  readonly presidium: number;
}

/** How a dissatisfied case goes on: explained, followed up, or, after its last round, referred to presidium or leader. */
export abstract class RulingSteps extends RatingSteps {
  refer(to: Referee, last: LastRound, reason: string, act: Act): NewEvent {
    const action = referring(to);
    caseWorkflow.statusAfter(action, this.status);
    this.require(action, this.missingForReferral(to, last));
    return this.advance(action, act, { change: { referredTo: to }, note: reason, data: this.ending() });
  }

  missingForReferral(to: Referee, { rounds, presidium }: LastRound): Message[] {
    return [
      ...(this.round < rounds ? [msg('rulings.missing.roundsLeft', { rounds })] : []),
      ...(to === 'presidium' && presidium === 0 ? [msg('rulings.missing.presidium')] : []),
    ];
  }

  /** One further order to the unit, with a date: once. */
  orderFinalHandling(dueOn: string, reason: string, act: Act): NewEvent {
    caseWorkflow.statusAfter('order_final_handling', this.status);
    const later = dueOn > beijingDate(act.at) ? [] : [msg('rulings.missing.future')];
    this.require('order_final_handling', [...this.missingForFinalHandling(), ...later]);
    const event = this.handleAgain('order_final_handling', this.leads, dueOn, reason, act);
    this.set({ finalHandling: true });
    return event;
  }

  missingForFinalHandling(): Message[] {
    return this.finalHandling ? [msg('rulings.missing.finalOnce')] : [];
  }

  /** The case ends and stays visible as dissatisfied; the explanation stands on its page. */
  concludeWithExplanation(explanation: string, rounds: number, act: Act): NewEvent {
    caseWorkflow.statusAfter('conclude_with_explanation', this.status);
    this.require('conclude_with_explanation', this.missingForEnding(rounds));
    const change = { concludedAt: act.at, explanation };
    return this.advance('conclude_with_explanation', act, { change, note: explanation, data: this.ending() });
  }

  /** A promise is followed up although the proposers are not satisfied with it. */
  followUpAnyway(explanation: string, rounds: number, act: Act): NewEvent {
    caseWorkflow.statusAfter('start_follow_up', this.status);
    this.require('start_follow_up', [...this.missingForFollowUp(), ...this.missingForEnding(rounds)]);
    return this.advance('start_follow_up', act, { note: explanation, data: { ...this.ending(), ...this.byWhom() } });
  }

  missingForFollowUp(): Message[] {
    return this.promiseDueOn === null ? [msg('replies.missing.noPromise')] : [];
  }

  /** After the last round it is no longer the chair who decides. */
  missingForEnding(rounds: number): Message[] {
    return this.status === 'rated' && this.round >= rounds ? [msg('rulings.missing.refer')] : [];
  }
}

/** The step that refers a case to presidium or leader. */
export function referring(to: Referee): CaseAction {
  return to === 'presidium' ? 'refer_to_presidium' : 'refer_to_leader';
}
