import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '../kernel/index.js';
import { Ledger } from '../ledger/index.js';
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
    private readonly ledger: Ledger,
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
    const at = this.clock.now();
    account.changePassword(passwordHash, at);
    await tx.save(account);
    await this.sessions.endAll(holder.staffId, tx, keptSessionId);
    await this.ledger.record(
      {
        subjectType: 'account',
        subjectId: holder.staffId,
        action: 'change_password',
        actorId: holder.staffId,
        actorName: holder.name,
        role: null,
        at,
        data: { by },
      },
      tx,
    );
  }
}
