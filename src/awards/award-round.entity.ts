import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Act, NewEvent } from '../kernel/index.js';
import { type AwardAction, type AwardStatus, awardWorkflow } from './award-workflow.js';
import { AwardDayOver } from './award.errors.js';
import type { RankedUnit } from './unit-scores.js';

export interface AwardDates {
  readonly nominateBy: string | null;
  readonly scoreBy: string | null;
}

/** The awards of one session, from the first nomination to the decision. */
@Entity('award_round')
export class AwardRound {
  @PrimaryColumn('uuid') readonly sessionId!: string;
  @Column('text') readonly status!: AwardStatus;
  /** The last days for nominating and for scoring; without them both go on until the decision. */
  @Column('date', { nullable: true }) readonly nominateBy!: string | null;
  @Column('date', { nullable: true }) readonly scoreBy!: string | null;
  @Column('uuid', { nullable: true }) readonly decidedBy!: string | null;
  @Column('text', { nullable: true }) readonly deciderName!: string | null;
  @Column('timestamptz', { nullable: true }) readonly decidedAt!: Date | null;
  @Column('jsonb', { nullable: true }) readonly ranking!: readonly RankedUnit[] | null;

  static of(sessionId: string): AwardRound {
    const open = { status: 'nominating', decidedBy: null, deciderName: null, decidedAt: null, ranking: null };
    return Object.assign(new AwardRound(), { sessionId, nominateBy: null, scoreBy: null, ...open });
  }

  get isDecided(): boolean {
    return this.status === 'decided';
  }

  /** Refuses what comes after its last day. */
  requireInTime(action: AwardAction, today: string): void {
    const last = action === 'nominate' ? this.nominateBy : action === 'score' ? this.scoreBy : null;
    if (!this.isDecided && last !== null && last < today) throw new AwardDayOver(last);
  }

  /** 安排日期: may be moved as often as needed. */
  schedule(dates: AwardDates, act: Act): NewEvent {
    const before = { nominateBy: this.nominateBy, scoreBy: this.scoreBy };
    const event = this.advance('schedule', act, { before, after: dates });
    Object.assign(this, dates);
    return event;
  }

  /** A step that changes nothing of the round itself. */
  take(
    action: Exclude<AwardAction, 'decide' | 'schedule'>,
    act: Act,
    data: Record<string, unknown>,
    note?: string,
  ): NewEvent {
    return this.advance(action, act, data, note);
  }

  /** Keeps the units and their numbers as they are now: what is counted later changes no award. */
  decide(ranking: readonly RankedUnit[], act: Act, data: Record<string, unknown>): NewEvent {
    const event = this.advance('decide', act, data);
    Object.assign(this, { decidedBy: act.by.staffId, deciderName: act.by.name, decidedAt: act.at, ranking });
    return event;
  }

  /** The only place where the status changes; every change leaves an event behind. */
  private advance(action: AwardAction, { by, role, at }: Act, data: Record<string, unknown>, note?: string): NewEvent {
    const from = this.status;
    const to = awardWorkflow.statusAfter(action, from);
    Object.assign(this, { status: to });
    const who = { actorId: by.staffId, actorName: by.name, role, at };
    return { subjectType: 'award', subjectId: this.sessionId, action, ...who, from, to, note: note ?? null, data };
  }
}
