import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, type Transaction } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { type Topic, TOPICS } from './rules/telling.js';

const CHOICES = 'select topic, by_mail from message_preference where staff_id = $1';
const CHOOSE = `
  insert into message_preference (staff_id, topic, by_mail) values ($1, $2, $3)
  on conflict (staff_id, topic) do update set by_mail = excluded.by_mail`;

/** Which optional messages somebody wants by mail too. */
@Injectable()
export class Preferences {
  constructor(
    private readonly db: DataSource,
    private readonly events: AdministrativeEvents,
  ) {}

  async wantsMail(staffId: string, topic: Topic | null, tx: Transaction): Promise<boolean> {
    return topic === null || (await this.byMail(staffId, tx)).has(topic);
  }

  /** The topics that come by mail: all that were not switched off. */
  async byMail(staffId: string, tx: Transaction = this.db.manager): Promise<ReadonlySet<Topic>> {
    const rows = (await tx.query(CHOICES, [staffId])) as { topic: Topic; by_mail: boolean }[];
    const off = new Set(rows.filter((row) => !row.by_mail).map((row) => row.topic));
    return new Set(TOPICS.filter((topic) => !off.has(topic)));
  }

  choose(wanted: readonly string[], actor: Actor): Promise<void> {
    const byMail = TOPICS.filter((topic) => wanted.includes(topic));
    return this.db.transaction(async (tx) => {
      for (const topic of TOPICS) await tx.query(CHOOSE, [actor.staffId, topic, byMail.includes(topic)]);
      const person = { subjectType: 'staff', subjectId: actor.staffId!, role: 'person' };
      await this.events.record({ ...person, action: 'choose_messages', by: actor, data: { byMail } }, tx);
    });
  }
}
