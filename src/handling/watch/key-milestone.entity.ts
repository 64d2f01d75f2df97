import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Act, ActionNotAvailable } from '../../kernel/index.js';
import { Unit } from '../../organization/index.js';

export interface NewMilestone {
  /** Brought along by the form, so that a second submit is recognized. */
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
  readonly unitId: string;
}

export type MilestoneState = 'open' | 'late' | 'reached' | 'dropped';

/** 节点: what one unit does by a day in the plan of a key proposal. */
@Entity('key_milestone')
export class KeyMilestone {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('uuid') readonly unitId!: string;
  @ManyToOne(() => Unit) @JoinColumn({ name: 'unit_id' }) readonly unit!: Relation<Unit>;
  @Column('text') readonly title!: string;
  @Column('date') readonly dueOn!: string;
  @Column('timestamptz') readonly addedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly reachedAt!: Date | null;
  @Column('uuid', { nullable: true }) readonly reachedBy!: string | null;
  @Column('text', { nullable: true }) readonly droppedBecause!: string | null;

  static add(caseId: string, milestone: NewMilestone, { at }: Act): KeyMilestone {
    const open = { reachedAt: null, reachedBy: null, droppedBecause: null };
    return Object.assign(new KeyMilestone(), { ...milestone, ...open, caseId, addedAt: at });
  }

  get isOpen(): boolean {
    return this.reachedAt === null && this.droppedBecause === null;
  }

  stateOn(today: string): MilestoneState {
    if (this.reachedAt !== null) return 'reached';
    if (this.droppedBecause !== null) return 'dropped';
    return this.dueOn < today ? 'late' : 'open';
  }

  reach({ by, at }: Act): void {
    this.requireOpen('reach');
    Object.assign(this, { reachedAt: at, reachedBy: by.staffId });
  }

  drop(droppedBecause: string): void {
    this.requireOpen('drop');
    Object.assign(this, { droppedBecause });
  }

  private requireOpen(action: string): void {
    if (!this.isOpen) throw new ActionNotAvailable(`milestone.${action}`, this.reachedAt ? 'reached' : 'dropped');
  }
}
