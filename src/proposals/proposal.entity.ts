import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Actor, type Audience, ConditionsMissing, type Message, type NewEvent } from '../kernel/index.js';
import { fingerprint } from '../ledger/index.js';
import type { Category } from '../handling/index.js';
import type { Deed, More } from './deed.js';
import type { JointProposer } from './joint-proposer.entity.js';
import { keyWordsOf } from './key-words.js';
import { audienceOf } from './proposal-audience.js';
import { type Circumstances, missingFor } from './proposal-conditions.js';
import { factsOf } from './proposal-facts.js';
import type { ProposalSecond } from './proposal-second.entity.js';
import { type Beginning, isSameMatter, isSameText, type Origin, type ProposalText } from './proposal-text.js';
import { type ProposalAction, type ProposalStatus, proposalWorkflow } from './proposal-workflow.js';
import { NoAutosaveNow, TextChangedElsewhere } from './proposal.errors.js';

/** 提案: what one delegate wrote, alone or with others. */
@Entity('proposal')
export class Proposal {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text', { nullable: true }) readonly serial: string | null = null;
  @Column('uuid') readonly sessionId!: string;
  @Column('uuid') readonly congressId!: string;
  @Column('uuid') readonly congressUnitId!: string;
  @Column('uuid') readonly authorId!: string;
  @Column('uuid', { nullable: true }) readonly delegationId!: string | null;
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
  @Column('int') readonly textVersion: number = 1;
  @Column('int') readonly version: number = 0;
  @Column('uuid', { nullable: true }) readonly savedByPage: string | null = null;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz') readonly savedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly submittedAt: Date | null = null;
  @Column('date', { nullable: true }) readonly reviewBy: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly takenUpAt: Date | null = null;
  @Column('text', { nullable: true }) readonly returnNote: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly decidedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly decisionNote: string | null = null;
  @Column('text', { nullable: true }) readonly declineCode: string | null = null;
  @Column('text', { nullable: true }) readonly withdrawNote: string | null = null;
  @Column('text', { array: true }) readonly audience: Audience = [];

  /** Loaded by the repository together with the proposal. */
  seconds: ProposalSecond[] = [];
  joints: JointProposer[] = [];

  static begin({ author, at, ...rest }: Beginning): Proposal {
    const proposal = Object.assign(new Proposal(), rest, { authorId: author.staffId, createdAt: at, savedAt: at });
    return proposal.withAudience();
  }

  /** Its first event. */
  begun(author: Actor): NewEvent {
    return this.eventOf('edit', { by: author, role: 'author', at: this.createdAt }, null, {});
  }

  /** What stands in its address: the serial number once it has one. */
  get ref(): string {
    return this.serial ?? this.id;
  }

  /** Seconders who signed the text as it stands. */
  get secondCount(): number {
    return this.seconds.filter((second) => second.countsFor(this.textVersion)).length;
  }

  secondOf(staffId: string | null): ProposalSecond | undefined {
    return this.seconds.find((second) => second.staffId === staffId);
  }

  jointOf(staffId: string | null): JointProposer | undefined {
    return this.joints.find((joint) => joint.staffId === staffId);
  }

  /** Author or joint proposer. */
  isProposer(staffId: string | null): boolean {
    return staffId !== null && (staffId === this.authorId || this.jointOf(staffId)?.hasJoined === true);
  }

  missing(action: ProposalAction, circumstances: Circumstances): Message[] {
    return missingFor(action, this, circumstances);
  }

  /** Keeps the text; the event is null when nothing changed. A changed matter asks the seconders again. */
  edit(text: ProposalText, origin: Origin, deed: Deed): NewEvent | null {
    this.refuseOlder(origin);
    proposalWorkflow.statusAfter('edit', this.status);
    if (isSameText(this, text)) return null;
    const asks = this.status === 'seconding' && !isSameMatter(this, text) && this.secondCount > 0;
    this.write(text, origin, deed.at, asks);
    return this.advance('edit', deed, { data: { askedAgain: asks ? this.signers() : [] } });
  }

