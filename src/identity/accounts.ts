import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, type Transaction } from '../kernel/index.js';
import { Account } from './account.entity.js';
import { UnknownNumber } from './unknown-number.entity.js';

export interface Holder {
  readonly staffId: string;
  readonly number: string;
  readonly name: string;
  readonly mail: string | null;
  readonly passwordHash: string | null;
}

const HOLDER = `
  select staff.id as "staffId", staff.number, staff.name, staff.mail, account.password_hash as "passwordHash"
  from staff left join account on account.staff_id = staff.id where staff.active and`;

/** Accounts and the people who hold them. */
@Injectable()
export class Accounts {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async holderByNumber(number: string): Promise<Holder | null> {
    return this.holder('staff.number = $1', number);
  }

  async holderById(staffId: string, tx: Transaction = this.db.manager): Promise<Holder | null> {
    return this.holder('staff.id = $1', staffId, tx);
  }

  /** The account under a lock; somebody who never had one gets it here. */
  async lock(staffId: string, tx: Transaction): Promise<Account> {
    await tx.query('insert into account (staff_id, created_at) values ($1, $2) on conflict do nothing', [
      staffId,
      this.clock.now(),
    ]);
    return tx.findOneOrFail(Account, { where: { staffId }, lock: { mode: 'pessimistic_write' } });
  }

  async lockUnknown(number: string, tx: Transaction): Promise<UnknownNumber> {
    const numberHash = createHash('sha256').update(number).digest('hex');
    await tx.query('insert into unknown_number (number_hash) values ($1) on conflict do nothing', [numberHash]);
    return tx.findOneOrFail(UnknownNumber, { where: { numberHash }, lock: { mode: 'pessimistic_write' } });
  }

  async speak(staffId: string, language: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.lock(staffId, tx);
      await tx.update(Account, { staffId }, { language });
    });
  }

  private async holder(condition: string, value: string, tx: Transaction = this.db.manager): Promise<Holder | null> {
    const rows = (await tx.query(`${HOLDER} ${condition}`, [value])) as Holder[];
    return rows[0] ?? null;
  }
}
