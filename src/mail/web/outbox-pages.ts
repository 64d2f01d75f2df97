import { Injectable } from '@nestjs/common';
import { DataSource, In, Not } from 'typeorm';
import { Settings } from '../../config/index.js';
import { NotFound, type Page, pageOf, type PageRequest } from '../../kernel/index.js';
import { AddressBook, type Addressee } from '../address-book.js';
import { Mail } from '../mail.entity.js';

/** What the demo's mailbox shows. Where mails really go out, or in production, there is no such page. */
@Injectable()
export class OutboxPages {
  constructor(
    private readonly settings: Settings,
    private readonly db: DataSource,
    private readonly addresses: AddressBook,
  ) {}

  /** Mails that went out or wait, to people whose name or number begins with the text, the newest first. */
  async list(recipient: string, request: PageRequest): Promise<Page<Mail>> {
    this.requireDemo();
    const staffIds = recipient === '' ? null : await this.addresses.matching(recipient);
    const [mails, total] = await this.db.manager.findAndCount(Mail, {
      where: { state: Not('skipped'), ...(staffIds !== null && { staffId: In(staffIds) }) },
      order: { createdAt: 'DESC', id: 'DESC' },
      skip: (request.number - 1) * request.size,
      take: request.size,
    });
    return pageOf(mails, total, request);
  }

  async find(id: string): Promise<{ mail: Mail; reader: Addressee }> {
    this.requireDemo();
    const mail = await this.db.manager.findOneBy(Mail, { id });
    if (!mail) throw new NotFound('mail');
    return { mail, reader: (await this.readers([mail])).get(mail.staffId)! };
  }

  readers(mails: readonly Mail[]): Promise<ReadonlyMap<string, Addressee>> {
    return this.addresses.find(mails.map((mail) => mail.staffId));
  }

  private requireDemo(): void {
    if (this.settings.environment === 'production' || this.settings.smtpUrl !== null) throw new NotFound('outbox');
  }
}