  /** The same without a deliberate act: only where no signature depends on the text. */
  autosave(text: ProposalText, origin: Origin, at: Date): void {
    this.refuseOlder(origin);
    if (this.status !== 'draft' && this.status !== 'returned') throw new NoAutosaveNow();
    if (!isSameText(this, text)) this.write(text, origin, at, false);
  }

  startSeconding(deed: Deed, circumstances: Circumstances): NewEvent {
    this.require('start_seconding', circumstances);
    return this.advance('start_seconding', deed);
  }

  /** Gets its serial number here, once and for ever. */
  submit(deed: Deed, circumstances: Circumstances, serial: string, reviewBy: string): NewEvent {
    this.require('submit', circumstances);
    Object.assign(this, { serial, submittedAt: deed.at, reviewBy });
    return this.advance('submit', deed, { data: { fingerprint: this.fingerprint(), secondCount: this.secondCount } });
  }

  resubmit(deed: Deed, circumstances: Circumstances, reviewBy: string): NewEvent {
    this.require('resubmit', circumstances);
    Object.assign(this, { reviewBy });
    return this.advance('resubmit', deed, { data: { fingerprint: this.fingerprint() } });
  }

  takeUp(deed: Deed): NewEvent {
    Object.assign(this, { takenUpAt: deed.at });
    return this.advance('take_up', deed);
  }

  returnForCompletion(deed: Deed, note: string): NewEvent {
    Object.assign(this, { returnNote: note });
    return this.advance('return_for_completion', deed, { note });
  }

  decide(action: 'file' | 'convert', deed: Deed, note: string): NewEvent {
    Object.assign(this, { decidedAt: deed.at, decisionNote: note });
    return this.advance(action, deed, { note });
  }

  decline(deed: Deed, code: string, note: string): NewEvent {
    Object.assign(this, { decidedAt: deed.at, decisionNote: note, declineCode: code });
    return this.advance('decline', deed, { note, data: { code } });
  }

  withdraw(action: 'withdraw' | 'discard', deed: Deed, note: string): NewEvent {
    Object.assign(this, { withdrawNote: note });
    return this.advance(action, deed, { note });
  }

  /** A step of the people around it (invited, signed, joined …): see SecondingSteps and JointSteps. */
  record(action: ProposalAction, deed: Deed, data: Record<string, unknown>, note = ''): NewEvent {
    return this.advance(action, deed, { data, note });
  }

  private refuseOlder({ page, version }: Origin): void {
    if (version < this.version && page !== this.savedByPage) throw new TextChangedElsewhere();
  }

  private write(text: ProposalText, { page }: Origin, at: Date, asksAgain: boolean): void {
    Object.assign(this, text, { keyWords: keyWordsOf(text.title), savedAt: at, savedByPage: page });
    Object.assign(this, { version: this.version + 1, textVersion: this.textVersion + (asksAgain ? 1 : 0) });
  }

  private signers(): string[] {
    return this.seconds.filter(({ status }) => status === 'seconded').map(({ staffId }) => staffId);
  }

  private fingerprint(): string {
    return fingerprint([this.title, this.reason, this.measures].join('\n'));
  }

  private require(action: ProposalAction, circumstances: Circumstances): void {
    proposalWorkflow.statusAfter(action, this.status);
    const missing = this.missing(action, circumstances);
    if (missing.length > 0) throw new ConditionsMissing(action, missing);
  }

  /** The only place where the status changes; every change leaves an event behind. */
  private advance(action: ProposalAction, deed: Deed, more: More = {}): NewEvent {
    const from = this.status;
    const to = proposalWorkflow.statusAfter(action, from);
    Object.assign(this, { status: to });
    this.withAudience();
    return this.eventOf(action, deed, from, more);
  }

  private eventOf(action: ProposalAction, { by, role, at }: Deed, from: ProposalStatus | null, more: More): NewEvent {
    const subject = { subjectType: 'proposal', subjectId: this.id, action, actorId: by.staffId, actorName: by.name };
    const data = { ...factsOf(this), ...more.data };
    return { ...subject, role, at, from, to: this.status, note: more.note || null, data };
  }

  private withAudience(): this {
    return Object.assign(this, { audience: audienceOf(this) });
  }
}
