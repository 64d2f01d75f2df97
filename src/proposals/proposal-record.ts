import { Column, PrimaryColumn } from 'typeorm';
import { type Act, type Audience, ConditionsMissing, type Message, type NewEvent } from '../kernel/index.js';
import { fingerprint } from '../ledger/index.js';
import type { Category } from '../handling/index.js';
import type { Change, More } from './step-change.js';
import type { JointProposer } from './signing/joint-proposer.entity.js';
import { audienceOf } from './proposal-audience.js';
import type { Confidentiality } from './secrecy/confidentiality.js';
import type { HandedInAs } from './late/handed-in-as.js';
import { type Circumstances, missingFor } from './proposal-conditions.js';
import { factsOf } from './proposal-facts.js';
import type { ProposalKind } from './proposal-kind.js';
import type { ProposalSecond } from './signing/proposal-second.entity.js';
import { SignedText } from './signing/signed-text.entity.js';
import type { ProposalText } from './writing/proposal-text.js';
import { type ProposalAction, type ProposalStatus, proposalWorkflow } from './proposal-workflow.js';

/** What is known of a proposal, and the one place where its status changes. Its steps are in `Proposal` and in the files named `…-steps`. */
export abstract class ProposalRecord {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text', { nullable: true }) readonly serial: string | null = null;
  @Column('uuid') readonly sessionId!: string;
  @Column('uuid') readonly congressId!: string;
  @Column('uuid') readonly congressUnitId!: string;
  @Column('uuid') readonly authorId!: string;
  @Column('uuid', { nullable: true }) readonly speakerId: string | null = null;
  @Column('uuid', { nullable: true }) readonly authorUnitId: string | null = null;
  @Column('uuid', { nullable: true }) readonly delegationId!: string | null;
  @Column('text') readonly kind: ProposalKind = 'individual';
  /** The proposal of a congress below that this one goes on with. */
  @Column('uuid', { nullable: true }) readonly passedFrom: string | null = null;
  @Column('text') readonly status: ProposalStatus = 'draft';
  @Column('text') readonly title: string = '';
  @Column('text', { array: true }) readonly keyWords: string[] = [];
  @Column('text', { nullable: true }) readonly category: Category | null = null;
  @Column('text') readonly reason: string = '';
  @Column('text') readonly measures: string = '';
  @Column('uuid', { nullable: true }) readonly wishedUnitId: string | null = null;
  @Column('boolean') readonly publishable: boolean = true;
  @Column('text') readonly publishRefusal: string = '';
  @Column('boolean') readonly confidential: boolean = false;
  @Column('text') readonly confidentiality: Confidentiality = 'none';
  @Column('text') readonly confidentialityReason: string = '';
  @Column('text') readonly confidentialityAnswer: string = '';
  @Column('boolean') readonly nameHidden: boolean = false;
  @Column('text') readonly handedInAs: HandedInAs = 'proposal';
  @Column('boolean') readonly waitsForSession: boolean = false;
  @Column('date', { nullable: true }) readonly receivedOn: string | null = null;
  @Column('uuid', { nullable: true }) readonly enteredBy: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly enteredAt: Date | null = null;
  @Column('text') readonly entryNote: string = '';
  @Column('text', { nullable: true }) readonly objection: string | null = null;
  @Column('int') readonly textVersion: number = 1;
  @Column('int') readonly askedVersion: number = 1;
  @Column('int', { nullable: true }) readonly submittedVersion: number | null = null;
  @Column('int') readonly version: number = 0;
  @Column('uuid', { nullable: true }) readonly savedByPage: string | null = null;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz') readonly savedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly checkRequestedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly checkNote: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly submittedAt: Date | null = null;
  @Column('date', { nullable: true }) readonly reviewBy: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly takenUpAt: Date | null = null;
  @Column('text', { nullable: true }) readonly returnNote: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly decidedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly decisionNote: string | null = null;
  @Column('text', { nullable: true }) readonly declineCode: string | null = null;
  /** Until when the author completes what was returned; the text as it was then, and what the author had not handed in. */
  @Column('date', { nullable: true }) readonly completeBy: string | null = null;
  @Column('jsonb', { nullable: true }) readonly returnedText: ProposalText | null = null;
  @Column('jsonb', { nullable: true }) readonly unfinishedText: ProposalText | null = null;
  /** Until when the proposers may ask for a second look; absent where that is not open. */
  @Column('date', { nullable: true }) readonly secondLookBy: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly secondLookAt: Date | null = null;
  @Column('text', { nullable: true }) readonly secondLookReason: string | null = null;
  @Column('text', { nullable: true }) readonly withdrawNote: string | null = null;
  @Column('text', { array: true }) readonly audience: Audience = [];

