import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../config/index.js';
import { Clock } from '../kernel/index.js';
import { AddressBook, type Addressee } from './address-book.js';
import { LetterWriter } from './letter.js';
import { displayName, isMailAddress, senderOf } from './mail-address.js';
import { MailChecks } from './mail-checks.js';
import { MailQueue } from './mail-queue.js';
import { type Mail } from './mail.entity.js';
import { isMailboxRefused, isRefused, reasonOf } from './refusal.js';
import { type Transport, transportFor } from './transport.js';

export interface DeliveryReport {
  sent: number;
  skipped: number;
  postponed: number;
}

type Outcome = keyof DeliveryReport;

const AUTOMATIC = { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' };
/** RFC 8058: the mail program may send the form of the address in List-Unsubscribe. */
const ONE_CLICK = { 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' };
const BATCH = 20;
const DAY_MS = 86_400_000;
const STALE_MS = 14 * DAY_MS;

/** Sends the mails that are owed: claimed, checked at the moment of sending, sent, settled. At least once, with a stable Message-ID. */
@Injectable()
export class MailDelivery implements OnApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private transport: Transport | null = null;
  private stopping = false;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly queue: MailQueue,
    private readonly addresses: AddressBook,
    private readonly checks: MailChecks,
    private readonly letters: LetterWriter,
  ) {}

  /** Sends everything that is due now. Several processes may do it together. */
  async deliverDue(): Promise<DeliveryReport> {
    const report: DeliveryReport = { sent: 0, skipped: 0, postponed: 0 };
    while (!this.stopping) {
      const mails = await this.queue.claim(BATCH);
      if (mails.length === 0) break;
      const people = await this.addresses.find(mails.map((mail) => mail.staffId));
      const outcomes = await Promise.all(mails.map((mail) => this.deliver(mail, people.get(mail.staffId))));
      for (const outcome of outcomes) report[outcome] += 1;
    }
    return report;
  }

  onApplicationShutdown(): void {
    this.stopping = true;
    this.transport?.close();
  }

  private async deliver(mail: Mail, person: Addressee | undefined): Promise<Outcome> {
    try {
      const obstacle = await this.obstacleTo(mail, person);
      if (obstacle) {
        await this.queue.skipped(mail, obstacle);
        return 'skipped';
      }
      await this.send(mail, person!);
    } catch (error) {
      return this.giveUpOrWait(mail, error);
    }
    await this.queue.sent(mail);
    return 'sent';
  }

  /** Why the mail is not owed any more, or null. */
  private async obstacleTo(mail: Mail, person: Addressee | undefined): Promise<string | null> {
    if (!person?.active) return 'the person has left';
    if (!person.mail) return 'no address';
    if (!isMailAddress(person.mail)) return 'not a mail address';
    if (this.clock.now().getTime() - mail.createdAt.getTime() > STALE_MS) return 'too old';
    if (!(await this.checks.isStillOwed(mail))) return 'done already';
    const groups = await this.checks.groupsOf(mail);
    if (groups?.length === 0) return 'nothing left to tell';
    if (groups) await this.queue.fill(mail, groups);
    return null;
  }

  private async send(mail: Mail, person: Addressee): Promise<void> {
    const { subject, text, html } = this.letters.write(mail, person);
    const oneClick = this.letters.unsubscribeOf(mail);
    this.transport ??= transportFor(this.settings);
    await this.transport.send({
      from: senderOf(this.settings.mailFrom, this.settings.schoolName),
      to: { name: displayName(person.name), address: person.mail! },
      subject,
      text,
      html,
      messageId: mail.messageId,
      date: this.clock.now(),
      headers: { ...AUTOMATIC, ...(oneClick && ONE_CLICK) },
      ...(!mail.mandatory && { list: { unsubscribe: { url: oneClick ?? this.letters.preferences } } }),
    });
  }

  private async giveUpOrWait(mail: Mail, error: unknown): Promise<Outcome> {
    const reason = reasonOf(error);
    this.logger.warn(`${mail.kind} ${mail.id}: ${reason}`);
    if (isMailboxRefused(error)) await this.addresses.markRefused(mail.staffId, this.clock.now());
    if (isRefused(error)) {
      await this.queue.failed(mail, reason);
      return 'skipped';
    }
    await this.queue.postponed(mail, reason);
    return 'postponed';
  }
}
