import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Act, ActionNotAvailable, newId } from '../../kernel/index.js';
import { Unit } from '../../organization/index.js';
import { type AssignmentAction, type AssignmentStatus, assignmentWorkflow } from './assignment-workflow.js';
import { BLANK } from './blank-assignment.js';
import { HandlingCase } from '../case/handling-case.entity.js';

export type AssignmentPart = 'lead' | 'assisting' | 'separate';

export interface NewAssignment {
  readonly unitId: string;
  readonly part: AssignmentPart;
  readonly assignedAt: Date;
  readonly signBy: string;
  readonly dueOn: string;
  readonly dueChosen?: boolean;
}

/** 交办: the duty of one unit in a case. */
@Entity('assignment')
export class Assignment {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @ManyToOne(() => HandlingCase, (record) => record.assignments)
  @JoinColumn({ name: 'case_id' })
  readonly case!: Relation<HandlingCase>;
  @Column('uuid') readonly unitId!: string;
  @ManyToOne(() => Unit) @JoinColumn({ name: 'unit_id' }) readonly unit!: Relation<Unit>;
  @Column('text') readonly part!: AssignmentPart;
  @Column('text') readonly status!: AssignmentStatus;
  @Column('timestamptz') readonly assignedAt!: Date;
  @Column('date') readonly signBy!: string;
  @Column('date') readonly dueOn!: string;
  /** Chosen as a date: a change of the calendar does not move it. */
  @Column('boolean') readonly dueChosen!: boolean;
  @Column('timestamptz', { nullable: true }) readonly signedForAt!: Date | null;
  @Column('uuid', { nullable: true }) readonly signedForBy!: string | null;
  @Column('text', { nullable: true }) readonly opinion!: string | null;
  @Column('timestamptz', { nullable: true }) readonly opinionAt!: Date | null;
  @Column('uuid', { nullable: true }) readonly opinionBy!: string | null;
  @Column('text', { nullable: true }) readonly overrideReason!: string | null;
  @Column('text', { nullable: true }) readonly returnReason!: string | null;
  @Column('uuid', { nullable: true }) readonly suggestedUnitId!: string | null;
  @Column('timestamptz', { nullable: true }) readonly doneAt!: Date | null;
  /** A separate lead's extension; a single lead's stands with the case. */
  @Column('date', { nullable: true }) readonly extendedUntil!: string | null;
  @Column('date', { nullable: true }) readonly extensionAskedUntil!: string | null;
  @Column('text', { nullable: true }) readonly extensionReason!: string | null;
  /** The assisting unit that this unit has asked for. */
  @Column('uuid', { nullable: true }) readonly wantedUnitId!: string | null;
  @Column('text', { nullable: true }) readonly wantedUnitReason!: string | null;

  /** What a separate lead has promised, and its next report; a single lead's stand with the case. */
  @Column('date', { nullable: true }) readonly promiseDueOn!: string | null;
  @Column('date', { nullable: true }) readonly reportDueOn!: string | null;

  static to(duty: NewAssignment): Assignment {
    return Object.assign(new Assignment(), { id: newId(), ...BLANK, ...duty });
  }

  get isVoid(): boolean {
    return this.status === 'void';
  }

  /** Whether the unit answers the case, alone or beside others. */
  get isLeading(): boolean {
    return this.part !== 'assisting' && !this.isVoid;
  }

  /** An assisting unit owes its opinion until it has given it or the committee went on without. */
  get owesOpinion(): boolean {
    return this.part === 'assisting' && !this.isVoid && this.opinion === null && this.overrideReason === null;
  }

  /** Also late, after the committee went on without it, as long as the reply is not signed. */
  get mayGiveOpinion(): boolean {
    return this.part === 'assisting' && this.opinion === null && this.status === 'in_handling';
  }

  signFor(act: Act): void {
    this.advance('sign_for', { signedForAt: act.at, signedForBy: act.by.staffId });
  }

  giveOpinion(opinion: string, act: Act): void {
    this.advance('give_opinion', { opinion, opinionAt: act.at, opinionBy: act.by.staffId, doneAt: act.at });
  }

  /** The committee goes on without the opinion; the unit's duty ends where it stands. */
  overrideOpinion(overrideReason: string): void {
    if (!this.owesOpinion) throw new ActionNotAvailable('assignment.override_opinion', this.status);
    Object.assign(this, { overrideReason });
  }

  askReturn(returnReason: string, suggestedUnitId: string | null): void {
    this.advance('ask_return', { returnReason, suggestedUnitId });
  }

  /** The unit must handle it after all; it counts as signed for. */
  refuseReturn(): void {
    this.advance('refuse_return', {});
  }

  /** The duty ends, and stays visible as void. */
  grantReturn(): void {
    this.advance('grant_return', {});
  }

  /** The chair gives the duty to another unit; it stays visible as void. */
  takeBack(): void {
    this.advance('take_back', {});
  }

  /** The unit asks the committee for an assisting unit. */
  wish(wantedUnitId: string, wantedUnitReason: string): void {
    this.advance('ask_unit', { wantedUnitId, wantedUnitReason });
  }

  endWish(): void {
    Object.assign(this, { wantedUnitId: null, wantedUnitReason: null });
  }

  /** The unit was merged into another one, which takes the duty over as it stands. */
  handTo(unit: Unit): void {
    Object.assign(this, { unitId: unit.id, unit });
  }

  /** The unit has another part in the case since it took over one. */
  absorb(): void {
    this.advance('absorb', {});
  }

  /** The reply goes to be signed. */
  submit(): void {
    this.advance('submit', {});
  }

  /** The reply came back to be corrected. */
  takeUpAgain(): void {
    this.advance('take_up_again', {});
  }

  /** The unit's reply is signed. */
  finish(act: Act): void {
    this.advance('finish', { doneAt: act.at });
  }

  /** Another round: the unit handles again. */
  reopen(dueOn: string, dueChosen: boolean): void {
    const promise = { promiseDueOn: null, reportDueOn: null };
    this.advance('reopen', { doneAt: null, dueOn, dueChosen, extendedUntil: null, ...promise });
  }

  /** What is owed comes to other days: a promise is followed up, or the calendar has changed. */
  setDates(dates: Partial<Pick<Assignment, 'signBy' | 'dueOn' | 'promiseDueOn' | 'reportDueOn'>>): void {
    Object.assign(this, dates);
  }

  /** Nothing of this duty moves while its return is pending or its reply is being signed. */
  requireOpen(action: AssignmentAction): void {
    assignmentWorkflow.statusAfter(action, this.status);
  }

  askExtension(extensionAskedUntil: string, extensionReason: string): void {
    this.advance('ask_extension', { extensionAskedUntil, extensionReason });
  }

  /** Granted until a day, or refused with null. */
  answerExtension(until: string | null): void {
    const extendedUntil = until ?? this.extendedUntil;
    Object.assign(this, { extendedUntil, extensionAskedUntil: null, extensionReason: null });
  }

  /** The only place where the status changes. */
  private advance(action: AssignmentAction, change: Partial<Assignment>): void {
    const status = assignmentWorkflow.statusAfter(action, this.status);
    Object.assign(this, change, { status });
  }
}
