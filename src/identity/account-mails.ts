import { Injectable } from '@nestjs/common';
import type { Transaction } from '../kernel/index.js';

export interface LinkLetter {
  readonly staffId: string;
  readonly purpose: 'first' | 'forgotten';
  readonly url: string;
  readonly expiresAt: Date;
}

/** Who writes the letters of the accounts. The mails are a room above: it says `use(…)` at start. */
export interface AccountMailer {
  /** Writes the letter to send into the transaction; nothing is sent here. */
  link(tx: Transaction, letter: LinkLetter): Promise<void>;
}

const NOBODY: AccountMailer = { link: () => Promise.resolve() };

@Injectable()
export class AccountMails implements AccountMailer {
  private mailer = NOBODY;

  use(mailer: AccountMailer): void {
    this.mailer = mailer;
  }

  link(tx: Transaction, letter: LinkLetter): Promise<void> {
    return this.mailer.link(tx, letter);
  }
}
