import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Message, msg, type Transaction } from '../kernel/index.js';
import { type LetterGroup, type Mail, MailChecks, Outbox } from '../mail/index.js';
import { Notification, textOf } from './notification.entity.js';
import { StillWanted } from './still-wanted.js';

/** Messages that come in one mail: of this kind, because of this. */
export interface Together {
  readonly kind: string;
  readonly of: string;
}

export const COLLECTED_KINDS = ['dates_moved'] as const;

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
  ) {}

  onModuleInit(): void {
    for (const kind of COLLECTED_KINDS) this.checks.collect(kind, (mail) => this.groupsOf(mail));
  }

  /** Puts messages into the one mail of this person; it is owed from the first one on. */
  async put(ids: readonly string[], staffId: string, { kind, of }: Together, tx: Transaction, mandatory = true) {
    const text = (name: string) => msg(`notifications.collected.${kind}.${name}`);
    await this.outbox.enqueue(tx, {
      staffId,
      kind,
      eventId: of,
      subject: text('subject'),
      model: { text: text('text'), why: text('why'), button: msg('notifications.collected.button') },
      link: '/me/messages',
      mandatory,
    });
    const [mail] = (await tx.query(OWED, [staffId, kind, of])) as { id: string }[];
    await tx.query(PUT_IN, [ids, mail!.id]);
  }

  /** By matter, the first one told first; without what has been done meanwhile or may not be seen any more. */
  private async groupsOf({ id }: Mail): Promise<LetterGroup[]> {
    const order = { at: 'ASC', id: 'ASC' } as const;
    const messages = await this.db.manager.find(Notification, { where: { collectedIn: id }, order });
    const groups = new Map<string, LetterGroup>();
    for (const message of await this.stillWanted.among(messages)) {
      const group = groups.get(message.subjectId) ?? { heading: headingOf(message), lines: [] };
      const line = { text: textOf(message), dueOn: message.dueOn, link: `/me/messages/${message.id}` };
      groups.set(message.subjectId, { ...group, lines: [...group.lines, line] });
    }
    return [...groups.values()];
  }
}

function headingOf({ params: { number = '', title = '' } }: Notification): Message {
  return msg(number === '' ? 'notifications.collected.untitledMatter' : 'notifications.collected.matter', {
    number,
    title,
  });
}