  /** Loaded by the repository together with the proposal. */
  seconds: ProposalSecond[] = [];
  joints: JointProposer[] = [];
  /** Loaded for a step only. */
  signedTexts: SignedText[] = [];
  /** Who around it sits in the congress today. Null: nobody asked. */
  seated: ReadonlySet<string> | null = null;

  /** What stands in its address: the serial number once it has one. */
  get ref(): string {
    return this.serial ?? this.id;
  }

  /** Seconders who signed the text as it stands and could sign it today; what was good when it was handed in stays good. */
  get secondCount(): number {
    return this.seconds.filter((second) => second.countsFor(this.textVersion) && this.isStanding(second.staffId))
      .length;
  }

  /** Recorded as present, besides the author; for a collective proposal. */
  get presentMembers(): ProposalSecond[] {
    return this.seconds.filter(({ status, staffId }) => status !== 'cancelled' && this.isStanding(staffId));
  }

  isStanding(staffId: string): boolean {
    return this.submittedVersion === this.textVersion || this.isSeated(staffId);
  }

  /** Sits in the congress today; around a collective proposal: in its delegation. */
  isSeated(staffId: string): boolean {
    return this.seated === null || this.seated.has(staffId);
  }

  secondOf(staffId: string | null): ProposalSecond | undefined {
    return this.seconds.find((second) => second.staffId === staffId);
  }

  jointOf(staffId: string | null): JointProposer | undefined {
    return this.joints.find((joint) => joint.staffId === staffId);
  }

  /** The author; after the author has left, whoever took over. */
  get spokenBy(): string {
    return this.speakerId ?? this.authorId;
  }

  /** Author or joint proposer. */
  isProposer(staffId: string | null): boolean {
    return staffId !== null && (staffId === this.authorId || this.jointOf(staffId)?.hasJoined === true);
  }

  /** Signed an earlier text, and not the present one. */
  get outdatedSigners(): string[] {
    return this.seconds
      .filter((second) => second.status === 'seconded' && second.isWanted(this.textVersion))
      .map(({ staffId }) => staffId);
  }

  missing(action: ProposalAction, circumstances: Circumstances): Message[] {
    return missingFor(action, this, circumstances);
  }

  /** A step of the people around it (invited, signed, joined …): see the files named `…-steps`. */
  record(action: ProposalAction, deed: Act, data: Record<string, unknown>, note = '', change: Change = {}): NewEvent {
    return this.advance(action, deed, { data, note, change });
  }

  /** Keeps the present text as one that was signed. */
  keepSignedText(at: Date): void {
    const isKept = this.signedTexts.some(({ version }) => version === this.textVersion);
    if (!isKept) this.signedTexts.push(SignedText.of(this, at));
  }

  /** Stands for the matter as it is now; the page of a seconder sends it back. */
  get matterMark(): string {
    return fingerprint([this.reason, this.measures].join('\n'));
  }

  /** What is proven of the text when it is handed in. */
  handedIn(): { fingerprint: string; secondCount: number } {
    return { fingerprint: this.fingerprint(), secondCount: this.secondCount };
  }

  /** Of the matter with its title, as the committee reads it. */
  fingerprint(): string {
    return fingerprint([this.title, this.reason, this.measures].join('\n'));
  }

  require(action: ProposalAction, circumstances: Circumstances): void {
    proposalWorkflow.statusAfter(action, this.status);
    const missing = this.missing(action, circumstances);
    if (missing.length > 0) throw new ConditionsMissing(action, missing);
  }

  /** The only place where the status changes; every change leaves an event behind. */
  protected advance(action: ProposalAction, deed: Act, more: More = {}): NewEvent {
    const from = this.status;
    const to = proposalWorkflow.statusAfter(action, from);
    Object.assign(this, { ...more.change, status: to });
    this.withAudience();
    return this.eventOf(action, deed, from, more);
  }

  protected eventOf(action: ProposalAction, { by, role, at }: Act, from: ProposalStatus | null, more: More): NewEvent {
    const subject = { subjectType: 'proposal', subjectId: this.id, action, actorId: by.staffId, actorName: by.name };
    const data = { ...factsOf(this), ...more.data };
    return { ...subject, role, at, from, to: this.status, note: more.note || null, data };
  }

  private kindNow(): ProposalKind {
    if (this.kind === 'collective') return 'collective';
    return this.joints.some((joint) => joint.hasJoined) ? 'joint' : 'individual';
  }

  protected withAudience(): this {
    return Object.assign(this, { kind: this.kindNow(), audience: audienceOf(this) });
  }
}
