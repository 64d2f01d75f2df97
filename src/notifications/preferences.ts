import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, type Transaction } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { type Topic, TOPICS } from './rules/telling.js';

/** How optional messages come by mail: each at once, collected once a day or once a week, or not at all. */
export const PACES = ['at_once', 'daily', 'weekly', 'off'] as const;
export type Pace = (typeof PACES)[number];
export type Paces = Readonly<Record<Topic, Pace>>;

const CHOICES = 'select topic, pace from message_preference where staff_id = $1';
const CHOOSE = `
  insert into message_preference (staff_id, topic, pace) values ($1, $2, $3)
  on conflict (staff_id, topic) do update set pace = excluded.pace`;

/** Which optional messages somebody wants by mail too, and how often. */
@Injectable()
export class Preferences {
  constructor(
    private readonly db: DataSource,
    private readonly events: AdministrativeEvents,
  ) {}

  /** What nobody may do without comes at once. */
  async paceOf(staffId: string, topic: Topic | null, tx: Transaction): Promise<Pace> {
    return topic === null ? 'at_once' : (await this.of(staffId, tx))[topic];
  }

  async of(staffId: string, tx: Transaction = this.db.manager): Promise<Paces> {
    const rows = (await tx.query(CHOICES, [staffId])) as { topic: Topic; pace: Pace }[];
    const chosen = new Map(rows.map(({ topic, pace }) => [topic, pace]));
    return Object.fromEntries(TOPICS.map((topic) => [topic, chosen.get(topic) ?? 'at_once'])) as Paces;
  }

  choose(paces: Paces, actor: Actor): Promise<void> {
    return this.db.transaction((tx) => this.put(actor, 'person', paces, tx));
  }

  /** By the link in a mail, without sign-in; what is off already stays off and leaves no second event. */
  switchOff(person: { readonly staffId: string; readonly name: string }, which: (pace: Pace, topic: Topic) => boolean) {
    return this.db.transaction(async (tx) => {
      const now = await this.of(person.staffId, tx);
      const ending = TOPICS.filter((topic) => now[topic] !== 'off' && which(now[topic], topic));
      if (ending.length === 0) return;
      const paces = { ...now, ...Object.fromEntries(ending.map((topic) => [topic, 'off'])) } as Paces;
      await this.put(person, 'mail_link', paces, tx);
    });
  }

  private async put(by: Pick<Actor, 'staffId' | 'name'>, role: string, paces: Paces, tx: Transaction): Promise<void> {
    for (const topic of TOPICS) await tx.query(CHOOSE, [by.staffId, topic, paces[topic]]);
    const person = { subjectType: 'staff', subjectId: by.staffId!, role };
    await this.events.record({ ...person, action: 'choose_messages', by, data: { paces } }, tx);
  }
}
