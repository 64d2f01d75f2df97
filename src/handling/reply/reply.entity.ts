import { Column, Entity, PrimaryColumn } from 'typeorm';
import { fingerprint } from '../../ledger/index.js';
import { type Act, type Actor, type Message, newId } from '../../kernel/index.js';
import type { OutcomeClass } from '../case/case-values.js';
import type { Assignment } from '../duty/assignment.entity.js';
import type { CaseReaders } from '../case/case-audience.js';
import { draftReaders, replyReaders } from './reply-audience.js';
import { EMPTY_CONTENT, missingIn, NEW_REPLY, type ReplyContent, withoutIdlePromise } from './reply-content.js';
import { RETURNING, SIGNING, SIGNING_FINALLY, WAITS_FOR } from './signature-steps.js';
import { ReplySignature, type SignaturePart, type SigningAct } from './reply-signature.entity.js';
import { type ReplyAction, type ReplyStatus, replyWorkflow } from './reply-workflow.js';
import { ReplyChangedMeanwhile, SignedAlready } from './reply.errors.js';

/** Number and sender as the letter prints them, whatever the unit is called later. */
export interface Letterhead {
  readonly number: string;
  readonly unitName: string;
}

/** 答复: what a leading unit answers in one round of a case. Frozen with its last signature. */
@Entity('reply')
export class Reply implements ReplyContent {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('uuid') readonly assignmentId!: string;
  @Column('int') readonly round!: number;
  @Column('text') readonly status!: ReplyStatus;
  /** Which fair copy it is: one more each time it comes back to be corrected. */
  @Column('int') readonly version!: number;
  @Column('text') readonly text!: string;
  @Column('text', { nullable: true }) readonly outcomeClass!: OutcomeClass | null;
  @Column('text', { nullable: true }) readonly promise!: string | null;
  @Column('date', { nullable: true }) readonly promisedOn!: string | null;
  @Column('text', { nullable: true }) readonly responsible!: string | null;
  @Column('text', { nullable: true }) readonly number!: string | null;
  /** The unit as it was called at the last signature. */
  @Column('text', { nullable: true }) readonly unitName!: string | null;
  /** Whoever wrote on it last. */
  @Column('uuid') readonly draftedBy!: string;
  @Column('timestamptz') readonly updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly signedAt!: Date | null;
  @Column('text', { name: 'fingerprint', nullable: true }) readonly seal!: string | null;
  @Column('text', { nullable: true }) readonly returnComment!: string | null;
  /** The issued reply that this one amends, and why; null for a reply of its own. */
  @Column('uuid', { nullable: true }) readonly amendsId!: string | null;
  @Column('text', { nullable: true }) readonly amendmentReason!: string | null;
  @Column('text', { array: true }) readonly audience!: string[];

  static begin(record: CaseReaders & { id: string; round: number }, { id, unitId }: Assignment, act: Act): Reply {
    const place = { id: newId(), caseId: record.id, assignmentId: id, round: record.round };
    const draft = { ...place, ...NEW_REPLY, ...EMPTY_CONTENT, draftedBy: act.by.staffId, updatedAt: act.at };
    return Object.assign(new Reply(), draft, { audience: draftReaders(record, unitId, 'draft') });
  }

  /** 补充更正: begins with the outcome that stands, and an empty text. */
  static amend(
    amended: Reply,
    standing: ReplyContent,
    record: CaseReaders & { id: string; round: number },
    duty: Assignment,
    act: Act,
  ): Reply {
    const { outcomeClass, promise, promisedOn, responsible } = standing;
    const outcome = { outcomeClass, promise, promisedOn, responsible };
    const place = { round: amended.round, amendsId: amended.id, amendmentReason: '' };
    return Object.assign(Reply.begin(record, duty, act), outcome, place);
  }

  get content(): ReplyContent {
    const { text, outcomeClass, promise, promisedOn, responsible } = this;
    return { text, outcomeClass, promise, promisedOn, responsible };
  }

  get waitsFor(): SignaturePart | null {
    return WAITS_FOR[this.status];
  }

  get isSigned(): boolean {
    return this.status === 'signed';
  }

  get isPublished(): boolean {
    return this.audience.includes('public');
  }

