import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountMails, type LinkLetter } from '../identity/index.js';
import { msg, newId, type Transaction } from '../kernel/index.js';
import { AddressBook, Outbox } from '../mail/index.js';
import { dateAndTime } from '../web/index.js';

/** Writes the mails by which people set a password. */
@Injectable()
export class AccountLetters implements OnModuleInit {
  constructor(
    private readonly accountMails: AccountMails,
    private readonly addresses: AddressBook,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.accountMails.use(this);
  }

  async link(tx: Transaction, { staffId, purpose, url, expiresAt }: LinkLetter): Promise<void> {
    const locale = (await this.addresses.find([staffId], tx)).get(staffId)?.locale ?? 'zh';
    const until = dateAndTime(expiresAt, locale);
    await this.outbox.enqueue(tx, {
      staffId,
      kind: `account_${purpose}`,
      eventId: newId(),
      subject: msg(`mail.account.${purpose}.subject`),
      model: {
        text: msg(`mail.account.${purpose}.text`, { until }),
        why: msg('mail.account.why'),
        button: msg('mail.account.button'),
      },
      link: url,
      secret: true,
    });
  }
}
