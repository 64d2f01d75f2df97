import { Column, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation, VersionColumn } from 'typeorm';
import { Congress, CongressSession } from '../../congress/index.js';
import type { Act, NewEvent } from '../../kernel/index.js';
import { Assignment } from '../duty/assignment.entity.js';
import { audienceOf } from './case-audience.js';
import { CASE_KIND, type CaseKind, type CaseKindRules } from './case-kind.js';
import { CaseOrigin } from './case-origin.entity.js';
import type { StepFacts } from './step-facts.js';
import { CaseParty } from './case-party.entity.js';
import { CaseNotFound } from './case.errors.js';
import { type DutyClock, isAsked, separateClock } from '../duty/separate-clock.js';
import { type CaseAction, type CaseStatus, caseWorkflow } from './case-workflow.js';
import type { FinalRating, OutcomeClass, Referee } from './case-values.js';
import { Contact } from '../duty/contact.entity.js';

/** What is known of a case, and the one place where its status changes. Its steps are in `ReplySteps`, `RatingSteps`, `RulingSteps`, `FollowUpSteps` and `HandlingCase`. */
export abstract class CaseRecord {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly ref!: string;
  @Column('text') readonly number!: string;
  @Column('text') readonly kind!: CaseKind;
  @Column('uuid') readonly congressId!: string;
  @ManyToOne(() => Congress) @JoinColumn({ name: 'congress_id' }) readonly congress!: Relation<Congress>;
  @Column('uuid') readonly sessionId!: string;
  @ManyToOne(() => CongressSession) @JoinColumn({ name: 'session_id' }) readonly session!: Relation<CongressSession>;
  /** The session that took the case over when its own was archived. */
  @Column('uuid', { nullable: true }) readonly carriedTo!: string | null;
  @ManyToOne(() => CongressSession)
  @JoinColumn({ name: 'carried_to' })
  readonly carrier!: Relation<CongressSession> | null;
  @Column('text') readonly title!: string;
  @Column('text') readonly category!: string;
  @Column('text') readonly status!: CaseStatus;
  @Column('uuid', { nullable: true }) readonly leaderId!: string | null;
  @Column('uuid', { nullable: true }) readonly leadUnitId!: string | null;
  @Column('int') readonly round!: number;
  @Column('text', { nullable: true }) readonly outcomeClass!: OutcomeClass | null;
  @Column('text', { nullable: true }) readonly finalRating!: FinalRating | null;
  @Column('boolean') readonly publishable!: boolean;
  @Column('boolean') readonly confidential!: boolean;
  @Column('boolean') readonly keyCase!: boolean;
  @Column('uuid', { nullable: true }) readonly keyLeaderId!: string | null;
  @Column('text', { nullable: true }) readonly keyPlan!: string | null;
  @Column('timestamptz', { nullable: true }) readonly specialReportAt!: Date | null;
  @Column('boolean') readonly betweenSessions!: boolean;
  /** The highest level on which a unit was urged; 0 when none was. */
  @Column('int') readonly supervisedLevel!: number;
  @Column('timestamptz') readonly openedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly assignedAt!: Date | null;
  @Column('date', { nullable: true }) readonly signBy!: string | null;
  @Column('date', { nullable: true }) readonly dueOn!: string | null;
  @Column('date', { nullable: true }) readonly extendedUntil!: string | null;
  @Column('date', { nullable: true }) readonly extensionAskedUntil!: string | null;
  @Column('text', { nullable: true }) readonly extensionReason!: string | null;
  @Column('timestamptz', { nullable: true }) readonly repliedAt!: Date | null;
  @Column('date', { nullable: true }) readonly rateBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly ratedAt!: Date | null;
  @Column('text', { nullable: true }) readonly referredTo!: Referee | null;
  @Column('boolean') readonly finalHandling!: boolean;
  /** Why the case ends although the proposers are not satisfied; as public as the case. */
  @Column('text', { nullable: true }) readonly explanation!: string | null;
  @Column('date', { nullable: true }) readonly reportDueOn!: string | null;
  @Column('date', { nullable: true }) readonly promiseDueOn!: string | null;
  @Column('timestamptz', { nullable: true }) readonly concludedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly publishedAt!: Date | null;
  /** Merged into this other case after it had been filed on its own. */
  @Column('uuid', { nullable: true }) readonly absorbedInto!: string | null;
  /** Under which number the congress above has the matter now. */
  @Column('text', { nullable: true }) readonly passedUpTo!: string | null;
  @Column('text', { array: true }) readonly audience!: string[];
  @VersionColumn() readonly version!: number;

