import { Injectable } from '@nestjs/common';
import { Settings } from '../config/index.js';
import { Jobs } from '../jobs/index.js';
import { Clock, type Message, newId, type Transaction } from '../kernel/index.js';
import type { LetterModel } from './mail.entity.js';

export interface NewMail {
  readonly staffId: string;
  readonly kind: string;
  /** The ledger event, or the cycle event of a reminder: one mail per person, kind and event. */
  readonly eventId: string;
  readonly subject: Message;
  /** Below views/; `mails/notification` without it. */
  readonly template?: string;
  readonly model: LetterModel;
  /** A path of this site, or an address. */
  readonly link: string | null;
  /** About an own proposal or an own duty: it cannot be switched off. */
  readonly mandatory?: boolean;
  /** The link opens an account: it is forgotten once the mail is out. */
  readonly secret?: boolean;
}

const INSERT = `
  insert into mail (id, staff_id, kind, event_id, subject, template, model, link, mandatory, created_at, next_attempt_at, message_id, secret)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12) on conflict on constraint mail_is_owed_once do nothing returning id`;

/** Mails to send: written in the transaction of what caused them, sent later. */
@Injectable()
export class Outbox {
  static readonly QUEUE = 'mail';
  private readonly woken = new WeakSet<Transaction>();

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Owes the mail; answers false when it was owed before. */
  async enqueue(tx: Transaction, mail: NewMail): Promise<boolean> {
    const id = newId();
    const rows = (await tx.query(INSERT, [
      id,
      mail.staffId,
      mail.kind,
      mail.eventId,
      JSON.stringify(mail.subject),
      mail.template ?? 'mails/notification',
      JSON.stringify(mail.model),
      mail.link,
      mail.mandatory ?? true,
      this.clock.now(),
      `<${id}@${new URL(this.settings.baseUrl).hostname}>`,
      mail.secret ?? false,
    ])) as unknown[];
    if (rows.length === 0) return false;
    await this.wakeDelivery(tx);
    return true;
  }

  /** Once a transaction, however many mails it owes. */
  private async wakeDelivery(tx: Transaction): Promise<void> {
    if (this.woken.has(tx)) return;
    this.woken.add(tx);
    await this.jobs.enqueue(tx, Outbox.QUEUE, {});
  }
}
