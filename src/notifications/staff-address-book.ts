import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../kernel/index.js';
import { AddressBook, type Addressee } from '../mail/index.js';

const PEOPLE = `
  select staff.id, name, number, mail, active, coalesce(account.language, 'zh') as locale
  from staff left join account on account.staff_id = staff.id where staff.id = any($1)`;

const MATCHING = `
  select id from staff where number = $1 or name like $2 order by number limit 50`;

/** The addresses and languages of the staff, for the mail room. */
@Injectable()
export class StaffAddressBook extends AddressBook {
  constructor(private readonly db: DataSource) {
    super();
  }

  async find(staffIds: readonly string[], tx: Transaction = this.db.manager): Promise<ReadonlyMap<string, Addressee>> {
    const rows = (await tx.query(PEOPLE, [[...new Set(staffIds)]])) as (Addressee & { id: string })[];
    return new Map(rows.map(({ id, ...person }) => [id, person]));
  }

  async matching(text: string): Promise<string[]> {
    const beginning = `${text.replace(/[%_\\]/g, '\\$&')}%`;
    const rows = (await this.db.query(MATCHING, [text, beginning])) as { id: string }[];
    return rows.map((row) => row.id);
  }

  async markRefused(staffId: string, at: Date): Promise<void> {
    await this.db.query('update account set mail_failed_at = $2 where staff_id = $1', [staffId, at]);
  }
}