  /** The hash of everything the letter says; in the ledger it proves the letter. */
  get contentHash(): string {
    const { number, text, outcomeClass, promise, promisedOn, responsible, amendsId, amendmentReason } = this;
    const amendment = amendsId === null ? [] : [amendsId, amendmentReason];
    return fingerprint(JSON.stringify([number, outcomeClass, text, promise, promisedOn, responsible, ...amendment]));
  }

  /** Whether this is, word for word, what it says. */
  says(content: ReplyContent): boolean {
    return JSON.stringify(this.content) === JSON.stringify(withoutIdlePromise(content));
  }

  /** Whether this person has signed the present version. */
  isSignedBy(person: Actor, signatures: readonly ReplySignature[]): boolean {
    return signatures.some(
      (one) => one.replyId === this.id && one.version === this.version && person.isPerson(one.staffId),
    );
  }

  /** What was read must still be what lies on the desk. */
  requireVersion(version: number): void {
    if (version !== this.version) throw new ReplyChangedMeanwhile();
  }

  /** Writes on the draft; `seenAt` is when the writer last saw it, so that nobody's words are overwritten unseen. */
  revise(content: ReplyContent, seenAt: Date | null, act: Act): void {
    replyWorkflow.statusAfter('revise', this.status);
    const isOthers = !act.by.isPerson(this.draftedBy);
    if (isOthers && seenAt !== null && this.updatedAt > seenAt) throw new ReplyChangedMeanwhile(this);
    this.set({ ...content, draftedBy: act.by.staffId!, updatedAt: act.at });
  }

  because(reason: string): void {
    this.set({ amendmentReason: reason });
  }

  missing(today: string): Message[] {
    return Object.values(missingIn(this, today));
  }

  submit(record: CaseReaders): void {
    this.advance('submit', record, { ...withoutIdlePromise(this.content), returnComment: null });
  }

  recall(record: CaseReaders): void {
    this.advance('recall', record, { version: this.version + 1 });
  }

  sendBack(part: SignaturePart, returnComment: string, record: CaseReaders): void {
    this.advance(RETURNING[part], record, { returnComment, version: this.version + 1 });
  }

  /** A signature that is not the last. */
  sign(
    part: SignaturePart,
    signatures: readonly ReplySignature[],
    record: CaseReaders,
    act: SigningAct,
  ): ReplySignature {
    const signature = this.signature(part, signatures, act);
    this.advance(SIGNING[part], record);
    return signature;
  }

  /** The last signature: the reply gets its number, its seal and its readers. */
  signFinally(
    part: SignaturePart,
    signatures: readonly ReplySignature[],
    letterhead: Letterhead,
    record: CaseReaders,
    act: SigningAct,
  ): ReplySignature {
    const signature = this.signature(part, signatures, act);
    this.set({ ...letterhead, signedAt: act.at });
    this.advance(SIGNING_FINALLY[part], record, { seal: this.contentHash });
    return signature;
  }

  publish(record: CaseReaders): void {
    this.set({ audience: [...replyReaders(record, true)] });
  }

  /** The units of the case have changed: who may read it follows. A paper of a unit that left stays with that unit, unread by the next one. */
  followUnits(record: CaseReaders): void {
    if (this.isSigned) this.set({ audience: [...replyReaders(record, this.isPublished)] });
    else this.set({ audience: [...draftReaders(record, this.dutyIn(record).unitId, this.status)] });
  }

  private signature(part: SignaturePart, signatures: readonly ReplySignature[], act: SigningAct): ReplySignature {
    const action = SIGNING[part];
    replyWorkflow.statusAfter(action, this.status);
    if (this.isSignedBy(act.by, signatures)) throw new SignedAlready();
    return ReplySignature.under(this, part, act);
  }

  /** The only place where the status changes; who may read follows it. */
  private advance(action: ReplyAction, record: CaseReaders, change: Partial<Reply> = {}): void {
    const status = replyWorkflow.statusAfter(action, this.status);
    const audience =
      status === 'signed' ? replyReaders(record, false) : draftReaders(record, this.dutyIn(record).unitId, status);
    this.set({ ...change, status, audience: [...audience] });
  }

  private dutyIn({ assignments }: CaseReaders): Assignment {
    return assignments.find(({ id }) => id === this.assignmentId)!;
  }

  private set(change: Partial<Reply>): void {
    Object.assign(this, change);
  }
}