  @OneToMany(() => CaseOrigin, (origin) => origin.case, { cascade: ['insert'] })
  readonly origins!: Relation<CaseOrigin>[];
  @OneToMany(() => CaseParty, (party) => party.case, { cascade: ['insert', 'update'] })
  readonly parties!: Relation<CaseParty>[];
  @OneToMany(() => Assignment, (assignment) => assignment.case, { cascade: ['insert', 'update'] })
  readonly assignments!: Relation<Assignment>[];
  @OneToMany(() => Contact, (contact) => contact.case, { cascade: ['insert'] })
  readonly contacts!: Relation<Contact>[];

  get rules(): CaseKindRules {
    return CASE_KIND[this.kind];
  }

  /** The session by whose rules the case is handled, and with which it is archived. Asked by everybody, decided here. */
  get governedBy(): string {
    return this.carriedTo ?? this.sessionId;
  }

  /** The same with its settings, for a case that was read with its sessions. */
  get governing(): CongressSession {
    return this.carrier ?? this.session;
  }

  /** In the archive nothing is offered any more. */
  get isReadOnly(): boolean {
    return (this.carrier ?? this.session)?.isArchived() === true;
  }

  get lead(): Assignment | null {
    return this.assignments.find(({ part, isVoid }) => part === 'lead' && !isVoid) ?? null;
  }

  /** The units that answer, in the order in which they were named: one, or several separately. */
  get leads(): Assignment[] {
    return this.assignments.filter(({ isLeading }) => isLeading).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** 分办: several units lead, each for its part. */
  get isSeparate(): boolean {
    return this.assignments.some(({ part, isVoid }) => part === 'separate' && !isVoid);
  }

  /** The leading units by name; empty before the assignment. */
  get leadNames(): string {
    return this.leads.map(({ unit }) => unit.name).join('、');
  }

  get assisting(): Assignment[] {
    return this.assignments.filter(({ part, isVoid }) => part === 'assisting' && !isVoid);
  }

  /** Its kind asks for a talk before the reply; a further round always does. */
  get needsTalk(): boolean {
    return this.rules.contactNeeded || this.round > 1;
  }

  /** The talks of a leading unit with the proposer in the present round. */
  talksOf(duty: Assignment | null): Contact[] {
    const isOwn = ({ assignmentId }: Contact) => assignmentId === null || assignmentId === duty?.id;
    return this.contacts.filter((contact) => contact.round === this.round && isOwn(contact));
  }

  /** The clock that runs for a leading unit. */
  clockOf(duty: Assignment): DutyClock {
    if (duty.part === 'separate') return duty;
    const { dueOn, extendedUntil, extensionAskedUntil, extensionReason } = this;
    return { dueOn: dueOn!, extendedUntil, extensionAskedUntil, extensionReason };
  }

  /** Leading units that have asked for more time and have no answer. */
  get extensionsAsked(): Assignment[] {
    return this.leads.filter((duty) => isAsked(this.clockOf(duty)));
  }

  /** The duty of one unit, by its id; a duty that was taken back is none. */
  duty(assignmentId: string): Assignment {
    const found = this.assignments.find(({ id, isVoid }) => id === assignmentId && !isVoid);
    if (!found) throw new CaseNotFound();
    return found;
  }

  isParty(staffId: string | null): boolean {
    return this.parties.some((party) => party.staffId === staffId);
  }

  /** The only place where the status changes; every change leaves an event behind. */
  protected advance(action: CaseAction, act: Act, { change, note, data }: StepFacts = {}): NewEvent {
    const from = this.status;
    const to = caseWorkflow.statusAfter(action, from);
    this.set({ ...change, status: to });
    return this.event(action, act, { note, data }, to === from ? null : { from, to });
  }

  /** Changes facts; who may read is always computed along. */
  protected set(change: Partial<CaseRecord>): void {
    Object.assign(this, change);
    Object.assign(this, separateClock(this));
    Object.assign(this, { audience: audienceOf(this) });
  }

  protected event(
    action: CaseAction | 'open',
    act: Act,
    { note, data }: StepFacts,
    moved: { from: string | null; to: string } | null,
  ): NewEvent {
    const who = { actorId: act.by.staffId, actorName: act.by.name, role: act.role, at: act.at };
    const move = moved ?? { from: null, to: null };
    const facts = { ...this.identity(), ...data };
    return { subjectType: 'case', subjectId: this.id, action, ...who, ...move, note: note ?? null, data: facts };
  }

  /** What every event of a case tells, so that mails and lists need not look it up. */
  private identity(): Record<string, unknown> {
    const { ref, number, confidential, dueOn, round } = this;
    const title = confidential ? '' : this.title;
    const assisting = this.assisting.map(({ unitId }) => unitId);
    const lead = this.isSeparate ? this.leads.map(({ unitId }) => unitId) : this.leadUnitId;
    return { ref, number, title, confidential, unitIds: { lead, assisting }, dueOn, round };
  }
}
