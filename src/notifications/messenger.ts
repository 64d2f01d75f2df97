import { Injectable } from '@nestjs/common';
import { Clock, msg, newId, type Transaction } from '../kernel/index.js';
import { Outbox } from '../mail/index.js';
import { Collections, type Together } from './collections.js';
import { type MessageParams, subjectOf, textOf } from './notification.entity.js';
import { Preferences } from './preferences.js';
import type { Topic } from './rules/telling.js';
import { Unsubscribing } from './unsubscribing.js';

export interface NewMessage {
  readonly staffId: string;
  readonly kind: string;
  readonly eventId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly params: MessageParams;
  readonly dueOn: string | null;
  readonly link: string;
  /** The circle because of which the reader is told. */
  readonly why: string;
  /** Null when it cannot be switched off. */
  readonly topic: Topic | null;
  /** The mail in which it comes with others; a mail of its own without. */
  readonly together?: Together | null;
}

const INSERT = `
  insert into notification (id, staff_id, kind, event_id, subject_type, subject_id, params, due_on, link, why, topic, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict on constraint notification_is_told_once do nothing returning id`;

const WAIT = 'update notification set awaits_mail = true where id = $1';

/** Tells somebody something, once: on the site always, by mail unless it is optional and not wanted. */
@Injectable()
export class Messenger {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly preferences: Preferences,
    private readonly collections: Collections,
    private readonly unsubscribing: Unsubscribing,
  ) {}

  /** Answers false when the person was told before. */
  async tell(message: NewMessage, tx: Transaction): Promise<boolean> {
    const id = newId();
    const { staffId, kind, eventId, subjectType, subjectId, params, dueOn, link, why, topic } = message;
    const subject = [subjectType, subjectId, JSON.stringify(params)];
    const values = [id, staffId, kind, eventId, ...subject, dueOn, link, why, topic];
    const rows = (await tx.query(INSERT, [...values, this.clock.now()])) as unknown[];
    if (rows.length === 0) return false;
    if (message.together) await this.collections.put([id], staffId, message.together, tx);
    else await this.mail(id, message, tx);
    return true;
  }

  /** At once, or with the next digest, or not at all. */
  private async mail(id: string, message: NewMessage, tx: Transaction): Promise<void> {
    const pace = await this.preferences.paceOf(message.staffId, message.topic, tx);
    if (pace === 'at_once') await this.write(id, message, tx);
    else if (pace !== 'off') await tx.query(WAIT, [id]);
  }

  /** The link leads through the inbox, which is closed: whoever is not signed in gets to the page after signing in. */
  private async write(id: string, message: NewMessage, tx: Transaction): Promise<void> {
    const { staffId, kind, eventId, dueOn, why, topic } = message;
    const unsubscribe = topic === null ? null : this.unsubscribing.pathFor(staffId, topic);
    await this.outbox.enqueue(tx, {
      staffId,
      kind,
      eventId,
      subject: subjectOf(message),
      model: { text: textOf(message), dueOn, why: msg(`notifications.why.${why}`), unsubscribe },
      link: `/me/messages/${id}`,
      mandatory: topic === null,
    });
  }
}
