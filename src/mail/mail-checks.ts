import { Injectable } from '@nestjs/common';
import type { Mail } from './mail.entity.js';

/** Whether this mail is still wanted at the moment of sending: false when it has been done already or may not be seen any more. */
export type MailCheck = (mail: Mail) => Promise<boolean>;

/** Every feature may say when a kind of mail is no longer owed. */
@Injectable()
export class MailChecks {
  private readonly checks = new Map<string, MailCheck>();

  register(kind: string, check: MailCheck): void {
    this.checks.set(kind, check);
  }

  isStillOwed(mail: Mail): Promise<boolean> {
    return this.checks.get(mail.kind)?.(mail) ?? Promise.resolve(true);
  }
}
