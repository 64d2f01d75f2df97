import { Injectable } from '@nestjs/common';
import type { LetterGroup, Mail } from './mail.entity.js';

/** Whether this mail is still wanted at the moment of sending: false when it has been done already or may not be seen any more. */
export type MailCheck = (mail: Mail) => Promise<boolean>;

/** What a mail lists, read at the moment of sending. */
export type MailContents = (mail: Mail) => Promise<readonly LetterGroup[]>;

/** Every feature may say when a kind of mail is no longer owed. */
@Injectable()
export class MailChecks {
  private readonly checks = new Map<string, MailCheck>();
  private readonly contents = new Map<string, MailContents>();

  register(kind: string, check: MailCheck): void {
    this.checks.set(kind, check);
  }

  /** Mails of this kind collect messages; one that lists nothing is not owed. */
  collect(kind: string, contents: MailContents): void {
    this.contents.set(kind, contents);
  }

  /** Null for a mail that is no collection. */
  async groupsOf(mail: Mail): Promise<readonly LetterGroup[] | null> {
    return (await this.contents.get(mail.kind)?.(mail)) ?? null;
  }

  isStillOwed(mail: Mail): Promise<boolean> {
    return this.checks.get(mail.kind)?.(mail) ?? Promise.resolve(true);
  }
}
