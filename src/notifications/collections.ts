import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Message, msg, type Transaction } from '../kernel/index.js';
import { type LetterGroup, type Mail, MailChecks, Outbox } from '../mail/index.js';
import { Notification, textOf } from './notification.entity.js';
import { Preferences } from './preferences.js';
import { StillWanted } from './still-wanted.js';
import { type Unsubscribable, Unsubscribing } from './unsubscribing.js';

/** Messages that come in one mail: of this kind, because of this. */
export interface Together {
  readonly kind: string;
  readonly of: string;
  /** An optional collection can be ended by a link. */
  readonly unsubscribe?: Unsubscribable;
}

export const COLLECTED_KINDS = ['dates_moved', 'digest'] as const;

const OWED = 'select id from mail where staff_id = $1 and kind = $2 and event_id = $3';
const PUT_IN = 'update notification set collected_in = $2 where id = any($1)';

/** Mails that list several messages. What is in them is decided when they are sent. */
@Injectable()
export class Collections implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly outbox: Outbox,
    private readonly checks: MailChecks,
    private readonly stillWanted: StillWanted,
    private readonly preferences: Preferences,
    private readonly unsubscribing: Unsubscribing,
  ) {}

  onModuleInit(): void {
    for (const kind of COLLECTED_KINDS) this.checks.collect(kind, (mail) => this.groupsOf(mail));
  }

  /** Puts messages into the one mail of this person; it is owed from the first one on. */
  async put(ids: readonly string[], staffId: string, { kind, of, unsubscribe: what }: Together, tx: Transaction) {
    const unsubscribe = what ? this.unsubscribing.pathFor(staffId, what) : null;
    const text = (name: string) => msg(`notifications.collected.${kind}.${name}`);
    await this.outbox.enqueue(tx, {
      staffId,
      kind,
      eventId: of,
      subject: text('subject'),
      model: { text: text('text'), why: text('why'), button: msg('notifications.collected.button'), unsubscribe },
      link: '/me/messages',
      mandatory: !what,
    });
    const [mail] = (await tx.query(OWED, [staffId, kind, of])) as { id: string }[];
    await tx.query(PUT_IN, [ids, mail!.id]);
  }

  /** By matter, the first one told first; without what has been done meanwhile or may not be seen any more. */
  private async groupsOf({ id }: Mail): Promise<LetterGroup[]> {
    const order = { at: 'ASC', id: 'ASC' } as const;
    const messages = await this.db.manager.find(Notification, { where: { collectedIn: id }, order });
    const groups = new Map<string, LetterGroup>();
    for (const message of await this.wanted(messages)) {
      const group = groups.get(message.subjectId) ?? { heading: headingOf(message), lines: [] };
      const line = { text: textOf(message), dueOn: message.dueOn, link: `/me/messages/${message.id}` };
      groups.set(message.subjectId, { ...group, lines: [...group.lines, line] });
    }
    return [...groups.values()];
  }

  /** Whoever does not want a topic any more does not get it with a digest either. */
  private async wanted(messages: readonly Notification[]): Promise<Notification[]> {
    const [first] = messages;
    if (!first) return [];
    const paces = await this.preferences.of(first.staffId);
    return this.stillWanted.among(messages.filter(({ topic }) => topic === null || paces[topic] !== 'off'));
  }
}

function headingOf({ params: { number = '', title = '' } }: Notification): Message {
  return msg(number === '' ? 'notifications.collected.untitledMatter' : 'notifications.collected.matter', {
    number,
    title,
  });
}
