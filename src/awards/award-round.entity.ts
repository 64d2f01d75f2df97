import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Act, NewEvent } from '../kernel/index.js';
import { type AwardAction, type AwardStatus, awardWorkflow } from './award-workflow.js';
import type { RankedUnit } from './unit-scores.js';

/** The awards of one session, from the first nomination to the decision. */
@Entity('award_round')
export class AwardRound {
  @PrimaryColumn('uuid') readonly sessionId!: string;
  @Column('text') readonly status!: AwardStatus;
  @Column('uuid', { nullable: true }) readonly decidedBy!: string | null;
  @Column('text', { nullable: true }) readonly deciderName!: string | null;
  @Column('timestamptz', { nullable: true }) readonly decidedAt!: Date | null;
  @Column('jsonb', { nullable: true }) readonly ranking!: readonly RankedUnit[] | null;

  static of(sessionId: string): AwardRound {
    const open = { status: 'nominating', decidedBy: null, deciderName: null, decidedAt: null, ranking: null };
    return Object.assign(new AwardRound(), { sessionId, ...open });
  }

  get isDecided(): boolean {
    return this.status === 'decided';
  }

  /** A step that leaves it open. */
  take(action: Exclude<AwardAction, 'decide'>, act: Act, data: Record<string, unknown>, note?: string): NewEvent {
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
