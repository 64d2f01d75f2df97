import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Act, type Message, msg } from '../../kernel/index.js';
import { Unit } from '../../organization/index.js';
import { type SupervisionAction, type SupervisionStatus, supervisionWorkflow } from './supervision-workflow.js';

/** 催办, 督办通知, 提请分管校领导督办. */
export const SUPERVISION_LEVELS = [1, 2, 3] as const;
export type SupervisionLevel = (typeof SUPERVISION_LEVELS)[number];

export interface NewNotice {
  /** Brought along by the form, so that a second submit is recognized. */
  readonly id: string;
  readonly unitId: string;
  readonly level: SupervisionLevel;
  readonly reason: string;
  /** Why a level is left out; empty when none is. */
  readonly skipReason: string;
  readonly answerBy: string;
}

/** 督办单: one unit must answer in writing by a day. */
@Entity('supervision_notice')
export class SupervisionNotice {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('uuid') readonly congressId!: string;
  @Column('uuid') readonly unitId!: string;
  @ManyToOne(() => Unit) @JoinColumn({ name: 'unit_id' }) readonly unit!: Relation<Unit>;
  @Column('int') readonly level!: SupervisionLevel;
  @Column('text') readonly number!: string;
  @Column('text') readonly status!: SupervisionStatus;
  @Column('text') readonly reason!: string;
  @Column('text', { nullable: true }) readonly skipReason!: string | null;
  @Column('date') readonly answerBy!: string;
  @Column('uuid') readonly issuedBy!: string;
  @Column('text') readonly issuerName!: string;
  @Column('timestamptz') readonly issuedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly answeredAt!: Date | null;
  @Column('uuid', { nullable: true }) readonly decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly decidedAt!: Date | null;
  @Column('text', { nullable: true }) readonly decisionNote!: string | null;

  static issue(place: { caseId: string; congressId: string; number: string }, notice: NewNotice, act: Act) {
    const open = { status: 'issued', answeredAt: null, decidedBy: null, decidedAt: null, decisionNote: null };
    const issuer = { issuedBy: act.by.staffId, issuerName: act.by.name, issuedAt: act.at };
    const skipReason = notice.skipReason || null;
    return Object.assign(new SupervisionNotice(), { ...place, ...notice, ...open, ...issuer, skipReason });
  }

  get isOpen(): boolean {
    return this.status === 'issued' || this.status === 'answered';
  }

  answer({ at }: Act): void {
    this.advance('answer', { answeredAt: at });
  }

  decide(decision: 'accept' | 'refuse', note: string, { by, at }: Act): void {
    this.advance(decision, { decidedBy: by.staffId, decidedAt: at, decisionNote: note });
  }

  /** The unit did not answer by its day: the next notice takes this one's place. */
  raise(): void {
    this.advance('raise', {});
  }

  /** Its unit was merged into another one, which answers. */
  handTo(unit: Unit): void {
    Object.assign(this, { unitId: unit.id, unit });
  }

  /** Two units became one; the other notice goes on. */
  absorb(): void {
    this.advance('absorb', {});
  }

  private advance(action: SupervisionAction, change: Partial<SupervisionNotice>): void {
    const status = supervisionWorkflow.statusAfter(action, this.status);
    Object.assign(this, change, { status });
  }
}

/** The level that comes next for a unit; the highest one can be repeated. */
export function nextLevel(before: readonly SupervisionNotice[]): SupervisionLevel {
  const highest = Math.max(0, ...before.map(({ level }) => level));
  return Math.min(highest + 1, 3) as SupervisionLevel;
}

/** Why a notice cannot be issued: one at a time, each with its time to answer, and level after level (or the reason says why not). */
export function missingForNotice(
  before: readonly SupervisionNotice[],
  { level, skipReason, answerBy }: Pick<NewNotice, 'level' | 'skipReason' | 'answerBy'>,
  today: string,
): Message[] {
  const open = before.find(({ isOpen }) => isOpen);
  const next = nextLevel(before);
  return [
    ...(open?.status === 'answered' ? [msg('supervision.missing.decideFirst', { number: open.number })] : []),
    ...(open?.status === 'issued' && open.answerBy >= today
      ? [msg('supervision.missing.timeToAnswer', { number: open.number, date: open.answerBy })]
      : []),
    ...(open && level < next ? [msg('supervision.missing.notLower')] : []),
    ...(level > next && skipReason === '' ? [msg('supervision.missing.skipReason')] : []),
    ...(answerBy > today ? [] : [msg('supervision.missing.future')]),
  ];
}
