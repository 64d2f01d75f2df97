import { Entity } from 'typeorm';
import { type Act, type Actor, type NewEvent } from '../kernel/index.js';
import { keyWordsOf } from './writing/key-words.js';
import type { Circumstances } from './proposal-conditions.js';
import type { Entry, Place } from './writing/registration.js';
import { ProposalRecord } from './proposal-record.js';
import { type Beginning, isSameText, kept, type Origin, type ProposalText } from './writing/proposal-text.js';
import { proposalWorkflow } from './proposal-workflow.js';
import { NoAutosaveNow, TextChangedElsewhere } from './proposal.errors.js';
import { versionOf } from './writing/text-versions.js';

/** 提案: what one delegate wrote, alone or with others. */
@Entity('proposal')
export class Proposal extends ProposalRecord {
  static begin({ author, at, ...rest }: Beginning): Proposal {
    const proposal = Object.assign(new Proposal(), rest, { authorId: author.staffId, createdAt: at, savedAt: at });
    return proposal.withAudience();
  }

  /** Its first event. */
  begun(author: Actor): NewEvent {
    return this.eventOf('edit', { by: author, role: 'author', at: this.createdAt }, null, {});
  }

  /** Keeps the text; the event is null when nothing changed. Where signatures are given, a changed matter asks the signers again. */
  edit(text: ProposalText, origin: Origin, deed: Act): NewEvent | null {
    this.refuseOlder(origin);
    proposalWorkflow.statusAfter('edit', this.status);
    const isChanged = !isSameText(this, text);
    if (isChanged) this.write(text, origin, deed.at);
    const askedAgain = proposalWorkflow.isAvailable('second', this.status) ? this.askAgain() : [];
    return isChanged || askedAgain.length > 0 ? this.advance('edit', deed, { data: { askedAgain } }) : null;
  }

  /** The same without a deliberate act; while seconds are being collected every change is deliberate. */
  autosave(text: ProposalText, origin: Origin, at: Date): void {
    this.refuseOlder(origin);
    if (this.status !== 'draft' && this.status !== 'returned') throw new NoAutosaveNow();
    if (!isSameText(this, text)) this.write(text, origin, at);
  }

  startSeconding(deed: Act, circumstances: Circumstances): NewEvent {
    this.require('start_seconding', circumstances);
    const change = { waitsForSession: false };
    return this.advance('start_seconding', deed, { data: { askedAgain: this.askAgain() }, change });
  }

  /** Gets its serial number here, once and for ever. */
  submit(deed: Act, circumstances: Circumstances, entry: Entry & Partial<Place>): NewEvent {
    this.require('submit', circumstances);
    Object.assign(this, { ...entry, submittedAt: deed.at, submittedVersion: this.textVersion });
    return this.advance('submit', deed, { data: this.handedIn() });
  }

  resubmit(deed: Act, circumstances: Circumstances, reviewBy: string): NewEvent {
    this.require('resubmit', circumstances);
    Object.assign(this, { reviewBy, submittedVersion: this.textVersion, completeBy: null, unfinishedText: null });
    return this.advance('resubmit', deed, { data: this.handedIn() });
  }

  takeUp(deed: Act): NewEvent {
    Object.assign(this, { takenUpAt: deed.at });
    return this.advance('take_up', deed);
  }

  decide(action: 'file' | 'convert', deed: Act, note: string): NewEvent {
    Object.assign(this, { decidedAt: deed.at, decisionNote: note, declineCode: null });
    return this.advance(action, deed, { note });
  }

  decline(deed: Act, code: string, note: string): NewEvent {
    Object.assign(this, { decidedAt: deed.at, decisionNote: note, declineCode: code });
    return this.advance('decline', deed, { note, data: { code } });
  }

  withdraw(action: 'withdraw' | 'discard', deed: Act, note: string): NewEvent {
    Object.assign(this, { withdrawNote: note });
    return this.advance(action, deed, { note });
  }

  private refuseOlder({ page, version }: Origin): void {
    if (version < this.version && page !== this.savedByPage) throw new TextChangedElsewhere();
  }

  private write(text: ProposalText, { page }: Origin, at: Date): void {
    const textVersion = versionOf(text, this);
    const { wishes, ...written } = text;
    const secrecy = wishes ? kept(wishes, this) : {};
    Object.assign(this, written, secrecy, { keyWords: keyWordsOf(text.title), savedAt: at, savedByPage: page });
    Object.assign(this, { confidential: this.confidentiality === 'asked' || this.confidentiality === 'granted' });
    Object.assign(this, { version: this.version + 1, textVersion });
  }

  /** Who signed another text and has not been asked about the present one. */
  private askAgain(): string[] {
    const asked = this.askedVersion === this.textVersion ? [] : this.outdatedSigners;
    Object.assign(this, { askedVersion: this.textVersion });
    return asked;
  }
}
