import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { Accounts, type Holder } from './accounts.js';
import { hashPassword } from './passwords.js';
import { Sessions } from './sessions.js';

/** A new password: hashed, recorded, and every other browser of the person signed out. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly events: AdministrativeEvents,
  ) {}

  async change(
    holder: Pick<Holder, 'staffId' | 'name'>,
    password: string,
    by: 'link' | 'person',
    keptSessionId: string | null,
    tx: Transaction,
  ): Promise<void> {
    const passwordHash = await hashPassword(password);
    const account = await this.accounts.lock(holder.staffId, tx);
    account.changePassword(passwordHash, this.clock.now());
    await tx.save(account);
    await this.sessions.endAll(holder.staffId, tx, keptSessionId);
    const subject = { subjectType: 'account', subjectId: holder.staffId };
    await this.events.record({ ...subject, action: 'change_password', by: holder, role: null, data: { by } }, tx);
  }
}
