import { isDeepStrictEqual } from 'node:util';
import { Entity } from 'typeorm';
import { beijingDate } from '../calendar/index.js';
import {
  type Act,
  type Actor,
  type Audience,
  ConditionsMissing,
  mayRead,
  type Message,
  type NewEvent,
} from '../kernel/index.js';
import { fingerprint } from '../ledger/index.js';
import { audienceOf, workersOn } from './notice-audience.js';
import { NoticeChangedMeanwhile } from './notice.errors.js';
import { missingIn } from './notice-conditions.js';
import { NoticeRecord } from './notice-record.js';
import type { NoticeText } from './notice-text.js';
import { KNOWN_STATUSES, type NoticeAction, type NoticeStatus, noticeWorkflow } from './notice-workflow.js';

/** What publishing gives to a notice: its number, and the fingerprints of its files for its own. */
export interface Publication {
  readonly indexNumber: string;
  readonly fileFingerprints: readonly string[];
}

interface Change {
  readonly change?: Partial<NoticeRecord>;
  readonly note?: string;
  readonly data?: Record<string, unknown>;
}

/** Whose turn it is; a fresh draft waits for nobody, one that was returned or handed over for its unit's publishers. */
const TURN: Partial<Record<NoticeStatus, (unitId: string) => Audience>> = {
  at_head: (unitId) => [`unit_head:${unitId}`],
  at_secrecy: (unitId) => [`secrecy_reviewer:${unitId}`],
  at_office: (unitId) => [`disclosure_office:${unitId}`],
};

/** 公开内容: one text that the school publishes, from its draft to its end. */
@Entity('notice')
export class Notice extends NoticeRecord {
  static draft(
    id: string,
    text: NoticeText,
    act: Act,
    origin: Partial<Pick<NoticeRecord, 'replacesId' | 'caseId' | 'awardSessionId' | 'congressId'>> = {},
  ): { notice: Notice; event: NewEvent } {
    const notice = new Notice();
    const empty = { indexNumber: null, returnReason: null, secrecyNote: null, withdrawReason: null, publishedOn: null };
    const none = {
      replacesId: null,
      caseId: null,
      awardSessionId: null,
      congressId: null,
      publishedAt: null,
      fingerprint: null,
    };
    const writer = act.by.staffId!;
    const start = { id, status: 'draft' as const, draftedBy: writer, editedBy: writer, createdAt: act.at };
    notice.set({ ...empty, ...none, ...origin, ...text, ...start, updatedAt: act.at });
    const data = notice.replacesId ? { replacesId: notice.replacesId } : {};
    const action = notice.awardSessionId ? 'hand_over' : 'draft';
    return { notice, event: notice.event(action, act, { data }, { from: null, to: 'draft' }) };
  }

  /** `seenAt` is when the writer last saw it, so that nobody's words are overwritten unseen. Null when nothing is changed by it. */
  edit(text: NoticeText, act: Act, seenAt: Date | null = null): NewEvent | null {
    const isOthers = this.editedBy !== null && !act.by.isPerson(this.editedBy);
    if (isOthers && seenAt !== null && this.updatedAt > seenAt) throw new NoticeChangedMeanwhile();
    noticeWorkflow.statusAfter('edit', this.status);
    if (isDeepStrictEqual(text, this.text)) return null;
    return this.advance('edit', act, { change: { ...text, editedBy: act.by.staffId } });
  }

  submit(act: Act): NewEvent {
    this.demand('submit');
    return this.advance('submit', act, { change: { returnReason: null } });
  }

  /** Any step that only moves it on: approve, clear, discard, recall. */
  pass(action: 'approve' | 'clear' | 'discard' | 'recall', act: Act): NewEvent {
    return this.advance(action, act, { change: { secrecyNote: null } });
  }

  /** Back to the draft, with the reason on top of it. */
  sendBack(action: 'return_by_head' | 'block' | 'return_by_office', reason: string, act: Act): NewEvent {
    return this.advance(action, act, { change: { returnReason: reason, secrecyNote: null }, note: reason });
  }

  /** The reviewer asks somebody who knows; it waits meanwhile. */
  doubt(note: string, act: Act): NewEvent {
    return this.advance('doubt', act, { change: { secrecyNote: note }, note });
  }

  publish(action: 'publish' | 'post_result', publication: Publication, act: Act): NewEvent {
    this.demand(action);
    const text = [this.title, this.body, ...publication.fileFingerprints].join('\n');
    const [proof, publishedOn] = [fingerprint(text), beijingDate(act.at)];
    const { indexNumber } = publication;
    return this.advance(action, act, {
      change: { indexNumber, publishedAt: act.at, publishedOn, fingerprint: proof },
      data: { fingerprint: proof },
    });
  }

  withdraw(reason: string, act: Act): NewEvent {
    return this.advance('withdraw', act, { change: { withdrawReason: reason, withdrawnAt: act.at }, note: reason });
  }

  /** A newer version has been published. */
  supersede(successor: Notice, act: Act): NewEvent {
    return this.advance('supersede', act, { data: { successorRef: successor.ref } });
  }

  /** A new version is begun; this one stays as it is until that one is published. */
  revise(revisionId: string, act: Act): NewEvent {
    return this.advance('revise', act, { data: { revisionId } });
  }

  /** What must be there before the step. */
  missing(action: NoticeAction): Message[] {
    return ['submit', 'publish', 'post_result'].includes(action) ? missingIn(this) : [];
  }

  get isKnown(): boolean {
    return KNOWN_STATUSES.includes(this.status);
  }

  /** A draft that somebody else made for the publishers of its unit, and that has not come back to them. */
  get isHandedOver(): boolean {
    return this.status === 'draft' && this.awardSessionId !== null && this.returnReason === null;
  }

  isExpired(today: string): boolean {
    return this.validUntil !== null && this.validUntil < today;
  }

  /** Withdrawn for everybody but those who work on it. */
  isGoneFor(actor: Actor): boolean {
    return this.status === 'withdrawn' && !mayRead(workersOn(this), actor);
  }

  private demand(action: NoticeAction): void {
    noticeWorkflow.statusAfter(action, this.status);
    const missing = this.missing(action);
    if (missing.length > 0) throw new ConditionsMissing(action, missing);
  }

  /** The only place where the status changes; every change leaves an event behind. */
  private advance(action: NoticeAction, act: Act, { change, ...more }: Change = {}): NewEvent {
    const from = this.status;
    const status = noticeWorkflow.statusAfter(action, from);
    this.set({ ...change, status, updatedAt: act.at });
    return this.event(action, act, more, { from, to: status });
  }

  private set(change: Partial<NoticeRecord>): void {
    Object.assign(this, change);
    const isReturned = this.status === 'draft' && this.returnReason !== null;
    const waitsFor =
      isReturned || this.isHandedOver ? [`publisher:${this.unitId}`] : (TURN[this.status]?.(this.unitId) ?? []);
    Object.assign(this, { audience: audienceOf(this), waitsFor });
  }

  private event(
    action: string,
    { by, role, at }: Act,
    { note, data }: Change,
    move: { from: string | null; to: string },
  ): NewEvent {
    const { id, ref, title, unitId, category, draftedBy: drafterId, audienceKind } = this;
    const { caseId, awardSessionId } = this;
    const facts = { ref, title, unitId, category, drafterId, audienceKind, caseId, awardSessionId, ...data };
    const who = { actorId: by.staffId, actorName: by.name, role, at };
    return { subjectType: 'notice', subjectId: id, action, ...who, ...move, note: note ?? null, data: facts };
  }
}
