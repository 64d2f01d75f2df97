import { Entity } from 'typeorm';
import { type Actor, type NewEvent } from '../kernel/index.js';
import type { Deed } from './deed.js';
import { keyWordsOf } from './key-words.js';
import type { Circumstances } from './proposal-conditions.js';
import { ProposalRecord } from './proposal-record.js';
import { type Beginning, isSameMatter, isSameText, type Origin, type ProposalText } from './proposal-text.js';
import { proposalWorkflow } from './proposal-workflow.js';
import { NoAutosaveNow, TextChangedElsewhere } from './proposal.errors.js';

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
}
